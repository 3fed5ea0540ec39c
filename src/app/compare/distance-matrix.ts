import { msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shareText } from '../../analysis/share-text.ts';
import { closedUp } from '../locale/spacing.ts';
import { optimizerColor } from '../parts/colors.ts';
import { controls } from '../parts/controls.css.ts';
import { formatCount } from '../parts/numbers.ts';
import { inRow } from '../parts/sentences.ts';
import type { Analysis } from './analysis.ts';

/** What is better, where minima are known and where not. */
const meaningOf = (known: boolean) =>
  known
    ? msg(
        'Where two differ, the better one arrives and the other does not; where both arrive, it comes to the lower minimum; where neither does, it ends at the lower loss.',
      )
    : msg(
        'Where two differ, the better one arrives and the other does not; where neither does, it ends at the lower loss.',
      );

/** How far apart any two optimizers are: in what share of the cells they come to something else, and in what share the one of the row does better. */
@customElement('distance-matrix')
export class DistanceMatrix extends LitElement {
  static override styles = [
    controls,
    css`
      .scroll {
        overflow-x: auto;
        scrollbar-width: thin;
      }
      table {
        border-collapse: collapse;
        font-size: 13px;
        line-height: 18px;
      }
      th,
      td {
        padding: 4px 12px 4px 0;
        text-align: right;
        font-weight: 400;
        white-space: nowrap;
        vertical-align: top;
      }
      th {
        color: var(--muted);
      }
      tbody th {
        text-align: left;
      }
      tbody > tr > * {
        border-top: 1px solid var(--hairline);
      }
      .key {
        display: inline-block;
        width: 8px;
        height: 8px;
        margin-right: 6px;
        border-radius: 50%;
      }
      small {
        display: block;
        font-size: 11px;
        line-height: 14px;
        color: var(--muted);
      }
    `,
  ];

  @property({ attribute: false }) analysis!: Analysis;

  override render() {
    const { plan, differences, standings } = this.analysis;
    const { optimizers } = plan;
    const cells = standings[0].cells;
    const known = plan.objective.minima.length > 0;
    const meaning = meaningOf(known);
    const name = (i: number) =>
      html`<span class="key" style="background: ${optimizerColor(i)}"></span>${optimizers[i].label}`;
    return html`
      <h2>${msg('How far apart')}</h2>
      <p class="small muted">
        ${
          known
            ? msg(
                html`Share of the cells in which two optimizers come to another outcome or another minimum; below it, the share in which the one of the row does <span title=${meaning}>better</span>.`,
              )
            : msg(
                html`Share of the cells in which two optimizers come to another outcome; below it, the share in which the one of the row does <span title=${meaning}>better</span>.`,
              )
        }
        ${known ? '' : msg('Which minimum they come to is not known for this formula.')}
      </p>
      <div class="scroll" role="region" tabindex="0" aria-label=${msg('How far apart the optimizers are, scrolls sideways')}>
        <table>
          <thead>
            <tr>
              <td></td>
              ${optimizers.map((_, b) => html`<th scope="col">${name(b)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${differences.map(
              (row, a) => html`<tr>
                <th scope="row">${name(a)}</th>
                ${row.map(({ differing, firstBetter, secondBetter }, b) => {
                  if (a === b) return html`<td class="muted">–</td>`;
                  const counts = msg(
                    str`${optimizers[a].label} does better in ${formatCount(firstBetter)}, ${optimizers[b].label} in ${formatCount(secondBetter)} of ${formatCount(cells)} cells.`,
                  );
                  return html`<td title=${closedUp(inRow([counts, meaning]))}>
                    ${shareText(differing, cells)}<small>${msg(str`better in ${shareText(firstBetter, cells)}`)}</small>
                  </td>`;
                })}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'distance-matrix': DistanceMatrix;
  }
}
