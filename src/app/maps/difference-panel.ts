import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { CellTable } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import { optimizerColor } from '../parts/colors.ts';
import { controls } from '../parts/controls.css.ts';
import { FIRST_VIEW, type PageView } from '../view/page-view.ts';
import { CONTESTS, type Contest, differenceCodes, VERDICTS } from './difference-codes.ts';
import { differenceMap, verdictWords } from './difference-map.ts';
import { fitting } from './fitting-tables.ts';
import type { MapBoard } from './map-board.ts';
import './map-board.ts';
import { readMapColors } from './map-colors.ts';
import type { DrawnMaps } from './quantity-maps.ts';
import { ZoomHistory, zoomHistoryOf } from './zoom-history.ts';

const CONTEST_NAMES: Readonly<Record<Contest, string>> = {
  arrival: 'who arrives',
  steps: 'who is faster',
  loss: 'who ends lower',
};

/** Two optimizers compared cell by cell: who arrives where the other does not, and who is ahead where both do. Fires `view` and `edit`. */
@customElement('difference-panel')
export class DifferencePanel extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        min-height: 0;
      }
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

  @property({ attribute: false }) plan: Plan | null = null;
  @property({ attribute: false }) tables: readonly CellTable[] | null = null;
  @property({ attribute: false }) view: PageView = FIRST_VIEW;
  @property() theme: 'light' | 'dark' = 'light';
  @state() private wanted: Contest = 'arrival';
  @query('map-board') private board!: MapBoard | null;

  private drawn: DrawnMaps | null = null;
  /** What `drawn` was made of. */
  private made: readonly unknown[] = [];
  private history = new ZoomHistory();

  /** The map, its axes and legend on one canvas. */
  picture(): HTMLCanvasElement {
    return this.board?.picture() ?? document.createElement('canvas');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.history = zoomHistoryOf(this.getRootNode());
  }

  override willUpdate(_: PropertyValues): void {
    const { plan, view, theme, contest } = this;
    if (!plan) return;
    const tables = fitting(this.tables, plan);
    const made = [plan, tables, view.pair.join(), theme, contest];
    if (made.every((each, i) => each === this.made[i])) return;
    this.made = made;
    this.drawn = differenceMap(plan, tables, view.pair, contest, readMapColors(this));
  }

  override render() {
    const { plan, view, drawn, contest } = this;
    if (!plan || !drawn) return html`<p class="muted">The map appears here as soon as an engine is open.</p>`;
    if (plan.optimizers.length < 2) return html`<p class="muted">Add a second optimizer to see where they differ.</p>`;
    const { pair } = view;
    return html`<map-board
      .plan=${plan}
      .tables=${fitting(this.tables, plan)}
      .scene=${drawn.scene}
      .legend=${drawn.legend}
      .shown=${pair}
      .owners=${[pair[0]]}
      .chosen=${view.cell && [pair[0], view.cell[1], view.cell[2]]}
      .remarkOf=${(cell: number) => this.remark(cell)}
      .history=${this.history}
      label="Difference of ${pair.map((k) => plan.optimizers[k].label).join(' and ')}, ${CONTEST_NAMES[contest]}"
    >
      ${this.picker(plan, 0, 'First optimizer')} ${this.picker(plan, 1, 'Second optimizer')}
      <label>
        Show
        <select @change=${this.onContest}>
          ${CONTESTS.map(
            (each) => html`<option
              value=${each}
              .selected=${live(each === contest)}
              ?disabled=${each === 'steps' && plan.target === null}
            >
              ${CONTEST_NAMES[each]}
            </option>`,
          )}
        </select>
      </label>
    </map-board>`;
  }

  /** Without a target there are no steps to it. */
  private get contest(): Contest {
    return this.wanted === 'steps' && this.plan?.target === null ? 'arrival' : this.wanted;
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
    const detail: Partial<PageView> = { pair: side === 0 ? [next, other] : [other, next] };
    this.dispatchEvent(new CustomEvent('view', { detail, bubbles: true }));
  }

  private onContest(event: Event): void {
    this.wanted = (event.target as HTMLSelectElement).value as Contest;
  }

  private remark(cell: number): string {
    const { plan, view, contest } = this;
    const tables = plan && fitting(this.tables, plan);
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
