import { css, LitElement, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { CellTable } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import { controls } from '../parts/controls.css.ts';
import { FIRST_VIEW, type PageView } from '../view/page-view.ts';
import { fitting } from './fitting-tables.ts';
import type { MapBoard } from './map-board.ts';
import './map-board.ts';
import { type MapColors, readMapColors } from './map-colors.ts';
import type { DrawnMaps } from './quantity-maps.ts';

/** A panel of maps of the grid's cells: draws them anew where something that they are made of has changed. */
export abstract class MapPanel extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        min-height: 0;
      }
      .empty {
        padding: 16px;
      }
    `,
  ];

  @property({ attribute: false }) plan: Plan | null = null;
  @property({ attribute: false }) tables: readonly CellTable[] | null = null;
  @property({ attribute: false }) view: PageView = FIRST_VIEW;
  @property() theme: 'light' | 'dark' = 'light';
  @query('map-board') private board!: MapBoard | null;

  protected drawn: DrawnMaps | null = null;
  /** What `drawn` was made of. */
  private made: readonly unknown[] = [];

  /** The tables, where they are of the plan's own cells. */
  protected get fittingTables(): readonly CellTable[] | null {
    return this.plan && fitting(this.tables, this.plan);
  }

  /** What the maps are made of besides the plan, its tables and the theme. */
  protected abstract ingredients(): readonly unknown[];
  /** Draws the maps. */
  protected abstract draw(plan: Plan, tables: readonly CellTable[] | null, colors: MapColors): DrawnMaps;

  /** Maps, axes and legend on one canvas. */
  picture(): HTMLCanvasElement {
    return this.board?.picture() ?? document.createElement('canvas');
  }

  override willUpdate(_: PropertyValues): void {
    const { plan, theme, fittingTables } = this;
    if (!plan) return;
    const made = [plan, fittingTables, theme, ...this.ingredients()];
    if (made.length === this.made.length && made.every((each, i) => each === this.made[i])) return;
    this.made = made;
    this.drawn = this.draw(plan, fittingTables, readMapColors(this));
  }
}
