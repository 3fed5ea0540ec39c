import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { CellTable } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import { type PageView, QUANTITIES, type Quantity } from '../view/page-view.ts';
import type { MapColors } from './map-colors.ts';
import { MapPanel } from './map-panel.ts';
import { quantityName } from './quantities.ts';
import { type DrawnMaps, quantityMaps } from './quantity-maps.ts';

/** A map for each optimizer that is shown, every pixel a trajectory, coloured by one quantity. Fires `view` and `edit`. */
@customElement('maps-panel')
export class MapsPanel extends MapPanel {
  private shown: readonly number[] = [];

  protected override ingredients() {
    return [this.view.quantity, this.view.hidden.join()];
  }

  protected override draw(plan: Plan, tables: readonly CellTable[] | null, colors: MapColors): DrawnMaps {
    const { quantity, hidden } = this.view;
    this.shown = plan.optimizers.map((_, k) => k).filter((k) => !hidden.includes(k));
    return quantityMaps(plan, tables, this.shown, quantity, colors);
  }

  override render() {
    const { plan, view, drawn, shown } = this;
    if (!plan || !drawn)
      return html`<p class="muted empty">${msg('The maps appear here as soon as an engine is open.')}</p>`;
    if (shown.length === 0)
      return html`<p class="muted empty">${msg('All optimizers are hidden: show one to see its map.')}</p>`;
    return html`<map-board
      .plan=${plan}
      .tables=${this.fittingTables}
      .scene=${drawn.scene}
      .legend=${drawn.legend}
      .shown=${shown}
      .owners=${shown}
      .chosen=${view.cell}
      .zooms=${view.zooms}
      label=${msg(str`Maps of ${quantityName(view.quantity)} of ${drawn.scene.maps.map(({ title }) => title).join(', ')}`)}
    >
      <label>
        ${msg('Colour')}
        <select @change=${this.onQuantity}>
          ${QUANTITIES.map(
            (each) =>
              html`<option value=${each} .selected=${live(each === view.quantity)}>${quantityName(each)}</option>`,
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
