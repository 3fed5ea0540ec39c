import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { type Hyperparameter, type Optimizer, optimizers, rules } from '../../catalogue/index.ts';
import {
  findOptimizer,
  hyperparametersOf,
  type OptimizerInput,
  type ResolvedAxis,
  type ResolvedOptimizer,
} from '../../experiment/index.ts';
import { controls } from '../parts/controls.css.ts';
import './hyperparameter-row.ts';
import { variedLine } from './varied-line.ts';

/** Hyperparameters that are rarely touched: they fold away, as do those of rules that are left out by default. */
const RARE = /^eps|^dampening|^initial_|^step_m|^estim|^lr_decay|^momentum_decay|^every$/;

function oftenTouched(optimizer: Optimizer): Set<string> {
  const uses = optimizer.rules.filter((use) => !use.optional);
  const names = uses.flatMap((use) => Object.keys(rules.find((rule) => rule.name === use.rule)?.hyperparameters ?? {}));
  return new Set(['lr', ...names.filter((name) => !RARE.test(name))]);
}

/** What a card asks for. */
export type CardEvent =
  | { readonly kind: 'set'; readonly name: string; readonly value: number | boolean | undefined }
  | { readonly kind: 'choose'; readonly name: string }
  | { readonly kind: 'remove' };

/** One optimizer of the experiment: which one it is, and its hyperparameters. Fires `card` with a `CardEvent`. */
@customElement('optimizer-card')
export class OptimizerCard extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        padding: 8px 0 8px 12px;
        border-left: 4px solid var(--color);
      }
      .head {
        display: flex;
        align-items: center;
        gap: 4px;
      }
      select {
        flex: 1;
        min-width: 0;
      }
      hyperparameter-row {
        margin-top: 4px;
      }
      details {
        margin-top: 4px;
      }
      summary {
        color: var(--muted);
        cursor: pointer;
        line-height: 24px;
      }
      .flag {
        display: flex;
        gap: 8px;
        align-items: center;
        min-height: 28px;
      }
    `,
  ];

  @property({ type: Number }) index = 0;
  @property({ attribute: false }) input!: OptimizerInput;
  /** The optimizer as it runs; its values are shown where the input gives none. */
  @property({ attribute: false }) resolved: ResolvedOptimizer | undefined;
  /** The grid's axes: a hyperparameter that one of them varies has no value to set. */
  @property({ attribute: false }) axes: readonly ResolvedAxis[] = [];
  @property() color = '';
  @property({ type: Boolean }) removable = false;
  @property({ attribute: false }) problems: ReadonlyMap<string, Error> = new Map();

  override render() {
    const { input } = this;
    const known = input.name === undefined ? null : findOptimizer(input.name, 'name');
    const specs = known ? hyperparametersOf(known) : new Map(this.resolved?.hyperparameters);
    const entries = [...specs].filter(([name]) => !name.startsWith('schedule.'));
    const touched = known && oftenTouched(known);
    const often = entries.filter(([name]) => !touched || touched.has(name));
    const rare = entries.filter((entry) => !often.includes(entry));
    const flags = Object.entries(known?.flags ?? {});
    return html`
      <div class="head" style="--color: ${this.color}">
        <select aria-label="Optimizer ${this.index + 1}" @change=${this.onChoose}>
          ${known ? nothing : html`<option value="composed" .selected=${live(true)}>${this.resolved?.label}</option>`}
          ${optimizers.map((each) => html`<option value=${each.name} .selected=${live(each.name === input.name)}>${each.title}</option>`)}
        </select>
        ${
          this.removable
            ? html`<button class="quiet" @click=${() => this.tell({ kind: 'remove' })}>remove</button>`
            : nothing
        }
      </div>
      ${known?.note ? html`<p class="small muted">${known.note}</p>` : nothing}
      ${often.map((entry) => this.row(...entry))} ${this.schedule()}
      ${
        rare.length + flags.length === 0
          ? nothing
          : html`<details>
              <summary>more: ${[...rare, ...flags].map(([name]) => name).join(', ')}</summary>
              ${rare.map((entry) => this.row(...entry))} ${flags.map((flag) => this.flag(...flag))}
            </details>`
      }
    `;
  }

  /** What the schedule is; nothing for a constant rate. */
  private schedule() {
    const { schedule } = this.input;
    const varied = this.axes.map(({ label }, at) =>
      label.startsWith('schedule.') ? variedLine(label, this.axes[at], at) : nothing,
    );
    if (!schedule && varied.every((line) => line === nothing)) return nothing;
    const { name = 'constant', formula, ...rest } = schedule ?? {};
    const parts = Object.entries(rest).map(([key, value]) => `${key} ${value}`);
    return html`<p class="small"><span class="muted">schedule</span> ${[formula ?? name, ...parts].join(', ')}</p>
      ${varied}`;
  }

  private row(name: string, spec: Hyperparameter) {
    const at = this.axes.findIndex(({ label, varied }) => varied.kind === 'hyperparameter' && label === name);
    if (at >= 0) return variedLine(name === 'lr' ? 'learning rate' : name, this.axes[at], at);
    const given = this.input[name] ?? spec.default;
    const resolved = this.resolved?.hyperparameters.get(name)?.value ?? 0;
    return html`<hyperparameter-row
      style="--color: ${this.color}"
      .name=${name}
      .spec=${spec}
      .value=${typeof given === 'number' ? given : resolved}
      .problem=${this.problems.get(`optimizers.${this.index}.${name}`)}
      @change=${(event: CustomEvent<number | null>) => this.tell({ kind: 'set', name, value: event.detail ?? undefined })}
    ></hyperparameter-row>`;
  }

  private flag(name: string, usual: boolean) {
    return html`<label class="flag">
      <input
        type="checkbox"
        .checked=${(this.input[name] ?? usual) === true}
        @change=${(event: Event) => this.tell({ kind: 'set', name, value: (event.target as HTMLInputElement).checked })}
      />${name}
    </label>`;
  }

  private onChoose(event: Event): void {
    this.tell({ kind: 'choose', name: (event.target as HTMLSelectElement).value });
  }

  private tell(detail: CardEvent): void {
    this.dispatchEvent(new CustomEvent<CardEvent>('card', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'optimizer-card': OptimizerCard;
  }
}
