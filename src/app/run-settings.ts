import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Experiment, Plan } from '../experiment/index.ts';
import { controls } from './controls.css.ts';
import { sideOf } from './edits.ts';
import './number-field.ts';
import { formatCount, formatEntry } from './numbers.ts';
import { problemLine } from './problem-line.ts';

/** Numbers of starts along each side of the grid that are offered. */
const SIDES = [32, 64, 128, 256, 512, 1024, 2048];

/** What the settings ask for: a value of an experiment's field, or starts along each side of the grid. */
export interface SettingEvent {
  readonly field: 'side' | 'steps' | 'noise' | 'seed';
  readonly value: number;
}

/** How many starts, how many steps, how much noise. Fires `setting` with a `SettingEvent`. */
@customElement('run-settings')
export class RunSettings extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
      }
      .row {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .row span {
        flex: 1;
      }
      wa-select {
        width: 168px;
      }
    `,
  ];

  @property({ attribute: false }) experiment!: Experiment;
  @property({ attribute: false }) plan: Plan | null = null;
  @property({ attribute: false }) problems: ReadonlyMap<string, Error> = new Map();

  override render() {
    const { plan } = this;
    const side = plan && sideOf(plan);
    const line = plan?.objective.parameters.length === 1;
    const other = plan && !SIDES.includes(side ?? 0) ? plan : null;
    return html`
      <h2>Run</h2>
      <div>
        <div class="row">
          <span aria-hidden="true">Starts</span>
          <wa-select
            size="s"
            label="Number of starts"
            .value=${other ? 'other' : String(side ?? 256)}
            @change=${this.onSide}
          >
            ${
              other
                ? html`<wa-option value="other">
                    ${formatCount(other.cells)}${line ? '' : ` (${other.x.values.length} × ${other.y.values.length})`}
                  </wa-option>`
                : nothing
            }
            ${SIDES.filter((each) => !line || each <= 128).map((each) => {
              const square = line ? '' : ` (${each}²)`;
              return html`<wa-option value=${each}>${formatCount(each * each)}${square}</wa-option>`;
            })}
          </wa-select>
        </div>
        ${problemLine(this.problems.get('side'))}
      </div>
      ${this.number('steps', 'Steps')} ${this.number('noise', 'Gradient noise')}
      ${this.number('seed', 'Seed of the noise')}
    `;
  }

  private number(field: 'steps' | 'noise' | 'seed', label: string) {
    return html`<number-field
      label=${label}
      .value=${this.experiment[field]}
      .format=${field === 'noise' ? formatEntry : String}
      .problem=${this.problems.get(field)}
      @change=${(event: CustomEvent<number>) => this.tell({ field, value: event.detail })}
    ></number-field>`;
  }

  private onSide(event: Event): void {
    const value = Number((event.target as HTMLElement & { value: unknown }).value);
    if (Number.isFinite(value)) this.tell({ field: 'side', value });
  }

  private tell(detail: SettingEvent): void {
    this.dispatchEvent(new CustomEvent<SettingEvent>('setting', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'run-settings': RunSettings;
  }
}
