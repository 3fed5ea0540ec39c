import { msg } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { CellTable } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import type { EditRequest } from '../edits.ts';
import { controls } from '../parts/controls.css.ts';
import type { PageView } from '../view/page-view.ts';
import { type Ends, endsOf } from '../view/zooms.ts';
import type { CellMaps, PointedCell } from './cell-maps.ts';
import './cell-maps.ts';
import './cell-readout.ts';
import { drawLegend, legendHeight } from './draw-legend.ts';
import type { Legend } from './legend.ts';
import { cssColor } from './map-colors.ts';
import './map-legend.ts';
import type { MapScene } from './map-scene.ts';
import { type Area, rangesIn, sameRanges, withRanges } from './zoom.ts';
import { wayBack, wholeOf, zoomedBack, zoomedInto } from './zoom-trail.ts';

/** The control of the grid's ranges. */
const CONTROL = 'grid';
/** Pixels of a picture to a CSS pixel: it is looked at larger, or printed. */
const FINE = 2;
const PAD = 16;

/**
 * Maps with what stands around them: a place for their pickers, the zoom of the grid and the way back, the values under the crosshair, the legend. Fires
 * `edit` with another grid, and `view` with the cell that is picked and with the zooms.
 */
@customElement('map-board')
export class MapBoard extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
        min-height: 0;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 16px;
        padding: 8px 16px;
      }
      /* What is said beside the buttons wraps out of sight where there is no room for it. */
      .zoom {
        flex: 1 0 128px;
        display: flex;
        flex-flow: row-reverse wrap;
        gap: 8px;
        height: 32px;
        padding: 2px;
        overflow: hidden;
      }
      .zoom span {
        line-height: 28px;
      }
      .zoom div {
        display: flex;
        gap: 8px;
      }
      @media (pointer: coarse) {
        .zoom {
          height: 44px;
        }
        .zoom span {
          line-height: 40px;
        }
      }
      cell-maps {
        min-height: 0;
        margin: 0 0 0 8px;
      }
      map-legend {
        max-height: clamp(104px, 22dvh, 320px);
        overflow-y: auto;
        scrollbar-width: thin;
        margin: 8px 16px;
      }
    `,
  ];

  @property({ attribute: false }) plan: Plan | null = null;
  @property({ attribute: false }) tables: readonly CellTable[] | null = null;
  @property({ attribute: false }) scene: MapScene | null = null;
  @property({ attribute: false }) legend: Legend | null = null;
  /** What the maps show, for those who do not see them. */
  @property() label = '';
  /** The optimizers whose values are told, by their places in the plan. */
  @property({ attribute: false }) shown: readonly number[] = [];
  /** The optimizer that each map belongs to: picking a cell there inspects it. */
  @property({ attribute: false }) owners: readonly number[] = [];
  /** The inspected cell, as the view has it. */
  @property({ attribute: false }) chosen: PageView['cell'] = null;
  /** The zooms that led to the plan's grid, as the view has them. */
  @property({ attribute: false }) zooms: PageView['zooms'] = null;
  /** What is told of a cell besides its values. */
  @property({ attribute: false }) remarkOf: (cell: number) => string = () => '';
  /** What is told of a map's cell in place of the tables' values; null where these are. */
  @property({ attribute: false }) told: ((map: number, cell: number) => string) | null = null;

  @state() private pointed: PointedCell | null = null;
  /** Whether the last zoom asked for was too deep. */
  @state() private tooDeep = false;
  @query('cell-maps') private maps!: CellMaps;

  /** Maps, axes and legend on one canvas, on the theme's paper. */
  picture(): HTMLCanvasElement {
    const { legend, scene, maps } = this;
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    if (!context || !scene || !legend) return canvas;
    const [width, height] = maps.extent;
    const below = legendHeight(legend);
    canvas.width = Math.round((width + PAD) * FINE);
    canvas.height = Math.round((height + below + PAD) * FINE);
    context.fillStyle = cssColor(scene.colors.paper);
    context.fillRect(0, 0, canvas.width, canvas.height);
    maps.drawOn(context, FINE);
    drawLegend(context, legend, [PAD, height + PAD], width - 2 * PAD, FINE);
    return canvas;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('plan')) this.tooDeep = false;
  }

  override render() {
    const { plan, tables, scene, shown, owners, pointed, chosen } = this;
    const mark = chosen && { map: owners.indexOf(chosen[0]), cell: [chosen[1], chosen[2]] as const };
    const cell = pointed && plan ? pointed.cell[1] * plan.x.values.length + pointed.cell[0] : -1;
    return html`
      <div class="tools">
        <slot></slot>
        <div class="zoom">
          <div>
            <button
              title=${msg('Back to the ranges before the last zoom')}
              ?disabled=${!plan || wayBack(this.zooms, plan).length === 0}
              @click=${this.back}
            >
              ${msg('back')}
            </button>
            <button
              title=${msg('Back to the whole grid')}
              ?disabled=${!plan || sameRanges(wholeOf(this.zooms, plan), endsOf(plan))}
              @click=${() => plan && this.lay(wholeOf(this.zooms, plan), plan, this.zooms)}
            >
              ${msg('whole')}
            </button>
          </div>
          <span class="small muted">${msg('Drag to zoom, click to inspect')}</span>
        </div>
        ${
          this.tooDeep
            ? html`<p class="error" role="alert">
                ${msg('Cells there would be nearer to each other than 32-bit numbers tell apart. Zoom into a larger part.')}
              </p>`
            : nothing
        }
      </div>
      <cell-maps
        .scene=${scene}
        .chosen=${mark}
        .label=${this.label}
        @point=${({ detail }: CustomEvent<PointedCell | null>) => {
          this.pointed = detail;
        }}
        @pick=${({ detail: { map, cell: picked } }: CustomEvent<PointedCell>) =>
          this.fire<Partial<PageView>>('view', { cell: [owners[map], picked[0], picked[1]] })}
        @area=${({ detail }: CustomEvent<Area>) => this.zoom(detail)}
      ></cell-maps>
      <map-legend .legend=${this.legend}></map-legend>
      ${
        pointed && plan
          ? html`<cell-readout
              .plan=${plan}
              .tables=${tables}
              .shown=${shown}
              .pointed=${pointed}
              .current=${owners[pointed.map]}
              .remark=${tables ? this.remarkOf(cell) : ''}
              .told=${this.told?.(pointed.map, cell) ?? null}
            ></cell-readout>`
          : nothing
      }
    `;
  }

  private zoom(area: Area): void {
    const { plan } = this;
    if (!plan) return;
    const ranges = rangesIn(plan, area);
    this.tooDeep = !ranges;
    if (ranges) this.lay(ranges, plan, zoomedInto(this.zooms, plan, ranges));
  }

  private back(): void {
    const { plan, zooms } = this;
    const ranges = plan && wayBack(zooms, plan).at(-1);
    if (ranges) this.lay(ranges, plan, zoomedBack(zooms, plan));
  }

  private lay(ranges: Ends, plan: Plan, zooms: PageView['zooms']): void {
    this.fire<Partial<PageView>>('view', { zooms });
    this.fire<EditRequest>('edit', { control: CONTROL, change: withRanges(ranges, plan) });
  }

  private fire<T>(type: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(type, { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'map-board': MapBoard;
  }
}
