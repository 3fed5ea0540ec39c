import { msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { controls } from '../parts/controls.css.ts';
import './run-tally.ts';

/** Steps a second that are offered; null for as many as the device makes. */
const PACES = [10, 60, 240, 1000, null] as const;

/** What the bar asks for. */
export type RunCommand = 'toggle' | 'step' | 'reset';

/**
 * Run, pause, step and reset; how far the run is and how fast. Fires `command` with a `RunCommand`, `pace` with steps a second or null, and what the tally fires.
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
        min-width: 88px;
        background: var(--ink);
        border-color: var(--ink);
        color: var(--paper);
        font-weight: 600;
      }
      .run:disabled {
        opacity: 0.5;
        color: var(--paper);
      }
      .recording::before {
        content: '';
        display: inline-block;
        width: 10px;
        height: 10px;
        margin-right: 8px;
        border-radius: 50%;
        background: #e5484d;
        forced-color-adjust: none;
      }
      select {
        border-color: transparent;
        color: var(--muted);
      }
      run-tally {
        flex: 1 1 320px;
      }
      @container page (max-width: 719px) {
        .run {
          flex: 1;
        }
        run-tally {
          flex: 1 0 100%;
        }
      }
    `,
  ];

  @property({ type: Boolean }) ready = false;
  /** Whether another run is on its way, and commands have nothing to act on. */
  @property({ type: Boolean }) preparing = false;
  @property({ type: Boolean }) playing = false;
  @property({ type: Boolean }) done = false;
  /** Whether the run is being recorded: then it can only be stopped. */
  @property({ type: Boolean }) recording = false;
  @property({ type: Number }) step = 0;
  @property({ type: Number }) steps = 0;
  /** Trajectory steps a second. */
  @property({ type: Number }) rate = 0;
  @property({ attribute: false }) pace: number | null = null;

  override render() {
    const { preparing, playing, done, recording, step, steps, rate } = this;
    const runs = this.ready && !preparing;
    const ready = runs && !recording;
    const label = recording ? msg('Stop recording') : playing ? msg('Pause') : done ? msg('Run again') : msg('Run');
    return html`
      <button class="run ${recording ? 'recording' : ''}" ?disabled=${!runs} title=${msg(str`${label} (space)`)} @click=${() => this.tell('toggle')}>
        ${label}
      </button>
      <button ?disabled=${!ready || done} title=${msg('One step (→)')} @click=${() => this.tell('step')}>${msg('Step')}</button>
      <button ?disabled=${!ready || step === 0} title=${msg('Back to the start (r)')} @click=${() => this.tell('reset')}>
        ${msg('Reset')}
      </button>
      <select aria-label=${msg('Pace')} title=${msg('How many steps a second are shown')} @change=${this.onPace}>
        ${PACES.map(
          (pace, i) => html`<option value=${i} .selected=${live(pace === this.pace)}>
            ${pace === null ? msg('full speed') : msg(str`${pace} steps/s`)}
          </option>`,
        )}
      </select>
      <run-tally .ready=${ready} .preparing=${preparing} .step=${step} .steps=${steps} .rate=${rate}></run-tally>
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
