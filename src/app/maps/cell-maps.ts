import { msg, str } from '@lit/localize';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controls } from '../parts/controls.css.ts';
import { MapPainter, marginsOf } from './draw-maps.ts';
import { type Cell, drawPointer, middleOf } from './draw-pointer.ts';
import { layoutMaps, type MapLayout } from './layout.ts';
import { listenForMapGestures, type Place } from './map-gestures.ts';
import { areaBetween, areaOf, cellUnder, type MapCell, sizeOf } from './map-places.ts';
import type { MapScene } from './map-scene.ts';
import type { Area } from './zoom.ts';

/** A cell that is pointed at. */
export interface PointedCell extends MapCell {
  /** Where it is seen, in CSS pixels of the window. */
  readonly at: Place;
  readonly byKey: boolean;
}

/** Cells that a held arrow key passes at a time: so many presses lead across. */
const ACROSS = 64;

const ARROWS: Readonly<Record<string, Cell>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

/**
 * Maps of one grid side by side, with axes and a crosshair over all of them. Drag selects a part of the grid; arrows move the crosshair, with shift they
 * select, z takes the selection, Enter the cell, page up and down another map, Escape lets go. Fires `point` with a `PointedCell` or null, `pick` with
 * `{ map, cell }`, `area` with an `Area`.
 */
