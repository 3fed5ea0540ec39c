import { msg, str } from '@lit/localize';
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { CellTable } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import { optimizerColor } from '../parts/colors.ts';
import { listed } from '../parts/listed.ts';
import { CONTESTS, type Contest, type PageView } from '../view/page-view.ts';
import { differenceCodes, VERDICTS } from './difference-codes.ts';
import { differenceMap, verdictWords } from './difference-map.ts';
import type { MapColors } from './map-colors.ts';
import { MapPanel } from './map-panel.ts';
import type { DrawnMaps } from './quantity-maps.ts';

function contestName(contest: Contest): string {
  if (contest === 'arrival') return msg('who arrives');
  return contest === 'steps' ? msg('who is faster') : msg('who ends lower');
}

/** Two optimizers compared cell by cell: who arrives where the other does not, and who is ahead where both do. Fires `view` and `edit`. */
@customElement('difference-panel')
export class DifferencePanel extends MapPanel {
  static override styles = [
    ...MapPanel.styles,
    css`
      p {
        margin: 12px 16px;
      }
      .key {
        display: inline-block;
        width: 8px;
        height: 8px;
        margin-right: 4px;
        background: var(--color);
      }
      select {
        max-width: 160px;
      }
    `,
  ];

  protected override ingredients() {
    return [this.view.pair.join(), this.contest];
  }

  protected override draw(plan: Plan, tables: readonly CellTable[] | null, colors: MapColors): DrawnMaps {
    return differenceMap(plan, tables, this.view.pair, this.contest, colors);
  }

  override render() {
    const { plan, view, drawn, contest } = this;
    if (!plan || !drawn) return html`<p class="muted">${msg('The map appears here as soon as an engine is open.')}</p>`;
    if (plan.optimizers.length < 2)
      return html`<p class="muted">${msg('Add a second optimizer to see where they differ.')}</p>`;
    const { pair } = view;
    return html`<map-board
      .plan=${plan}
      .tables=${this.fittingTables}
      .scene=${drawn.scene}
      .legend=${drawn.legend}
      .shown=${pair}
      .owners=${[pair[0]]}
      .chosen=${view.cell && [pair[0], view.cell[1], view.cell[2]]}
      .remarkOf=${(cell: number) => this.remark(cell)}
      .zooms=${view.zooms}
      label=${msg(str`Difference of ${listed(pair.map((k) => plan.optimizers[k].label))}, ${contestName(contest)}`)}
    >
      ${this.picker(plan, 0, msg('First optimizer'))} ${this.picker(plan, 1, msg('Second optimizer'))}
      <label>
        ${msg('Show')}
        <select @change=${this.onContest}>
          ${CONTESTS.map(
            (each) => html`<option
              value=${each}
              .selected=${live(each === contest)}
              ?disabled=${each === 'steps' && plan.target === null}
            >
              ${contestName(each)}
            </option>`,
          )}
        </select>
      </label>
    </map-board>`;
  }

  /** Without a target there are no steps to it. */
  private get contest(): Contest {
    const { contest } = this.view;
    return contest === 'steps' && this.plan?.target === null ? 'arrival' : contest;
  }

  private picker({ optimizers }: Plan, side: 0 | 1, label: string) {
    const chosen = this.view.pair[side];
    return html`<span>
      <span class="key" style="--color: ${optimizerColor(chosen)}"></span
      ><select aria-label=${label} @change=${(event: Event) => this.onPair(side, event)}>
        ${optimizers.map((each, k) => html`<option value=${k} .selected=${live(k === chosen)}>${each.label}</option>`)}
      </select>
    </span>`;
  }

  /** Choosing what the other picker has changes the two over. */
  private onPair(side: 0 | 1, event: Event): void {
    const next = Number((event.target as HTMLSelectElement).value);
    const { pair } = this.view;
    const other = pair[1 - side] === next ? pair[side] : pair[1 - side];
    this.look({ pair: side === 0 ? [next, other] : [other, next] });
  }

  private onContest(event: Event): void {
    this.look({ contest: (event.target as HTMLSelectElement).value as Contest });
  }

  private look(detail: Partial<PageView>): void {
    this.dispatchEvent(new CustomEvent('view', { detail, bubbles: true }));
  }

  private remark(cell: number): string {
    const { plan, view, contest, fittingTables: tables } = this;
    if (!plan || !tables) return '';
    const code = new Uint16Array(1);
    const [a, b] = view.pair.map((k) => tables[k]);
    differenceCodes(a, b, plan, contest).fill(code, cell, Int32Array.of(0));
    return verdictWords(plan, view.pair, contest)[VERDICTS[code[0]]];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'difference-panel': DifferencePanel;
  }
}
