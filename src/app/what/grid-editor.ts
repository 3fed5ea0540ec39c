import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Experiment, Plan } from '../../experiment/index.ts';
import { axisChoices } from '../axes.ts';
import { axesOf, type Preset, withPreset, withStart, withSwappedAxes } from '../axis-edits.ts';
import { isRow, LONGEST, sideOf, variesStarts, withSide } from '../grids.ts';
import { controls } from '../parts/controls.css.ts';
import '../parts/number-field.ts';
import { formatCount } from '../parts/numbers.ts';
import { problemLine } from '../parts/problem-line.ts';
import './axis-editor.ts';
import { form } from './form.css.ts';
import { requestEdit } from './requests.ts';

/** Numbers of cells along each side of the grid that are offered. */
const SIDES = [32, 64, 128, 256, 512, 1024, 2048];

/** The ready grids with their names, and what they are good for. */
const presetNames = (): readonly (readonly [Preset, label: string, title: string])[] => [
  ['starts', msg('starts'), msg('Starts all over the surface: which minimum does each of them reach?')],
  ['rate and start', msg('rate × start'), msg('The learning rate across, one start coordinate up')],
  ['two hyperparameters', msg('rate × other'), msg('The learning rate across, another hyperparameter up')],
];

/** The grid of trajectories: what each of its axes varies, how many cells it has, where all start that no axis places. */
@customElement('grid-editor')
export class GridEditor extends LitElement {
  static override styles = [
    controls,
    form,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
      }
      .titled {
        flex-wrap: nowrap;
      }
      .actions {
        gap: 4px;
        margin: 0;
      }
      .actions button {
        padding-inline: 7px;
      }
      .pair {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px;
      }
      .cells select {
        flex: 0 1 auto;
        min-width: 0;
      }
    `,
  ];

  @property({ attribute: false }) experiment!: Experiment;
  @property({ attribute: false }) plan!: Plan;
  @property({ attribute: false }) problems: ReadonlyMap<string, Error> = new Map();

  override render() {
    const { experiment, plan, problems } = this;
    const { experiment: running, objective } = plan;
    // On another surface the grid is laid out when that runs.
    const axes = axesOf(experiment.objective === running.objective ? experiment : running, objective);
    const choices = axisChoices(running, objective);
    return html`
      <div class="titled">
        <h2>${msg('Grid')}</h2>
        <button class="quiet" ?disabled=${!axes[0] || !axes[1]} @click=${() => this.edit('grid', withSwappedAxes(plan))}>
          ${msg('swap axes')}
        </button>
      </div>
      <div class="actions" role="group" aria-label=${msg('Ready grids')}>
        ${presetNames().map(
          ([preset, label, title]) =>
            html`<button title=${title} @click=${() => this.edit('grid', withPreset(preset, plan))}>${label}</button>`,
        )}
      </div>
      ${problemLine(problems.get('grid'))}
      ${(['x', 'y'] as const).map(
        (side, i) => html`<axis-editor
          .side=${side}
          .axis=${axes[i]}
          .choices=${choices}
          .plan=${plan}
          .problems=${problems}
        ></axis-editor>`,
      )}
      ${this.cells()} ${this.starts()}
    `;
  }

  /** How many trajectories there are of each optimizer. */
  private cells() {
    const { plan, problems } = this;
    const side = sideOf(plan);
    const row = isRow(plan);
    const other = !SIDES.includes(side ?? 0);
    const starts = variesStarts(plan);
    return html`<div>
      <div class="row cells">
        <span class="grow" aria-hidden="true">${starts ? msg('Starts') : msg('Trajectories')}</span>
        <select aria-label=${starts ? msg('Number of starts') : msg('Number of trajectories')} @change=${this.onSide}>
          ${
            other
              ? html`<option value="other" .selected=${live(true)}>
                  ${formatCount(plan.cells)}${row ? '' : ` (${plan.x.values.length} × ${plan.y.values.length})`}
                </option>`
              : nothing
          }
          ${SIDES.filter((each) => !row || each * each <= LONGEST).map((each) => {
            const square = row ? '' : ` (${each}²)`;
            return html`<option value=${each} .selected=${live(!other && each === side)}>
              ${formatCount(each * each)}${square}
            </option>`;
          })}
        </select>
      </div>
      ${problemLine(problems.get('side'))}
    </div>`;
  }

  /** The starts that all trajectories share. */
  private starts() {
    const { plan, problems } = this;
    const { objective, start, x, y } = plan;
    const axes = [x, y].flatMap(({ varied, values }) => (varied.kind === 'start' ? [{ ...varied, values }] : []));
    const placed = axes.filter(({ values }) => values.length > 1).map(({ parameter }) => parameter);
    // An axis of a single cell gives all of them their start.
    const startOf = (i: number) => axes.find(({ parameter }) => parameter === i)?.values[0] ?? start[i];
    const shared = objective.parameters.flatMap((name, i) => (placed.includes(i) ? [] : [[name, i] as const]));
    if (shared.length === 0) return nothing;
    if (plan.initialisation)
      return html`<p class="small muted">${msg('First weights are drawn from the seed, as the network says.')}</p>`;
    return html`<div class="row" role="group" aria-label=${msg('Start of every trajectory')}>
      <span class="muted">${msg('all start at')}</span>
      ${shared.map(
        ([name, i]) => html`<span class="pair">
          <span aria-hidden="true">${name} =</span>
          <number-field
            bare
            label=${msg(str`Start ${name}`)}
            .value=${startOf(i)}
            .problem=${problems.get(`start.${name}`)}
            @change=${({ detail }: CustomEvent<number>) => this.edit(`start.${name}`, withStart(name, detail, plan))}
          ></number-field>
        </span>`,
      )}
    </div>`;
  }

  private onSide(event: Event): void {
    const side = Number((event.target as HTMLSelectElement).value);
    if (!Number.isFinite(side)) return;
    this.dispatchEvent(new CustomEvent<number>('side', { detail: side }));
    this.edit('side', withSide(side));
  }

  private edit(control: string, change: Parameters<typeof requestEdit>[2]): void {
    requestEdit(this, control, change);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'grid-editor': GridEditor;
  }
}
