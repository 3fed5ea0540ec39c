import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Experiment, Plan } from '../../experiment/index.ts';
import { isRow, LONGEST, sideOf, variesStarts } from '../grids.ts';
import { controls } from '../parts/controls.css.ts';
import '../parts/number-field.ts';
import { formatCount, formatEntry, formatNumber } from '../parts/numbers.ts';
import { problemLine } from '../parts/problem-line.ts';
import { variedLine } from './varied-line.ts';

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
      select {
        flex: 0 1 184px;
      }
      number-field {
        /* A seed has up to ten digits. */
        --entry-width: calc(10ch + 14px);
      }
    `,
  ];

  @property({ attribute: false }) experiment!: Experiment;
  @property({ attribute: false }) plan: Plan | null = null;
  @property({ attribute: false }) problems: ReadonlyMap<string, Error> = new Map();

  override render() {
    const { plan } = this;
    const side = plan && sideOf(plan);
    const row = plan !== null && isRow(plan);
    const other = plan && !SIDES.includes(side ?? 0) ? plan : null;
    const what = plan === null || variesStarts(plan) ? 'Starts' : 'Trajectories';
    return html`
      <h2>Run</h2>
      <div>
        <div class="row">
          <span aria-hidden="true">${what}</span>
          <select aria-label="Number of ${what.toLowerCase()}" @change=${this.onSide}>
            ${
              other
                ? html`<option value="other" .selected=${live(true)}>
                    ${formatCount(other.cells)}${row ? '' : ` (${other.x.values.length} × ${other.y.values.length})`}
                  </option>`
                : nothing
            }
            ${SIDES.filter((each) => !row || each * each <= LONGEST).map((each) => {
              const square = row ? '' : ` (${each}²)`;
              return html`<option value=${each} .selected=${live(!other && each === (side ?? 256))}>${formatCount(each * each)}${square}</option>`;
            })}
          </select>
        </div>
        ${problemLine(this.problems.get('side'))} ${plan ? this.starts(plan) : nothing}
      </div>
      ${this.number('steps', 'Steps')} ${this.noise()}
      ${this.number('seed', 'Seed of the noise')}
    `;
  }

  /** Where trajectories start: what the axes vary of that, and what all of them share. */
  private starts({ x, y, objective, start }: Plan) {
    const lines = [x, y].map((axis, at) =>
      axis.varied.kind === 'start' ? variedLine(objective.parameters[axis.varied.parameter], axis, at) : nothing,
    );
    const varied = [x, y].map((axis) => (axis.varied.kind === 'start' ? axis.varied.parameter : -1));
    const shared = objective.parameters.flatMap((name, i) =>
      varied.includes(i) ? [] : [`${name} = ${formatNumber(start[i], 6)}`],
    );
    return html`${lines}
    ${shared.length > 0 ? html`<p class="small"><span class="muted">all start at</span> ${shared.join(', ')}</p>` : nothing}`;
  }

  private noise() {
    const { plan } = this;
    const axes = plan ? [plan.x, plan.y] : [];
    // A grid of one row has an axis that gives the noise of the experiment to every cell.
    const at = axes.findIndex(
      ({ varied, values }) => varied.kind === 'noise' && (values.length > 1 || values[0] !== plan?.noise),
    );
    return at < 0 ? this.number('noise', 'Gradient noise') : variedLine('gradient noise', axes[at], at);
  }

  private number(field: 'steps' | 'noise' | 'seed', label: string) {
    return html`<number-field
      label=${label}
      .value=${this.experiment[field]}
      ?whole=${field !== 'noise'}
      .format=${field === 'noise' ? formatEntry : String}
      .problem=${this.problems.get(field)}
      @change=${(event: CustomEvent<number>) => this.tell({ field, value: event.detail })}
    ></number-field>`;
  }

  private onSide(event: Event): void {
    const value = Number((event.target as HTMLSelectElement).value);
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
