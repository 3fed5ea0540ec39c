import { msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { OUTCOME_SIGNS, optimizerColor } from '../parts/colors.ts';
import { controls } from '../parts/controls.css.ts';
import type { Analysis } from './analysis.ts';
import { type Column, columnsFor, orderBy } from './columns.ts';
import { tableStyles } from './optimizer-table.css.ts';

/** What the rows are sorted by. */
interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}

/** A row for each optimizer, sorted by any column; as in the experiment until one is chosen. */
@customElement('optimizer-table')
export class OptimizerTable extends LitElement {
  static override styles = [controls, tableStyles];

  @property({ attribute: false }) analysis!: Analysis;

  @state() private sorting: Sorting | null = null;

  override render() {
    const { plan, standings } = this.analysis;
    const counts = standings[0]?.counts.map((_, code) => standings.reduce((sum, each) => sum + each.counts[code], 0));
    const columns = columnsFor(counts ?? [], plan.objective.minimum !== null, plan.target !== null);
    const sorted = columns.find(({ key }) => key === this.sorting?.key);
    const order = sorted
      ? orderBy(standings, sorted, this.sorting?.descending ?? false)
      : this.sorting
        ? this.byName(this.sorting.descending)
        : [...standings.keys()];
    return html`
      <div class="scroll" role="region" tabindex="0" aria-label=${msg('Comparison of the optimizers, scrolls sideways')}>
        <table>
          <thead>
            <tr>
              <th class="name" rowspan="2" scope="col" aria-sort=${this.sortOf('name')}>
                ${this.sortButton('name', html`${msg('optimizer')}`, msg('The name'), false)}
              </th>
              ${groupsOf(columns).map(({ group, size }) =>
                group === ''
                  ? html`<td colspan=${size}></td>`
                  : html`<th colspan=${size} scope="colgroup"><span>${group}</span></th>`,
              )}
            </tr>
            <tr>
              ${columns.map(
                (column) => html`<th scope="col" aria-sort=${this.sortOf(column.key)}>
                  ${this.sortButton(column.key, html`${signOf(column)}${column.label}`, column.meaning, column.more)}
                </th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${order.map((i) => this.row(i, columns))}
          </tbody>
        </table>
      </div>
    `;
  }

  private row(i: number, columns: readonly Column[]) {
    const { plan, standings } = this.analysis;
    const { label } = plan.optimizers[i];
    return html`<tr>
      <th class="name" scope="row" title=${label}>
        <span class="key" style="background: ${optimizerColor(i)}"></span>${label}
      </th>
      ${columns.map(
        (column) => html`<td title=${column.meaning}>
          ${column.text(standings[i])}${column.interval ? html`<small>${column.interval(standings[i])}</small>` : nothing}
        </td>`,
      )}
    </tr>`;
  }

  private sortButton(key: string, label: unknown, meaning: string, more: boolean) {
    const { sorting } = this;
    const order = sorting?.key === key ? (sorting.descending ? '▼' : '▲') : '';
    return html`<button title=${msg(str`${meaning} Click to sort.`)} @click=${() => this.sortBy(key, more)}>
      ${order === '' ? nothing : html`<span class="order" aria-hidden="true">${order}</span>`}${label}
    </button>`;
  }

  private sortOf(key: string) {
    if (this.sorting?.key !== key) return 'none';
    return this.sorting.descending ? 'descending' : 'ascending';
  }

  /** The best first, then the other way round. */
  private sortBy(key: string, more: boolean): void {
    this.sorting = { key, descending: this.sorting?.key === key ? !this.sorting.descending : more };
  }

  private byName(descending: boolean): number[] {
    const { optimizers } = this.analysis.plan;
    const order = [...optimizers.keys()].sort((a, b) => optimizers[a].label.localeCompare(optimizers[b].label));
    return descending ? order.reverse() : order;
  }
}

/** Neighbouring columns of one group, and how many they are. */
function groupsOf(columns: readonly Column[]): { group: string; size: number }[] {
  const groups: { group: string; size: number }[] = [];
  for (const { group } of columns) {
    const last = groups.at(-1);
    if (last?.group === group) last.size++;
    else groups.push({ group, size: 1 });
  }
  return groups;
}

/** An outcome's symbol before its word. */
function signOf({ key }: Column) {
  if (!(key in OUTCOME_SIGNS)) return nothing;
  const { path, filled } = OUTCOME_SIGNS[key as keyof typeof OUTCOME_SIGNS];
  const color = `var(--${key})`;
  return html`<svg viewBox="0 0 12 12" aria-hidden="true" style="stroke: ${color}; fill: ${filled ? color : 'none'}">
    <path d=${path}></path>
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'optimizer-table': OptimizerTable;
  }
}
