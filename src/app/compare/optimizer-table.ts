import { msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../charts/outcome-bar.ts';
import { optimizerColor } from '../parts/colors.ts';
import { controls } from '../parts/controls.css.ts';
import type { Analysis } from './analysis.ts';
import { type Column, columnsFor, orderBy } from './columns.ts';
import { tableStyles } from './optimizer-table.css.ts';

/** What the rows are sorted by. */
interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}

/** Width in pixels below which a name stands over its numbers, not before them. */
const NARROW = 520;

/** Numbers of each optimizer and under them what became of its cells; sorted by any number, as in the experiment until one is chosen. */
@customElement('optimizer-table')
export class OptimizerTable extends LitElement {
  static override styles = [controls, tableStyles];

  @property({ attribute: false }) analysis!: Analysis;

  @state() private sorting: Sorting | null = null;
  /** Whether names stand over their numbers. */
  @property({ type: Boolean, reflect: true }) narrow = false;
  private readonly observer = new ResizeObserver(([{ contentRect }]) => {
    this.narrow = contentRect.width < NARROW;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  override render() {
    const { plan, standings } = this.analysis;
    const columns = columnsFor(plan.objective.minimum !== null, plan.target !== null);
    const sorted = columns.find(({ key }) => key === this.sorting?.key);
    const order = sorted
      ? orderBy(standings, sorted, this.sorting?.descending ?? false)
      : this.sorting
        ? this.byName(this.sorting.descending)
        : [...standings.keys()];
    const groups = groupsOf(columns);
    const { narrow } = this;
    const name = this.sortButton('name', msg('optimizer'), msg('The name'), false);
    return html`
      <table aria-label=${msg('Comparison of the optimizers')}>
        <thead>
          ${narrow ? html`<tr><th class="name" colspan=${groups.length} scope="col" aria-sort=${this.sortOf('name')}>${name}</th></tr>` : nothing}
          <tr>
            ${narrow ? nothing : html`<th class="name" scope="col" aria-sort=${this.sortOf('name')}>${name}</th>`}
            ${groups.map((group) => this.heading(group))}
          </tr>
        </thead>
        ${order.map((i) => this.optimizer(i, groups))}
      </table>
    `;
  }

  /** Over the numbers of a group, one under the other as these are. */
  private heading(group: readonly Column[]) {
    const sort = group.map(({ key }) => this.sortOf(key)).find((each) => each !== 'none') ?? 'none';
    const [{ group: title }] = group;
    return html`<th scope="col" aria-sort=${sort}>
      ${title ? html`<span>${title}</span>` : nothing}
      ${group.map(({ key, label, meaning, more }) => this.sortButton(key, label, meaning, more))}
    </th>`;
  }

  private optimizer(i: number, groups: readonly (readonly Column[])[]) {
    const { narrow } = this;
    const { plan, standings, step } = this.analysis;
    const { label } = plan.optimizers[i];
    const name = html`<span class="key" style="background: ${optimizerColor(i)}"></span>${label}`;
    return html`<tbody>
      ${narrow ? html`<tr><th class="name" colspan=${groups.length} scope="rowgroup" title=${label}>${name}</th></tr>` : nothing}
      <tr>
        ${narrow ? nothing : html`<th class="name" rowspan="2" scope="rowgroup" title=${label}>${name}</th>`}
        ${groups.map(
          (group) => html`<td title=${group.map(({ meaning }) => meaning).join(' ')}>
            ${group.map((column, k) => (k === 0 ? column.text(standings[i]) : html`<small>${column.text(standings[i])}</small>`))}
            ${group.map(({ interval }) => (interval ? html`<small>${interval(standings[i])}</small>` : nothing))}
          </td>`,
        )}
      </tr>
      <tr class="outcomes">
        <td colspan=${groups.length}>
          <outcome-bar .counts=${standings[i].counts} .done=${step >= plan.steps}></outcome-bar>
        </td>
      </tr>
    </tbody>`;
  }

  private sortButton(key: string, label: string, meaning: string, more: boolean) {
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

/** Neighbouring columns that stand under one heading. */
function groupsOf(columns: readonly Column[]): Column[][] {
  const groups: Column[][] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (column.group !== '' && last?.[0].group === column.group) last.push(column);
    else groups.push([column]);
  }
  return groups;
}

declare global {
  interface HTMLElementTagNameMap {
    'optimizer-table': OptimizerTable;
  }
}
