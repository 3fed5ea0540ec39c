import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Experiment, LIMITS, type Plan } from '../../experiment/index.ts';
import {
  type Edit,
  type EditRequest,
  withAdded,
  withField,
  withHyperparameter,
  withOptimizerNamed,
  withRemoved,
} from '../edits.ts';
import { isRow, LONGEST, withObjective, withSide } from '../grids.ts';
import { optimizerColor } from '../parts/colors.ts';
import { controls } from '../parts/controls.css.ts';
import './objective-panel.ts';
import type { CardEvent } from './optimizer-card.ts';
import './optimizer-card.ts';
import { problemLine } from '../parts/problem-line.ts';
import type { SettingEvent } from './run-settings.ts';
import './run-settings.ts';

/** Optimizers that are offered first when one is added: the lecture's, in its order. */
const NEXT = ['adam', 'sgd', 'momentum', 'rmsprop', 'adagrad', 'nesterov', 'lion', 'adabelief'];

/** What is run: the surface, the optimizers, the size of the run. Fires `edit` with an `EditRequest`. */
@customElement('experiment-panel')
export class ExperimentPanel extends LitElement {
  static override styles = [
    controls,
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
      }
      .titled {
        display: flex;
        align-items: center;
        justify-content: space-between;
        margin-bottom: 4px;
      }
    `,
  ];

  @property({ attribute: false }) experiment!: Experiment;
  /** The plan that runs; null before the first. */
  @property({ attribute: false }) plan: Plan | null = null;
  /** Why edits were refused, by control. */
  @property({ attribute: false }) problems: ReadonlyMap<string, Error> = new Map();

  /** Starts that were wanted on the surface before: a row may hold fewer, and the next surface as many again. */
  private starts = 0;

  override render() {
    const { experiment, plan, problems } = this;
    const { optimizers } = experiment;
    return html`
      <objective-panel
        .input=${experiment.objective}
        .objective=${plan?.objective}
        .problem=${problems.get('objective')}
        @objective=${this.onObjective}
      ></objective-panel>
      <section>
        <div class="titled">
          <h2>${optimizers.length === 1 ? 'Optimizer' : 'Optimizers'}</h2>
          <button class="quiet" ?disabled=${!plan || optimizers.length >= LIMITS.optimizers} @click=${this.onAdd}>
            compare another
          </button>
        </div>
        <div class="cards">
          ${optimizers.map(
            (input, i) => html`<optimizer-card
              style="--color: ${optimizerColor(i)}"
              .index=${i}
              .input=${input}
              .resolved=${plan?.optimizers[i]}
              .axes=${plan ? [plan.x, plan.y] : []}
              .color=${optimizerColor(i)}
              .removable=${optimizers.length > 1}
              .problems=${problems}
              @card=${(event: CustomEvent<CardEvent>) => this.onCard(i, event.detail)}
            ></optimizer-card>`,
          )}
        </div>
        ${problemLine(problems.get('optimizers'))}
      </section>
      <run-settings
        .experiment=${experiment}
        .plan=${plan}
        .problems=${problems}
        @setting=${(event: CustomEvent<SettingEvent>) => this.onSetting(event.detail)}
      ></run-settings>
    `;
  }

  private onObjective(event: CustomEvent<Experiment['objective']>): void {
    const { plan } = this;
    if (!plan) return;
    const cut = isRow(plan) && plan.cells === LONGEST;
    this.starts = cut ? Math.max(this.starts, plan.cells) : plan.cells;
    this.edit('objective', withObjective(event.detail, plan, this.starts));
  }

  private onAdd(): void {
    const { plan, experiment } = this;
    const taken = experiment.optimizers.map(({ name }) => name);
    const name = NEXT.find((each) => !taken.includes(each)) ?? 'adam';
    if (plan) this.edit('optimizers', withAdded(name, plan));
  }

  private onCard(index: number, event: CardEvent): void {
    if (event.kind === 'set') {
      this.edit(`optimizers.${index}.${event.name}`, withHyperparameter(index, event.name, event.value));
    } else if (event.kind === 'remove') this.edit('optimizers', withRemoved(index));
    else if (this.plan) this.edit('optimizers', withOptimizerNamed(index, event.name, this.plan));
  }

  private onSetting({ field, value }: SettingEvent): void {
    if (field === 'side') this.starts = value * value;
    this.edit(field, field === 'side' ? withSide(value) : withField(field, value));
  }

  private edit(control: string, change: Edit): void {
    this.dispatchEvent(new CustomEvent<EditRequest>('edit', { detail: { control, change } }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'experiment-panel': ExperimentPanel;
  }
}
