import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ResolvedObjective } from '../../experiment/index.ts';
import type { Mark, MarkKind } from '../map/mark.ts';
import { MARK_SIGNS } from '../map/mark-signs.ts';
import { controls } from '../parts/controls.css.ts';
import { formatCount } from '../parts/numbers.ts';
import type { PageView } from '../view/page-view.ts';
import { completeness } from './completeness.ts';
import type { Found } from './critical-search.ts';
import { pointCounts, pointRows } from './point-rows.ts';

/** Points that are listed at most. */
const LISTED = 400;
const SUBSCRIPTS = '₁₂';

/**
 * The critical points in sight of the map: how many of each kind, what the marks mean, and, unfolded, a row for each. The row of the point that is pointed at on the map is
 * marked and in sight. Fires `point` with the `Mark` of the row that is pointed at or has the focus, and null where it is left; `view` with whether it is unfolded.
 */
@customElement('critical-list')
export class CriticalList extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        padding: 0 16px;
        border-top: 1px solid var(--hairline);
        font-size: 12px;
        line-height: 20px;
      }
      summary {
        min-height: 28px;
        padding: 4px 0;
        cursor: pointer;
      }
      summary span {
        margin-left: 12px;
        white-space: nowrap;
      }
      svg {
        width: 14px;
        height: 14px;
        fill: none;
        stroke: currentColor;
        stroke-width: 1.6;
        margin-right: 4px;
        vertical-align: -3px;
      }
      .dot {
        fill: currentColor;
        stroke: none;
      }
      .rows {
        height: 200px;
        margin-bottom: 8px;
        overflow: auto;
        scrollbar-width: thin;
      }
      table {
        border-collapse: collapse;
      }
      th,
      td {
        padding: 0 0 0 24px;
        text-align: right;
        font-weight: 400;
        white-space: nowrap;
      }
      thead th {
        position: sticky;
        top: 0;
        background: var(--paper);
        color: var(--muted);
      }
      tbody tr:hover,
      .told {
        background: var(--wash);
      }
      tr:focus-visible {
        outline-offset: -2px;
      }
      th:first-child {
        padding: 0;
        text-align: left;
      }
      p {
        padding-bottom: 4px;
      }
      .ending {
        display: grid;
        min-height: 20px;
      }
      .ending > * {
        grid-area: 1 / 1;
      }
      .past {
        visibility: hidden;
      }
    `,
  ];

  @property({ attribute: false }) objective!: ResolvedObjective;
  /** null before anything was found. */
  @property({ attribute: false }) found: Found | null = null;
  /** Whether another search is under way. */
  @property({ type: Boolean }) searching = false;
  /** Why the last search failed; null if it did not. */
  @property({ attribute: false }) problem: string | null = null;
  /** The point that is pointed at; null for none. */
  @property({ attribute: false }) told: Mark | null = null;
  /** Whether it is unfolded. */
  @property({ type: Boolean }) open = false;

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('told')) this.showTold();
  }

  override render() {
    const { found, problem } = this;
    if (problem !== null) return html`<p class="error" role="alert">${problem}</p>`;
    return html`<details ?open=${this.open} @toggle=${this.onToggle}>
        <summary>${msg('Critical points in sight')}${found ? this.counts(found) : nothing}</summary>
        ${this.open ? html`<div class="rows" role="region" aria-label=${msg('Critical points')}>${found ? this.rows(found) : nothing}</div>` : nothing}
      </details>
      <p class="muted ending">${this.ending()}</p>`;
  }

  /**
   * How the search ended, or that it goes on. The list is as high while searching as before: the map beside it would change its size
   * otherwise, other points would be in sight, and searching would never end.
   */
  private ending() {
    const { found, searching } = this;
    const past = found ? `${this.excess(found)}${completeness(found.points)}` : '';
    const now = found && searching ? `${this.excess(found)}${msg('searching…')}` : msg('searching…');
    return html`<span class=${searching ? 'past' : ''}>${past}</span><span role="status">${searching ? now : nothing}</span>`;
  }

  /** That not all rows are listed; nothing where they are. */
  private excess({ within }: Found): string {
    const { length } = this.open ? pointRows(within, this.objective) : [];
    return length > LISTED
      ? `${msg(str`Listed are the first ${formatCount(LISTED)} of ${formatCount(length)}.`)} `
      : '';
  }

  private point(detail: Mark | null): void {
    this.dispatchEvent(new CustomEvent<Mark | null>('point', { detail }));
  }

  private onKey(event: KeyboardEvent): void {
    const way = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' } as const;
    const row = (event.target as HTMLElement).closest('tr');
    const next = row?.[way[event.key as keyof typeof way]];
    if (!(next instanceof HTMLElement)) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
  }

  /** Scrolls the rows, and nothing else of the page, to the one of the point that is pointed at. */
  private showTold(): void {
    const [rows, told, head] = ['.rows', '.told', 'thead'].map((each) =>
      this.renderRoot.querySelector<HTMLElement>(each),
    );
    if (!rows || !told || !head) return;
    const [box, row] = [rows.getBoundingClientRect(), told.getBoundingClientRect()];
    const above = box.top + head.offsetHeight - row.top;
    if (above > 0) rows.scrollTop -= above;
    else rows.scrollTop += Math.max(0, row.bottom - box.bottom);
  }

  private onToggle(event: Event): void {
    const { open } = event.target as HTMLDetailsElement;
    if (open === this.open) return;
    const detail: Partial<PageView> = { listed: open };
    this.dispatchEvent(new CustomEvent('view', { detail, bubbles: true, composed: true }));
  }

  private counts({ within }: Found) {
    if (within.length === 0) return html`<span class="muted">${msg('none')}</span>`;
    return pointCounts(within).map(({ kind, words }) => html`<span>${sign(kind)}${words}</span>`);
  }

  private rows({ within }: Found) {
    const { parameters } = this.objective;
    const rows = pointRows(within, this.objective);
    const listed = rows.slice(0, LISTED);
    // One row is a stop of the tab key; arrows lead on from it.
    const stop = Math.max(
      0,
      listed.findIndex(({ mark }) => mark === this.told),
    );
    return html`<table @keydown=${this.onKey}>
        <thead>
          <tr>
            <th scope="col">${msg('kind')}</th>
            ${parameters.map((name) => html`<th scope="col">${name}</th>`)}
            <th scope="col">${msg('loss')}</th>
            ${parameters.map((_, i) => html`<th scope="col">${eigenvalueName(i, parameters.length)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${listed.map(
            ({ mark, kind, what, at, value, eigenvalues }, i) => html`<tr
              class=${mark === this.told ? 'told' : ''}
              tabindex=${i === stop ? 0 : -1}
              @pointerenter=${() => this.point(mark)}
              @pointerleave=${() => this.point(null)}
              @focus=${() => this.point(mark)}
              @blur=${() => this.point(null)}
            >
              <th scope="row" title=${what || nothing}>${sign(mark.kind)}${kind}</th>
              ${[...at, value, ...eigenvalues].map((text) => html`<td>${text}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>`;
  }
}

function sign(kind: MarkKind) {
  const { lines, fill } = MARK_SIGNS[kind];
  return html`<svg viewBox="-8 -8 16 16" aria-hidden="true">
    ${svg`<path d=${lines}></path>`}${fill ? svg`<path class="dot" d=${fill}></path>` : nothing}
  </svg>`;
}

function eigenvalueName(index: number, count: number): string {
  return count === 1 ? msg('eigenvalue') : msg(str`eigenvalue ${`λ${SUBSCRIPTS[index]}`}`);
}

declare global {
  interface HTMLElementTagNameMap {
    'critical-list': CriticalList;
  }
}
