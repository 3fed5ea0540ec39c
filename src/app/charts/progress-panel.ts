import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Measurement, PopulationMeasure } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import type { ChartLine } from './options.ts';
import './population-chart.ts';
import { variesStarts } from '../grids.ts';
import { optimizerColor } from '../parts/colors.ts';
import { controls } from '../parts/controls.css.ts';
import { Interval } from '../parts/interval.ts';
import './outcome-shares.ts';

const lossOf = ({ loss }: PopulationMeasure) => loss;
const normOf = ({ gradientNorm }: PopulationMeasure) => gradientNorm;

/** Least time between two pictures of the charts, in ms: a fast run is measured more often than that. */
const PICTURES = 80;

/** How it goes: loss and gradient norm over the steps, and what the trajectories have come to. */
@customElement('progress-panel')
export class ProgressPanel extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        /* So high that the names of all optimizers have room beside their curves. */
        grid-template-rows: minmax(216px, 1fr) minmax(216px, 1fr) auto;
        gap: 8px;
      }
      outcome-shares {
        border-top: 1px solid var(--hairline);
        padding-top: 8px;
      }
      @media (max-width: 1099px) {
        :host {
          grid-template: 264px auto / minmax(0, 1fr) minmax(0, 1fr);
          gap: 8px 24px;
        }
        outcome-shares {
          grid-column: 1 / -1;
        }
      }
      @media (max-width: 719px) {
        :host {
          grid-template: 232px 232px auto / minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) plan: Plan | null = null;
  @property({ attribute: false }) history: readonly Measurement[] = [];
  /** Number of measurements, so that the growing history counts as changed. */
  @property({ type: Number }) length = 0;
  @property({ type: Boolean }) done = false;
  @property() theme: 'light' | 'dark' = 'light';

  /** What a person chose; null: logarithmic wherever the quantity is known to be above 0. */
  @state() private lossLog: boolean | null = null;
  @state() private normLog = true;
  private lines: readonly ChartLine[] = [];
  private readonly interval = new Interval(PICTURES);

  override async scheduleUpdate(): Promise<void> {
    await this.interval.turn();
    super.scheduleUpdate();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('plan')) return;
    const labels = this.plan?.optimizers.map(({ label }) => label) ?? [];
    if (String(labels) === String(this.lines.map(({ label }) => label))) return;
    this.lines = labels.map((label, i) => ({ label, color: optimizerColor(i) }));
  }

  override render() {
    const { plan, history, length, theme, lines } = this;
    const known = plan ? plan.objective.minimum !== null : true;
    const steps = plan?.steps ?? 1;
    return html`
      <population-chart
        label=${known ? 'Loss above the minimum' : 'Loss'}
        members=${plan === null || variesStarts(plan) ? 'starts' : 'trajectories'}
        .history=${history}
        .length=${length}
        .quantity=${lossOf}
        .lines=${lines}
        .steps=${steps}
        .log=${this.lossLog ?? known}
        .theme=${theme}
        @scale=${(event: CustomEvent<boolean>) => {
          this.lossLog = event.detail;
        }}
      ></population-chart>
      <population-chart
        label="Gradient norm"
        .history=${history}
        .length=${length}
        .quantity=${normOf}
        .lines=${lines}
        .steps=${steps}
        .log=${this.normLog}
        .theme=${theme}
        stepsBelow
        @scale=${(event: CustomEvent<boolean>) => {
          this.normLog = event.detail;
        }}
      ></population-chart>
      <outcome-shares
        .measurement=${history.at(-1)}
        .labels=${lines.map(({ label }) => label)}
        .done=${this.done}
      ></outcome-shares>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'progress-panel': ProgressPanel;
  }
}
