import { msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Experiment, LIMITS, type Plan } from '../../experiment/index.ts';
import { withAdded, withDuplicated, withLabel, withOptimizerNamed, withRemoved } from '../edits.ts';
import { isRow, LONGEST, withObjective } from '../grids.ts';
import { networkOf } from '../networks/network-of.ts';
import { optimizerColor } from '../parts/colors.ts';
import { controls } from '../parts/controls.css.ts';
import { problemLine } from '../parts/problem-line.ts';
import { FIRST_VIEW, type PageView } from '../view/page-view.ts';
import type { CardCommand } from './card-head.ts';
import { form } from './form.css.ts';
import './grid-editor.ts';
import './objective-panel.ts';
import './optimizer-card.ts';
import { requestEdit, requestView } from './requests.ts';
import './run-settings.ts';
import { viewWith, viewWithout } from './seen-optimizers.ts';

/** Optimizers that are offered first when one is added: the lecture's, in its order. */
const NEXT = ['adam', 'sgd', 'momentum', 'rmsprop', 'adagrad', 'nesterov', 'lion', 'adabelief'];

/** A view is another one only where it differs in what is read here: the page makes it anew at every frame. */
const differs = (a: PageView | undefined, b: PageView | undefined) => JSON.stringify(a) !== JSON.stringify(b);

/** What is run: the surface, the optimizers, the grid, the size of the run. What is changed rises as `edit`, and what is looked at as `view`. */
@customElement('experiment-panel')
export class ExperimentPanel extends LitElement {
  static override styles = [
    controls,
    form,
    css`
      :host > * + * {
        margin-top: 16px;
        padding-top: 8px;
        border-top: 1px solid var(--hairline);
      }
      .cards {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 12px;
        margin-block: 4px 8px;
      }
    `,
  ];

  @property({ attribute: false }) experiment!: Experiment;
  /** The plan that runs; null before the first. */
  @property({ attribute: false }) plan: Plan | null = null;
  /** Why edits were refused, by control. */
  @property({ attribute: false }) problems: ReadonlyMap<string, Error> = new Map();
  @property({ attribute: false, hasChanged: differs }) view: PageView = FIRST_VIEW;
  /** A loss that was found below the least one that was typed; null for none. */
  @property({ attribute: false }) below: number | null = null;
  @property() theme: 'light' | 'dark' = 'light';

  /** Starts that were wanted on the surface before: a row may hold fewer, and the next surface as many again. */
  private starts = 0;

  override render() {
    const { experiment, plan, problems, view } = this;
    const { optimizers } = experiment;
    const full = !plan || optimizers.length >= LIMITS.optimizers;
    return html`
      <objective-panel
        .input=${experiment.objective}
        .plan=${plan}
        .problem=${problems.get('objective')}
        .below=${this.below}
        .theme=${this.theme}
        @objective=${this.onObjective}
      ></objective-panel>
      <section>
        <div class="titled">
          <h2>${optimizers.length === 1 ? msg('Optimizer') : msg('Optimizers')}</h2>
          <button class="quiet" ?disabled=${full} @click=${this.onAdd}>${msg('add an optimizer')}</button>
        </div>
        <div class="cards">
          ${optimizers.map(
            (input, i) => html`<optimizer-card
              style="--color: ${optimizerColor(i)}"
              .index=${i}
              .experiment=${experiment}
              .input=${input}
              .plan=${plan}
              .away=${view.hidden.includes(i)}
              .removable=${optimizers.length > 1}
              .duplicable=${!full}
              .problems=${problems}
              @command=${(event: CustomEvent<CardCommand>) => this.onCommand(i, event.detail)}
            ></optimizer-card>`,
          )}
        </div>
        ${problemLine(problems.get('optimizers'))}
      </section>
      ${
        plan
          ? html`<grid-editor
                .experiment=${experiment}
                .plan=${plan}
                .problems=${problems}
                @side=${({ detail }: CustomEvent<number>) => {
                  this.starts = detail * detail;
                }}
              ></grid-editor>
              <run-settings .experiment=${experiment} .plan=${plan} .problems=${problems}></run-settings>`
          : nothing
      }
    `;
  }

  private onObjective(event: CustomEvent<Experiment['objective']>): void {
    const { plan } = this;
    if (!plan) return;
    // Of a network two weights of many are seen on the surface; which of its settings learn is seen on a map.
    const first = networkOf(event.detail) !== null && networkOf(plan.experiment.objective) === null;
    if (first) requestView(this, { tab: 'maps', quantity: 'loss' });
    const cut = isRow(plan) && plan.cells === LONGEST;
    this.starts = cut ? Math.max(this.starts, plan.cells) : plan.cells;
    requestEdit(this, 'objective', withObjective(event.detail, plan, this.starts));
  }

  private onAdd(): void {
    const { plan, experiment } = this;
    const taken = experiment.optimizers.map(({ name }) => name);
    const name = NEXT.find((each) => !taken.includes(each)) ?? 'adam';
    if (plan) requestEdit(this, 'optimizers', withAdded(name, plan));
  }

  private onCommand(index: number, command: CardCommand): void {
    const { plan, view } = this;
    if (!plan) return;
    const { kind } = command;
    if (kind === 'choose') requestEdit(this, 'optimizers', withOptimizerNamed(index, command.name, plan));
    if (kind === 'rename') requestEdit(this, `optimizers.${index}.label`, withLabel(index, command.label));
    if (kind === 'hide') requestView(this, { hidden: [...view.hidden, index] });
    if (kind === 'show') requestView(this, { hidden: view.hidden.filter((each) => each !== index) });
    if (kind === 'duplicate') {
      requestView(this, viewWith(index + 1, view));
      requestEdit(this, 'optimizers', withDuplicated(index));
    }
    if (kind === 'remove') {
      requestView(this, viewWithout(index, view));
      requestEdit(this, 'optimizers', withRemoved(index, plan));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'experiment-panel': ExperimentPanel;
  }
}
