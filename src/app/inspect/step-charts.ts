import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  channelOf,
  curvatureChannel,
  type Examination,
  LOSS,
  NORM,
  stabilityChannel,
} from '../../analysis/examination.ts';
import { STABILITY_LIMIT } from '../../analysis/stability.ts';
import type { Plan, ResolvedOptimizer } from '../../experiment/index.ts';
import { controls } from '../parts/controls.css.ts';
import '../parts/line-chart.ts';
import type { Line } from '../parts/line-chart-options.ts';
import type { Spread } from '../parts/spread.ts';
import { partCharts } from './part-charts.ts';

/** Coordinates that are drawn at a time. */
const AT_A_TIME = 4;
const DASHES: readonly (readonly number[] | undefined)[] = [undefined, [6, 3], [2, 3], [8, 3, 2, 3]];

/** What happens in one cell over the steps: loss, gradient norm, and what the optimizer makes of each coordinate's gradient. */
@customElement('step-charts')
export class StepCharts extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
      }
      line-chart {
        --plot-height: 88px;
      }
      .below {
        --plot-height: 110px;
      }
      .titled {
        display: flex;
        align-items: center;
        justify-content: space-between;
        border-top: 1px solid var(--hairline);
        padding-top: 4px;
        gap: 8px;
      }
      select {
        min-width: 0;
      }
    `,
  ];

  @property({ attribute: false }) plan!: Plan;
  @property({ attribute: false }) optimizer!: ResolvedOptimizer;
  @property({ attribute: false }) examination!: Examination;
  /** The step that the examination has come to, so that what grew counts as changed. */
  @property({ type: Number }) step = 0;
  /** Whether the cell was followed to its end. */
  @property({ type: Boolean }) ended = false;
  @property() color = '';
  @property() theme: 'light' | 'dark' = 'light';

  /** The first coordinate that is drawn. */
  @state() private first = 0;

  override render() {
    const { plan } = this;
    const { minimum } = plan.objective;
    const parameters = plan.objective.parameters.slice(0, this.examination.told);
    const shown = parameters.slice(this.first, this.first + AT_A_TIME);
    const parts = partCharts(this.examination, this.optimizer);
    return html`
      ${this.chart(
        minimum === null ? msg('loss') : msg('loss above the minimum'),
        '',
        minimum === null ? 'linear' : 'log',
        [{ label: '', color: this.color }],
        [LOSS],
        false,
        (loss) => loss - (minimum ?? 0),
      )}
      ${this.chart(msg('gradient norm'), '', 'log', [{ label: '', color: this.color }], [NORM], false)}
      ${this.examination.hasCurvature ? this.curvature(parameters.length) : nothing} ${this.examination.hasStability ? this.stability(parameters.length) : nothing}
      <div class="titled">
        <h2>${shown.length === 1 ? msg(str`The coordinate ${shown[0]}`) : msg('Coordinates')}</h2>
        ${parameters.length > AT_A_TIME ? this.choice(parameters) : nothing}
      </div>
      ${parts.map(({ part, label, what, spread }, i) =>
        this.chart(
          label,
          what,
          spread,
          shown.map((name, k): Line => this.lineOf(name, k)),
          shown.map((_, k) => channelOf(part, this.first + k, parameters.length)),
          i === parts.length - 1,
        ),
      )}
    `;
  }

  /** How the surface bends where the trajectory is: whether it is in a valley, or on a saddle. */
  private curvature(parameters: number) {
    const first = curvatureChannel(parameters);
    const names = [[''], ['λ₁', 'λ₂'], [msg('min'), msg('max')]][Math.min(parameters, 3) - 1];
    const last = !this.examination.hasStability;
    const values = this.chart(
      names.length === 1 ? msg('Hessian eigenvalue') : msg('Hessian eigenvalues'),
      msg('how the surface bends: below 0 it falls away to both sides in some direction, as at a saddle'),
      'signed',
      names.map((name, k) => this.lineOf(name, k)),
      names.map((_, k) => first + k),
      last && parameters <= 2,
    );
    if (parameters <= 2) return values;
    return html`${values}
    ${this.chart(
      msg(str`eigenvalues below 0, of ${parameters}`),
      msg('directions in which the surface falls away to both sides'),
      'linear',
      [{ label: '', color: this.color }],
      [first + names.length],
      last,
    )}`;
  }

  /** When a valley throws the trajectory out. */
  private stability(parameters: number) {
    const scaled = this.examination.hasScale;
    return this.chart(
      scaled ? msg('η·λmax(H/σ), stable below 2') : msg('η·λmax(H), stable below 2'),
      msg(
        str`the learning rate times the largest curvature${scaled ? msg(', each parameter in units of its σ') : ''}: above 2 each step leads farther from a valley’s floor`,
      ),
      'linear',
      [{ label: '', color: this.color }],
      [stabilityChannel(parameters)],
      true,
      undefined,
      STABILITY_LIMIT,
    );
  }

  private lineOf(label: string, k: number): Line {
    const dash = DASHES[k % DASHES.length];
    return { label, color: k % 2 === 0 ? this.color : '--ink', ...(dash && { dash }) };
  }

  private chart(
    label: string,
    what: string,
    spread: Spread,
    lines: readonly Line[],
    channels: readonly number[],
    stepsBelow: boolean,
    change: (value: number) => number = (value) => value,
    mark: number | null = null,
  ) {
    const series = channels.map((channel) => this.examination.record.series(channel));
    // What is told at some of the steps only is joined over the others.
    const told = [...series[0].steps.keys()].filter((i) => series.some(({ values }) => !Number.isNaN(values[i])));
    return html`<line-chart
      class=${stepsBelow ? 'below' : ''}
      .label=${label}
      .what=${what}
      .lines=${lines}
      .at=${told.map((i) => series[0].steps[i])}
      .columns=${series.map(({ values }) => told.map((i) => change(values[i])))}
      .spread=${spread}
      .mark=${mark}
      xWhole
      .xShown=${stepsBelow}
      key="cell"
      .theme=${this.theme}
    ></line-chart>`;
  }

  private choice(parameters: readonly string[]) {
    const starts = Array.from({ length: Math.ceil(parameters.length / AT_A_TIME) }, (_, k) => k * AT_A_TIME);
    return html`<select
      aria-label=${msg('Coordinates that are drawn')}
      @change=${(event: Event) => {
        this.first = Number((event.target as HTMLSelectElement).value);
      }}
    >
      ${starts.map(
        (from) => html`<option value=${from} .selected=${from === this.first}>
          ${parameters.slice(from, from + AT_A_TIME).join(', ')}
        </option>`,
      )}
    </select>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'step-charts': StepCharts;
  }
}
