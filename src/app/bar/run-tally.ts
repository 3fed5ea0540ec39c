import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { controls } from '../parts/controls.css.ts';
import { Interval } from '../parts/interval.ts';
import { formatCompact, formatCount } from '../parts/numbers.ts';

/** Least time between two changes of the numbers, in ms: faster ones cannot be read. */
const READABLE = 100;

/**
 * How far a run is, and how fast; a slider goes to any of its steps. Its parts have sizes of their own: they change often, and nothing else is laid out anew for
 * them. Fires `scrub` with a step, again and again while the slider is dragged, and `release` at the end; both bubble.
 */
@customElement('run-tally')
export class RunTally extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 8px;
        min-width: 0;
      }
      .numbers {
        display: flex;
        justify-content: flex-end;
        gap: 8px;
        max-width: 100%;
        margin-left: auto;
      }
      .track {
        contain: strict;
        flex: 1 1 96px;
        height: 28px;
      }
      input {
        display: block;
        width: 100%;
        height: 100%;
        margin: 0;
        accent-color: var(--ink);
        cursor: pointer;
      }
      input:disabled {
        opacity: 0.4;
        cursor: default;
      }
      .count,
      .speed {
        contain: strict;
        flex: none;
        max-width: 100%;
        height: 22px;
        line-height: 20px;
        white-space: nowrap;
        text-align: right;
      }
      .count {
        flex-shrink: 1;
      }
      .speed {
        width: 104px;
      }
      @media (pointer: coarse) {
        .track {
          height: 40px;
        }
      }
    `,
  ];

  /** Whether there is a run to go through. */
  @property({ type: Boolean }) ready = false;
  @property({ type: Boolean }) preparing = false;
  @property({ type: Number }) step = 0;
  @property({ type: Number }) steps = 0;
  /** Trajectory steps a second; 0 while that is not known. */
  @property({ type: Number }) rate = 0;

  @query('input') private slider!: HTMLInputElement | null;
  private readonly interval = new Interval(READABLE);
  /** Whether the slider is where a hand wants it. */
  private held = false;

  override async scheduleUpdate(): Promise<void> {
    await this.interval.turn();
    super.scheduleUpdate();
  }

  override render() {
    const { ready, preparing, step, steps, rate } = this;
    const whole = formatCount(steps);
    const at = this.held ? (this.slider?.value ?? String(step)) : String(step);
    return html`
      <div class="track">
        <input
          type="range"
          min="0"
          max=${Math.max(steps, 1)}
          step="1"
          .value=${live(preparing ? '0' : at)}
          ?disabled=${!ready}
          aria-label=${msg('Go to step')}
          aria-valuetext=${msg(str`step ${formatCount(step)} of ${whole}`)}
          title=${msg('Go to any step: what is behind is made again, exactly')}
          @input=${this.onInput}
          @change=${this.onChange}
        />
      </div>
      <div class="numbers">
        <div class="count" role="group" aria-label=${msg('Steps')} style="width: ${Math.max(12, 2 * whole.length + 2)}ch">
          <span role="status">${preparing ? msg('Preparing…') : nothing}</span>
          ${preparing ? nothing : html`<span id="step">${formatCount(step)}</span> <span class="muted">/ ${whole}</span>`}
        </div>
        <span class="speed" id="speed" title=${msg('Trajectory steps in each second that passes')}>
          ${rate > 0 ? msg(str`${formatCompact(rate)} steps/s`) : ''}
        </span>
      </div>
    `;
  }

  private onInput(event: Event): void {
    this.held = true;
    const detail = Number((event.target as HTMLInputElement).value);
    this.dispatchEvent(new CustomEvent<number>('scrub', { detail, bubbles: true, composed: true }));
  }

  private onChange(): void {
    this.held = false;
    this.dispatchEvent(new CustomEvent('release', { bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'run-tally': RunTally;
  }
}
