import { msg, str } from '@lit/localize';
import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shareText } from '../../analysis/share-text.ts';
import { OUTCOMES, type Outcome } from '../../engine/index.ts';
import { OUTCOME_SIGNS } from '../parts/colors.ts';
import { controls } from '../parts/controls.css.ts';
import { formatCount } from '../parts/numbers.ts';
import { outcomeWord } from './outcome-words.ts';

/** What trajectories have come to: a bar of shares, and each share with its symbol and word. */
@customElement('outcome-bar')
export class OutcomeBar extends LitElement {
  static override styles = [
    controls,
    css`
      .bar {
        display: flex;
        height: 8px;
        gap: 1px;
        background: var(--paper);
      }
      .bar span {
        min-width: 1px;
        /* The colour is what it tells. */
        forced-color-adjust: none;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        align-content: start;
        gap: 0 16px;
        margin: 4px 0 0;
        min-height: 20px;
        font-size: 12px;
        line-height: 20px;
      }
      dl div {
        display: flex;
        align-items: center;
        gap: 4px;
      }
      dd {
        margin: 0;
      }
      svg {
        width: 12px;
        height: 12px;
        fill: none;
        stroke-width: 1.6;
        stroke-linecap: round;
        stroke-linejoin: round;
        forced-color-adjust: none;
      }
    `,
  ];

  /** Number of trajectories of each outcome, in the order of `OUTCOMES`. */
  @property({ attribute: false }) counts: ArrayLike<number> = [];
  /** Whether the run is over: until then a trajectory that still descends is on its way. */
  @property({ type: Boolean }) done = false;

  override render() {
    const { counts, done } = this;
    const whole = Array.from(counts).reduce((sum, count) => sum + count, 0);
    const present = OUTCOMES.map((outcome, i) => ({ outcome, count: counts[i] })).filter(({ count }) => count > 0);
    return html`<div class="bar" aria-hidden="true">
        ${present.map(({ outcome, count }) => html`<span style="flex: ${count}; background: var(--${outcome})"></span>`)}
      </div>
      <dl>
        ${present.map(({ outcome, count }) => {
          const { label, meaning } = outcomeWord(outcome, done);
          return html`<div title=${msg(str`${meaning}: ${formatCount(count)} of ${formatCount(whole)}`)}>
            ${symbol(outcome)}
            <dt>${label}</dt>
            <dd>${shareText(count, whole)}</dd>
          </div>`;
        })}
      </dl>`;
  }
}

function symbol(outcome: Outcome) {
  const { path, filled } = OUTCOME_SIGNS[outcome];
  const color = `var(--${outcome})`;
  return html`<svg viewBox="0 0 12 12" aria-hidden="true">
    ${svg`<path d=${path} style="stroke: ${color}; fill: ${filled ? color : 'none'}"></path>`}
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'outcome-bar': OutcomeBar;
  }
}
