import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type CellTable, OUTCOMES } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import { OUTCOME_SIGNS, optimizerColor } from '../parts/colors.ts';
import { controls } from '../parts/controls.css.ts';
import { formatCount, formatNumber } from '../parts/numbers.ts';
import type { PointedCell } from './cell-maps.ts';
import { axisName } from './map-scene.ts';
import { minimumColorOnMap } from './outcome-classes.ts';

/** Widest that it is, in CSS pixels, and how far it stays from the pointer and the window's edge. */
const WIDTH = 440;
const AWAY = 16;
const EDGE = 8;

/** The values of one cell, of all optimizers shown, beside the pointer. */
@customElement('cell-readout')
export class CellReadout extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        position: fixed;
        z-index: 2;
        padding: 6px 10px 8px;
        border: 1px solid var(--muted);
        background: var(--paper);
        font-size: 12px;
        line-height: 18px;
        pointer-events: none;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: 0 0 0 10px;
        text-align: right;
        font-weight: 400;
        white-space: nowrap;
      }
      th:first-child,
      td:nth-child(2),
      th:nth-child(2) {
        text-align: left;
      }
      th:first-child {
        max-width: 104px;
        padding: 0;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      tbody tr[aria-current] th {
        font-weight: 600;
      }
      i {
        display: inline-block;
        width: 8px;
        height: 8px;
        margin-right: 4px;
        background: var(--color);
        forced-color-adjust: none;
      }
      @media (max-width: 479px) {
        :host {
          padding-inline: 6px;
          font-size: 11px;
        }
        th,
        td {
          padding-left: 6px;
        }
        th:first-child {
          max-width: 80px;
        }
      }
      svg {
        width: 10px;
        height: 10px;
        margin-right: 4px;
        vertical-align: -1px;
        fill: none;
        stroke-width: 1.6;
      }
    `,
  ];

  @property({ attribute: false }) plan: Plan | null = null;
  @property({ attribute: false }) tables: readonly CellTable[] | null = null;
  /** The optimizers of the maps, by their places in the plan. */
  @property({ attribute: false }) shown: readonly number[] = [];
  @property({ attribute: false }) pointed: PointedCell | null = null;
  /** The optimizer that is pointed at. */
  @property({ type: Number }) current = -1;
  /** What else is told of the cell. */
  @property() remark = '';
  /** What is told in place of the tables' values; null for these. */
  @property({ attribute: false }) told: string | null = null;

  override willUpdate(): void {
    const { pointed } = this;
    this.hidden = !pointed;
    if (!pointed) return;
    const [x, y] = pointed.at;
    const [wide, high] = [document.documentElement.clientWidth, innerHeight];
    const width = Math.min(WIDTH, wide - 2 * EDGE);
    const side = x > wide / 2 ? x - AWAY - width : x + AWAY;
    const left = Math.min(wide - EDGE - width, Math.max(EDGE, side));
    const above = y > high / 2;
    Object.assign(this.style, {
      width: `${width}px`,
      left: `${left}px`,
      top: above ? 'auto' : `${y + AWAY}px`,
      bottom: above ? `${high - y + AWAY}px` : 'auto',
    });
  }

  override render() {
    const { plan, tables, pointed, shown, remark, told } = this;
    if (!plan || !pointed) return nothing;
    const [i, j] = pointed.cell;
    const { x, y } = plan;
    const place = [[x, i] as const, [y, j] as const]
      .filter(([{ values }]) => values.length > 1 || plan.cells === 1)
      .map(([axis, at]) => `${axisName(axis, plan)} = ${formatNumber(axis.values[at], 4)}`)
      .join(', ');
    return html`<div role=${pointed.byKey ? 'status' : nothing}>
      <div class="place">${place}${remark ? html`<span class="muted"> · ${remark}</span>` : nothing}</div>
      ${
        tables
          ? html`<table>
              <thead class="muted">
                <tr>
                  <th scope="col">${msg('optimizer')}</th>
                  <th scope="col">${msg('outcome')}</th>
                  <th scope="col">${msg('steps')}</th>
                  <th scope="col">${msg('loss')}</th>
                  <th scope="col">${msg('gradient')}</th>
                </tr>
              </thead>
              <tbody>
                ${shown.map((k) => row(plan, tables[k], k, j * x.values.length + i, k === this.current))}
              </tbody>
            </table>`
          : html`<p class="muted">${told ?? msg('Its values are being read.')}</p>`
      }
    </div>`;
  }
}

function row(plan: Plan, table: CellTable, optimizer: number, cell: number, current: boolean) {
  const arrived = table.arrivedAt[cell];
  return html`<tr aria-current=${current || nothing}>
    <th scope="row"><i style="--color: ${optimizerColor(optimizer)}"></i>${plan.optimizers[optimizer].label}</th>
    <td>${outcomeOf(plan, table, cell)}</td>
    <td>${arrived < 0 ? '–' : formatCount(arrived)}</td>
    <td>${formatNumber(table.loss[cell])}</td>
    <td>${formatNumber(table.gradientNorm[cell])}</td>
  </tr>`;
}

/** A cell's outcome with its symbol, and its minimum or the step of its divergence. */
function outcomeOf(plan: Plan, { outcome, minimum, divergedAt, step }: CellTable, cell: number) {
  const name = OUTCOMES[outcome[cell]];
  const { path, filled, label } = OUTCOME_SIGNS[name];
  const color = minimum[cell] >= 0 ? minimumColorOnMap(plan.objective, minimum[cell]) : `var(--${name})`;
  const words = () => {
    if (name === 'diverged') return msg(str`diverged, step ${formatCount(divergedAt[cell])}`);
    if (name === 'crawling' && step < plan.steps) return msg('on the way');
    return minimum[cell] >= 0 && plan.objective.minima.length > 1 ? msg(str`minimum ${minimum[cell] + 1}`) : label;
  };
  return html`<svg viewBox="0 0 12 12" aria-hidden="true">
      ${svg`<path d=${path} style="stroke: ${color}; fill: ${filled ? color : 'none'}"></path>`}</svg
    >${words()}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'cell-readout': CellReadout;
  }
}
