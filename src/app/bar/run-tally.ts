import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../parts/controls.css.ts';
import { Interval } from '../parts/interval.ts';
import { formatCompact, formatCount } from '../parts/numbers.ts';

/** Least time between two changes of the numbers, in ms: faster ones cannot be read. */
const READABLE = 100;

/** How far a run is, and how fast. Its parts have sizes of their own: they change often, and nothing else is laid out anew for them. */
@customElement('run-tally')
export class RunTally extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 8px;
        min-width: 0;
      }
      div,
      .speed {
        contain: strict;
        height: 22px;
        line-height: 20px;
        white-space: nowrap;
        text-align: right;
      }
      div {
        min-width: 88px;
      }
      .speed {
        flex: none;
        width: 104px;
      }
      progress {
        display: block;
        appearance: none;
        width: 100%;
        height: 2px;
        border: 0;
        background: var(--hairline);
      }
      progress::-webkit-progress-bar {
        background: var(--hairline);
      }
      progress::-webkit-progress-value {
        background: var(--ink);
      }
      progress::-moz-progress-bar {
        background: var(--ink);
      }
      @media (max-width: 719px) {
        div {
          flex: 1;
        }
      }
    `,
  ];

  @property({ type: Boolean }) preparing = false;
  @property({ type: Number }) step = 0;
  @property({ type: Number }) steps = 0;
  /** Trajectory steps a second; 0 while that is not known. */
  @property({ type: Number }) rate = 0;

  private readonly interval = new Interval(READABLE);

  override async scheduleUpdate(): Promise<void> {
    await this.interval.turn();
    super.scheduleUpdate();
  }

  override render() {
    const { preparing, step, steps, rate } = this;
    const whole = formatCount(steps);
    return html`
      <div role="group" aria-label="Steps" style="width: ${Math.max(12, 2 * whole.length + 2)}ch">
        <span role="status">${preparing ? 'Preparing…' : nothing}</span>
        ${preparing ? nothing : html`<span id="step">${formatCount(step)}</span> <span class="muted">/ ${whole}</span>`}
        <progress max=${Math.max(steps, 1)} value=${preparing ? 0 : step} aria-label="Steps made"></progress>
      </div>
      <span class="speed" id="speed" title="Trajectory steps in each second that passes">
        ${rate > 0 ? `${formatCompact(rate)} steps/s` : ''}
      </span>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'run-tally': RunTally;
  }
}
