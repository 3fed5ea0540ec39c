import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { optimizers } from '../../catalogue/index.ts';
import type { Experiment, OptimizerInput, Plan } from '../../experiment/index.ts';
import { bringAll, hasAllTexts, textsComplete } from '../locale/localization.ts';
import { translated } from '../locale/translated.ts';
import { controls } from '../parts/controls.css.ts';
import type { CardCommand } from './card-head.ts';
import './card-head.ts';
import './hyperparameter-list.ts';
import './schedule-editor.ts';

/** One optimizer of the experiment. Fires `command` with a `CardCommand`; what its parts change rises as `edit`. */
@customElement('optimizer-card')
export class OptimizerCard extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        padding: 4px 0 4px 12px;
        border-left: 4px solid var(--color);
      }
      @media (forced-colors: active) {
        :host {
          color: CanvasText;
          forced-color-adjust: none;
        }
        * {
          forced-color-adjust: auto;
        }
      }
      :host([away]) {
        border-left-style: dotted;
        color: var(--muted);
      }
      schedule-editor {
        margin-top: 4px;
      }
      rules-editor {
        margin: 4px 0 8px;
      }
    `,
  ];

  @property({ type: Number }) index = 0;
  @property({ attribute: false }) experiment!: Experiment;
  @property({ attribute: false }) input!: OptimizerInput;
  /** The plan that runs: values are shown from it where the input gives none. */
  @property({ attribute: false }) plan: Plan | null = null;
  /** Whether it is left out of the pictures. */
  @property({ type: Boolean, reflect: true }) away = false;
  @property({ type: Boolean }) removable = false;
  @property({ type: Boolean }) duplicable = false;
  @property({ attribute: false }) problems: ReadonlyMap<string, Error> = new Map();

  @state() private rulesOpen = false;

  override connectedCallback(): void {
    super.connectedCallback();
    // Its note comes with the last texts.
    void textsComplete.then(() => this.requestUpdate());
  }

  override render() {
    const { input, index, plan, problems } = this;
    const known = optimizers.find(({ name }) => name === input.name);
    return html`
      <card-head
        .index=${index}
        .input=${input}
        .label=${plan?.optimizers[index]?.label ?? input.label ?? translated(known?.title ?? '')}
        .shown=${!this.away}
        .removable=${this.removable}
        .duplicable=${this.duplicable}
        .rulesOpen=${this.rulesOpen}
        .problem=${problems.get(`optimizers.${index}.label`)}
        @command=${this.onCommand}
      ></card-head>
      ${known?.note && hasAllTexts() ? html`<p class="small muted">${translated(known.note)}</p>` : nothing}
      ${
        this.rulesOpen && plan?.optimizers[index]
          ? html`<rules-editor
              .index=${index}
              .input=${input}
              .experiment=${this.experiment}
              .plan=${plan}
              .problems=${problems}
            ></rules-editor>`
          : nothing
      }
      <hyperparameter-list .index=${index} .input=${input} .plan=${plan} .problems=${problems}></hyperparameter-list>
      ${
        plan?.optimizers[index]
          ? html`<schedule-editor .index=${index} .input=${input} .plan=${plan} .problems=${problems}></schedule-editor>`
          : nothing
      }
    `;
  }

  private onCommand(event: CustomEvent<CardCommand>): void {
    const { detail } = event;
    if (detail.kind === 'rules') void this.toggleRules();
    else this.dispatchEvent(new CustomEvent<CardCommand>('command', { detail }));
  }

  private async toggleRules(): Promise<void> {
    if (!this.rulesOpen) await Promise.all([bringAll(), import('./rules-editor.ts')]);
    this.rulesOpen = !this.rulesOpen;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'optimizer-card': OptimizerCard;
  }
}
