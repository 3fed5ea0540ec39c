import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Hyperparameter, type Optimizer, optimizers, rules } from '../../catalogue/index.ts';
import {
  hyperparametersOf,
  isLayerRate,
  layerCount,
  layerRates,
  type OptimizerInput,
  type Plan,
  type ResolvedOptimizer,
} from '../../experiment/index.ts';
import { nameOf } from '../axes.ts';
import { withHyperparameter } from '../edits.ts';
import { controls } from '../parts/controls.css.ts';
import { form } from './form.css.ts';
import './hyperparameter-row.ts';
import { requestEdit } from './requests.ts';
import { variedLine } from './varied-line.ts';

/** Hyperparameters that are rarely touched: they fold away, as do those of rules that are left out by default. */
const RARE = /^eps|^dampening|^initial_|^step_m|^estim|^lr_decay|^momentum_decay|^every$/;

/** The hyperparameters of an optimizer, those of its schedule left out: the ones often touched, and the others folded away. */
@customElement('hyperparameter-list')
export class HyperparameterList extends LitElement {
  static override styles = [
    controls,
    form,
    css`
      hyperparameter-row,
      details {
        margin-top: 4px;
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
  @property({ attribute: false }) plan: Plan | null = null;
  @property({ attribute: false }) problems: ReadonlyMap<string, Error> = new Map();

  private get resolved(): ResolvedOptimizer | undefined {
    return this.plan?.optimizers[this.index];
  }

  override render() {
    const known = optimizers.find(({ name }) => name === this.input.name);
    const specs = known ? hyperparametersOf(known) : new Map(this.resolved?.hyperparameters);
    const entries = [...specs].filter(([name]) => !name.startsWith('schedule.') && !isLayerRate(name));
    const touched = known && oftenTouched(known);
    const often = entries.filter(([name]) => !touched || touched.has(name));
    const rare = entries.filter((entry) => !often.includes(entry));
    const layers = this.layers();
    const flags = Object.entries(known?.flags ?? {});
    return html`
      ${often.map((entry) => this.row(...entry))}
      ${
        rare.length + flags.length === 0
          ? nothing
          : html`<details>
              <summary>${msg(str`more: ${[...rare, ...flags].map(([name]) => name).join(', ')}`)}</summary>
              ${rare.map((entry) => this.row(...entry))} ${flags.map((flag) => this.flag(...flag))}
            </details>`
      }
      ${
        layers.length === 0
          ? nothing
          : html`<details ?open=${layers.some(([name]) => this.resolved?.hyperparameters.has(name))}>
              <summary>${msg('a learning rate for each layer')}</summary>
              ${layers.map((entry) => this.row(...entry))}
            </details>`
      }
    `;
  }

  /** The learning rates that a network's layers may have of their own. */
  private layers(): [string, Hyperparameter][] {
    const { plan, resolved } = this;
    if (!plan || resolved?.rules.some(({ oneRate }) => oneRate)) return [];
    return [...layerRates(layerCount(plan.experiment.objective), resolved?.hyperparameters.get('lr')?.value)];
  }

  private row(name: string, spec: Hyperparameter) {
    const axes = this.plan ? [this.plan.x, this.plan.y] : [];
    const at = axes.findIndex(({ label, varied }) => varied.kind === 'hyperparameter' && label === name);
    if (at >= 0) return variedLine(nameOf(name), axes[at], at);
    const given = this.input[name] ?? spec.default;
    const resolved = this.resolved?.hyperparameters.get(name)?.value ?? 0;
    const control = `optimizers.${this.index}.${name}`;
    return html`<hyperparameter-row
      .name=${nameOf(name)}
      .spec=${spec}
      .value=${typeof given === 'number' ? given : resolved}
      .problem=${this.problems.get(control)}
      @change=${({ detail }: CustomEvent<number | null>) =>
        requestEdit(this, control, withHyperparameter(this.index, name, detail ?? undefined))}
    ></hyperparameter-row>`;
  }

  private flag(name: string, usual: boolean) {
    const change = (event: Event) => {
      const { checked } = event.target as HTMLInputElement;
      requestEdit(this, `optimizers.${this.index}.${name}`, withHyperparameter(this.index, name, checked));
    };
    return html`<label class="flag">
      <input type="checkbox" .checked=${(this.input[name] ?? usual) === true} @change=${change} />${name}
    </label>`;
  }
}

function oftenTouched(optimizer: Optimizer): Set<string> {
  const uses = optimizer.rules.filter((use) => !use.optional);
  const names = uses.flatMap((use) => Object.keys(rules.find((rule) => rule.name === use.rule)?.hyperparameters ?? {}));
  return new Set(['lr', ...names.filter((name) => !RARE.test(name))]);
}

declare global {
  interface HTMLElementTagNameMap {
    'hyperparameter-list': HyperparameterList;
  }
}