@customElement('cell-maps')
export class CellMaps extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        position: relative;
        overflow: auto;
        scrollbar-width: thin;
      }
      #plane {
        position: relative;
        cursor: crosshair;
        touch-action: none;
        user-select: none;
      }
      :host([scrolls]) #plane {
        touch-action: pan-y;
      }
      #plane:focus-visible {
        outline-offset: -2px;
      }
      canvas {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
      }
    `,
  ];

  @property({ attribute: false }) scene: MapScene | null = null;
  /** The cell that is inspected, and its map; −1 for one that is not shown. */
  @property({ attribute: false }) chosen: MapCell | null = null;
  /** What the maps show, for those who do not see them. */
  @property() label = '';

  @state() private size: readonly [number, number] = [0, 0];
  @state() private pointed: MapCell | null = null;
  @state() private selected: Area | null = null;
  @query('#plane') private plane!: HTMLElement;
  @query('#ground') private ground!: HTMLCanvasElement;
  @query('#over') private over!: HTMLCanvasElement;

  private layout: MapLayout | null = null;
  private readonly painter = new MapPainter();
  /** Where a selection by keys began. */
  private anchor: Cell | null = null;
  private callOff = () => {};
  private listening = new AbortController();
  private readonly observer = new ResizeObserver(([entry]) => {
    this.size = [entry.contentRect.width, entry.contentRect.height];
  });

  /** Size of what is drawn, in CSS pixels. */
  get extent(): readonly [number, number] {
    return [this.size[0], this.layout?.height ?? 0];
  }

  /** Draws the maps as they are seen, on another canvas; its transformation is left at `ratio`. */
  drawOn(context: CanvasRenderingContext2D, ratio: number): void {
    const { scene, layout } = this;
    if (scene && layout) new MapPainter().draw(context, scene, layout, ratio);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this);
    if (this.hasUpdated) this.listen();
  }

  override firstUpdated(): void {
    this.listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
    this.listening.abort();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('scene');
    if (!before || !this.scene) return;
    // Another grid, or other maps: what was pointed at is not there any more.
    if (String(sizeOf(before)) === String(sizeOf(this.scene)) && before.maps.length === this.scene.maps.length) return;
    this.letGo();
  }

  override render() {
    return html`<div
        id="plane"
        tabindex="0"
        role="application"
        aria-label=${msg(str`${this.label}. Arrows move the crosshair, Enter inspects its cell, page up and page down change the map, shift with arrows selects, z zooms there.`)}
        @keydown=${this.onKey}
        @blur=${() => this.anchor === null && this.point(null)}
        @mousedown=${this.onPress}
      >
        <canvas id="ground"></canvas>
        <canvas id="over"></canvas>
      </div>
      <slot></slot>`;
  }

  override updated(changed: PropertyValues): void {
    const { scene, size } = this;
    if (!scene || size[0] === 0) return;
    const ratio = devicePixelRatio;
    if (changed.has('scene') || changed.has('size')) {
      const context = contextOf(this.ground);
      const margins = marginsOf(scene, context);
      this.layout = layoutMaps(scene.maps.length, sizeOf(scene), size, margins);
      const { height } = this.layout;
      this.plane.style.height = `${height}px`;
      this.toggleAttribute('scrolls', height > size[1] + 1);
      sizeTo(this.ground, size[0], height, ratio);
      sizeTo(this.over, size[0], height, ratio);
      this.painter.draw(context, scene, this.layout, ratio);
    }
    if (!this.layout) return;
    const context = contextOf(this.over);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, size[0], this.layout.height);
    const { pointed, chosen, selected } = this;
    drawPointer(context, this.layout, { size: sizeOf(scene), colors: scene.colors, pointed, chosen, area: selected });
  }

  private listen(): void {
    this.listening = new AbortController();
    const target = {
      hover: (at: Place | null) => this.point(at && this.cellUnder(at), at),
      drag: (from: Place, to: Place) => {
        this.point(null);
        this.selected = this.areaBetween(from, to);
      },
      drop: (from: Place, to: Place) => this.take(this.areaBetween(from, to)),
      click: (at: Place) => {
        const hit = this.cellUnder(at);
        if (hit) this.fire('pick', hit);
      },
    };
    this.callOff = listenForMapGestures(this.plane, target, this.listening.signal);
  }

  /** Keys work where a mouse has pressed; without a ring around it all. */
  private onPress(event: MouseEvent): void {
    event.preventDefault();
    this.plane.focus({ preventScroll: true });
  }

  private onKey(event: KeyboardEvent): void {
    const { scene } = this;
    if (!scene || event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    if (arrow) this.moveBy(arrow, event.shiftKey, event.repeat);
    else if (event.key === 'Enter' && this.pointed) this.fire('pick', this.pointed);
    else if (event.key === 'PageDown') this.changeMap(1);
    else if (event.key === 'PageUp') this.changeMap(-1);
    else if (event.key === 'z' && this.selected) this.take(this.selected);
    else if (event.key === 'Escape' && (this.selected || this.pointed)) this.letGo();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private moveBy([right, up]: Cell, select: boolean, held: boolean): void {
    const [columns, rows] = sizeOf(this.scene as MapScene);
    const { map, cell } = this.pointed ?? { map: 0, cell: [columns >> 1, rows >> 1] as Cell };
    const stride = (count: number) => (held ? Math.ceil(count / ACROSS) : 1);
    const within = (at: number, count: number) => Math.min(count - 1, Math.max(0, at));
    const next: Cell = [within(cell[0] + right * stride(columns), columns), within(cell[1] + up * stride(rows), rows)];
    this.anchor = select ? (this.anchor ?? cell) : null;
    this.selected = this.anchor && areaOf(this.anchor, next, [columns, rows]);
    this.pointAt(map, next);
  }

  private changeMap(by: number): void {
    const count = this.scene?.maps.length ?? 1;
    const [columns, rows] = sizeOf(this.scene as MapScene);
    const { map, cell } = this.pointed ?? { map: -1, cell: [columns >> 1, rows >> 1] as Cell };
    this.pointAt((map + by + count) % count, cell);
  }

  private letGo(): void {
    this.callOff();
    this.anchor = null;
    this.selected = null;
    this.point(null);
  }

  private take(area: Area | null): void {
    this.letGo();
    if (area) this.fire('area', area);
  }

  /** Points at a cell by key. */
  private pointAt(map: number, cell: Cell): void {
    const { layout, scene } = this;
    if (!layout || !scene) return;
    this.point({ map, cell }, middleOf(layout.maps[map], cell, sizeOf(scene)), true);
  }

  private point(pointed: MapCell | null, place: Place | null = null, byKey = false): void {
    if (!pointed && !this.pointed) return;
    this.pointed = pointed;
    const box = this.plane.getBoundingClientRect();
    this.fire('point', pointed && place && { ...pointed, at: [box.left + place[0], box.top + place[1]], byKey });
  }

  private cellUnder(at: Place): MapCell | null {
    const { layout, scene } = this;
    return layout && scene && cellUnder(layout, sizeOf(scene), at);
  }

  private areaBetween(from: Place, to: Place): Area | null {
    const { layout, scene } = this;
    return layout && scene && areaBetween(layout, sizeOf(scene), from, to);
  }

  private fire(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  return canvas.getContext('2d') as CanvasRenderingContext2D;
}

/** Gives a canvas the size of its picture; that clears it. */
function sizeTo(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): void {
  canvas.width = Math.max(1, Math.round(width * ratio));
  canvas.height = Math.max(1, Math.round(height * ratio));
}

declare global {
  interface HTMLElementTagNameMap {
    'cell-maps': CellMaps;
  }
}
