import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { CellTable } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import { controls } from '../parts/controls.css.ts';
import { FIRST_VIEW, type PageView, QUANTITIES, type Quantity } from '../view/page-view.ts';
import { fitting } from './fitting-tables.ts';
import type { MapBoard } from './map-board.ts';
import './map-board.ts';
import { readMapColors } from './map-colors.ts';
import { QUANTITY_NAMES } from './quantities.ts';
import { type DrawnMaps, quantityMaps } from './quantity-maps.ts';
import { ZoomHistory, zoomHistoryOf } from './zoom-history.ts';

/** A map for each optimizer that is shown, every pixel a trajectory, coloured by one quantity. Fires `view` and `edit`. */
@customElement('maps-panel')
export class MapsPanel extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        min-height: 0;
      }
    `,
  ];

  @property({ attribute: false }) plan: Plan | null = null;
  @property({ attribute: false }) tables: readonly CellTable[] | null = null;
  @property({ attribute: false }) view: PageView = FIRST_VIEW;
  @property() theme: 'light' | 'dark' = 'light';
  @query('map-board') private board!: MapBoard | null;

  private shown: readonly number[] = [];
  private drawn: DrawnMaps | null = null;
  /** What `drawn` was made of. */
  private made: readonly unknown[] = [];
  private history = new ZoomHistory();

  /** Maps, axes and legend on one canvas. */
  picture(): HTMLCanvasElement {
    return this.board?.picture() ?? document.createElement('canvas');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.history = zoomHistoryOf(this.getRootNode());
  }

  override willUpdate(_: PropertyValues): void {
    const { plan, view, theme } = this;
    if (!plan) return;
    const tables = fitting(this.tables, plan);
    const { quantity, hidden } = view;
    const made = [plan, tables, quantity, hidden.join(), theme];
    if (made.every((each, i) => each === this.made[i])) return;
    this.made = made;
    this.shown = plan.optimizers.map((_, k) => k).filter((k) => !hidden.includes(k));
    this.drawn = quantityMaps(plan, tables, this.shown, quantity, readMapColors(this));
  }

  override render() {
    const { plan, view, drawn, shown } = this;
    if (!plan || !drawn) return html`<p class="muted">The maps appear here as soon as an engine is open.</p>`;
    if (shown.length === 0) return html`<p class="muted">All optimizers are hidden: show one to see its map.</p>`;
    return html`<map-board
      .plan=${plan}
      .tables=${fitting(this.tables, plan)}
      .scene=${drawn.scene}
      .legend=${drawn.legend}
      .shown=${shown}
      .owners=${shown}
      .chosen=${view.cell}
      .history=${this.history}
      label="Maps of ${QUANTITY_NAMES[view.quantity]} of ${drawn.scene.maps.map(({ title }) => title).join(', ')}"
    >
      <label>
        Colour
        <select @change=${this.onQuantity}>
          ${QUANTITIES.map(
            (each) =>
              html`<option value=${each} .selected=${live(each === view.quantity)}>${QUANTITY_NAMES[each]}</option>`,
          )}
        </select>
      </label>
    </map-board>`;
  }

  private onQuantity(event: Event): void {
    const quantity = (event.target as HTMLSelectElement).value as Quantity;
    this.dispatchEvent(new CustomEvent<Partial<PageView>>('view', { detail: { quantity }, bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'maps-panel': MapsPanel;
  }
}
