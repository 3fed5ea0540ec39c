import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from './controls.css.ts';
import { formatCompact, formatCount } from './numbers.ts';

/** Steps a second that are offered; null for as many as the device makes. */
const PACES = [10, 60, 240, null] as const;

/** What the bar asks for. */
export type RunCommand = 'toggle' | 'step' | 'reset';

/**
 * Run, pause, step and reset; how far the run is and how fast. Fires `command` with a `RunCommand`, and `pace` with
 * steps a second or null.
 */
@customElement('run-bar')
export class RunBar extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
      }
      .run {
        min-width: 80px;
        background: var(--ink);
        border-color: var(--ink);
        color: var(--paper);
        font-weight: 600;
      }
      .run:disabled {
        opacity: 0.5;
        color: var(--paper);
      }
      .progress {
        display: grid;
        min-width: 112px;
        margin-left: 8px;
        text-align: right;
      }
      progress {
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
      .speed {
        min-width: 96px;
        text-align: right;
      }
      select {
        border-color: transparent;
        color: var(--muted);
      }
      @media (max-width: 719px) {
        .progress {
          flex: 1;
          min-width: 88px;
          margin-left: 4px;
        }
        .speed {
          min-width: 0;
        }
      }
    `,
  ];

  @property({ type: Boolean }) ready = false;
  @property({ type: Boolean }) playing = false;
  @property({ type: Boolean }) done = false;
  @property({ type: Number }) step = 0;
  @property({ type: Number }) steps = 0;
  /** Trajectory steps a second. */
  @property({ type: Number }) rate = 0;
  @property({ attribute: false }) pace: number | null = null;

  override render() {
    const { ready, playing, done, step, steps, rate } = this;
    const label = playing ? 'Pause' : done ? 'Run again' : 'Run';
    return html`
      <button class="run" ?disabled=${!ready} title="${label} (space)" @click=${() => this.tell('toggle')}>
        ${label}
      </button>
      <button ?disabled=${!ready || done} title="One step (→)" @click=${() => this.tell('step')}>Step</button>
      <button ?disabled=${!ready || step === 0} title="Back to the start (r)" @click=${() => this.tell('reset')}>
        Reset
      </button>
      <div class="progress">
        <span><span id="step">${formatCount(step)}</span> <span class="muted">/ ${formatCount(steps)}</span></span>
        <progress max=${Math.max(steps, 1)} value=${step} aria-label="Steps made"></progress>
      </div>
      <select aria-label="Pace" title="How many steps a second are shown" @change=${this.onPace}>
        ${PACES.map(
          (pace, i) => html`<option value=${i} ?selected=${pace === this.pace}>
            ${pace === null ? 'full speed' : `${pace} steps a second`}
          </option>`,
        )}
      </select>
      <span class="speed" id="speed" title="Trajectory steps a second while the device works">
        ${rate > 0 ? `${formatCompact(rate)} steps/s` : ''}
      </span>
    `;
  }

  private onPace(event: Event): void {
    const pace = PACES[Number((event.target as HTMLSelectElement).value)];
    this.dispatchEvent(new CustomEvent('pace', { detail: pace }));
  }

  private tell(detail: RunCommand): void {
    this.dispatchEvent(new CustomEvent<RunCommand>('command', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'run-bar': RunBar;
  }
}
