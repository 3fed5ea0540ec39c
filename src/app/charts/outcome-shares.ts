import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shareText } from '../../analysis/share-text.ts';
import { type Measurement, OUTCOMES, type Outcome } from '../../engine/index.ts';
import { OUTCOME_SIGNS } from '../parts/colors.ts';
import { controls } from '../parts/controls.css.ts';
import { formatCount } from '../parts/numbers.ts';
import type { ChartLine } from './model.ts';
import { outcomeWord } from './outcome-words.ts';

/** What the trajectories of each optimizer have come to: a bar of shares, and each share with its symbol and word. */
@customElement('outcome-shares')
export class OutcomeShares extends LitElement {
  static override styles = [
    controls,
    css`
      section {
        margin-top: 4px;
      }
      h3 {
        display: flex;
        align-items: center;
        gap: 6px;
        margin: 0;
        font-size: 12px;
        font-weight: 400;
        line-height: 20px;
      }
      h3::before {
        content: '';
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--color);
      }
      .bar {
        display: flex;
        height: 8px;
        gap: 1px;
        background: var(--paper);
      }
      .bar span {
        min-width: 1px;
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
      }
    `,
  ];

  @property({ attribute: false }) measurement: Measurement | undefined;
  @property({ attribute: false }) lines: readonly ChartLine[] = [];
  /** Whether the run is over: until then a trajectory that still descends is on its way. */
  @property({ type: Boolean }) done = false;

  override render() {
    return html`
      <h2>${this.done ? msg('Outcomes at the end') : msg('Outcomes so far')}</h2>
      ${
        this.measurement
          ? this.lines.map((line) => this.shares(line))
          : html`<p class="small muted">${msg('What becomes of every start appears here.')}</p>`
      }
    `;
  }

  private shares({ label, index, color }: ChartLine) {
    const counts = this.measurement?.optimizers[index]?.outcomes;
    if (!counts) return nothing;
    const whole = counts.reduce((sum, count) => sum + count, 0);
    const present = OUTCOMES.map((outcome, i) => ({ outcome, count: counts[i] })).filter(({ count }) => count > 0);
    return html`<section>
      <h3 style="--color: ${color}">${label}</h3>
      <div class="bar" aria-hidden="true">
        ${present.map(({ outcome, count }) => {
          return html`<span style="flex: ${count}; background: var(--${outcome})"></span>`;
        })}
      </div>
      <dl>
        ${present.map(({ outcome, count }) => {
          const { label: word, meaning } = outcomeWord(outcome, this.done);
          return html`<div title=${msg(str`${meaning}: ${formatCount(count)} of ${formatCount(whole)}`)}>
            ${symbol(outcome)}
            <dt>${word}</dt>
            <dd>${shareText(count, whole)}</dd>
          </div>`;
        })}
      </dl>
    </section>`;
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
    'outcome-shares': OutcomeShares;
  }
}
