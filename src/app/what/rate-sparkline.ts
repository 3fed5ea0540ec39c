import { msg, str } from '@lit/localize';
import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { learningRateOf, type Plan } from '../../experiment/index.ts';
import { controls } from '../parts/controls.css.ts';
import { formatNumber } from '../parts/numbers.ts';

/** Size of the picture in its own units. */
const [WIDTH, HEIGHT] = [240, 32];
/** Most places along the run at which the rate is computed. */
const PLACES = 240;

/** The learning rate η of an optimizer over the run, in small, from 0 up. Of the grid's cells the middle one. */
@customElement('rate-sparkline')
export class RateSparkline extends LitElement {
  static override styles = [
    controls,
    css`
      svg {
        display: block;
        width: 100%;
        height: 32px;
        overflow: visible;
      }
      path {
        fill: none;
        stroke: var(--color, var(--ink));
        stroke-width: 1.5;
        vector-effect: non-scaling-stroke;
      }
      line {
        stroke: var(--hairline);
        vector-effect: non-scaling-stroke;
      }
      p {
        display: flex;
        justify-content: space-between;
      }
    `,
  ];

  @property({ type: Number }) index = 0;
  @property({ attribute: false }) plan!: Plan;

  override render() {
    const rates = sampledRates(this.plan, this.index);
    const most = Math.max(...rates);
    const [first, last] = [rates[0], rates[rates.length - 1]].map((rate) => formatNumber(rate));
    const points = rates.map((rate, i) => {
      const x = rates.length > 1 ? (i / (rates.length - 1)) * WIDTH : 0;
      return `${x.toFixed(1)},${(HEIGHT * (1 - (most > 0 ? Math.max(rate, 0) / most : 0))).toFixed(1)}`;
    });
    const told = msg(
      str`Learning rate over the run: ${first} at first, at most ${formatNumber(most)}, ${last} at the end`,
    );
    return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${told}>
        ${svg`<line x1="0" x2=${WIDTH} y1=${HEIGHT} y2=${HEIGHT}></line><path d="M${points.join('L')}"></path>`}
      </svg>
      <p class="small muted" aria-hidden="true">
        <span>η ${first}</span><span>${msg(str`at most ${formatNumber(most)}`)}</span><span>${last}</span>
      </p>`;
  }
}

/** η at places spread over the run, its first and its last update among them. */
function sampledRates(plan: Plan, index: number): number[] {
  const rate = learningRateOf(plan, index);
  const middle = (values: Float64Array) => Math.floor((values.length - 1) / 2);
  const [i, j] = [middle(plan.x.values), middle(plan.y.values)];
  const places = Math.min(PLACES, plan.steps);
  return Array.from({ length: places }, (_, k) => {
    const share = places > 1 ? k / (places - 1) : 0;
    return rate.at(1 + Math.round(share * (plan.steps - 1)), i, j);
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'rate-sparkline': RateSparkline;
  }
}
