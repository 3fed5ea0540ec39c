import type { Span } from './axis-scale.ts';
import type { MapLayout, Rect } from './layout.ts';
import { cssColor, type MapColors } from './map-colors.ts';
import type { GridSize } from './paint-cells.ts';

/** A column and a row of the grid. */
export type Cell = readonly [i: number, j: number];

/** What is shown over maps. */
export interface PointerPicture {
  readonly size: GridSize;
  readonly colors: MapColors;
  /** The cell that is pointed at, and the map on which it is. */
  readonly pointed: { readonly map: number; readonly cell: Cell } | null;
  /** The cell that is inspected; its map, or −1 where that is not shown. */
  readonly chosen: { readonly map: number; readonly cell: Cell } | null;
  /** The part of the grid that is being selected. */
  readonly area: { readonly x: Span | null; readonly y: Span | null } | null;
}

/** Pixels left free around the middle of the crosshair. */
const FREE = 6;
const RING = 6;

/** Draws crosshair, inspected cell and selection over all maps alike. */
export function drawPointer(context: CanvasRenderingContext2D, layout: MapLayout, picture: PointerPicture): void {
  const { pointed, chosen, area } = picture;
  layout.maps.forEach((rect, map) => {
    context.save();
    context.beginPath();
    context.rect(rect.x, rect.y, rect.width, rect.height);
    context.clip();
    if (area) drawArea(context, rect, area, picture.colors);
    if (chosen) drawChosen(context, middleOf(rect, chosen.cell, picture.size), chosen.map === map, picture.colors);
    if (pointed) drawCrosshair(context, rect, pointed.cell, picture);
    context.restore();
  });
}

/** The middle of a cell on a map. */
export function middleOf(rect: Rect, [i, j]: Cell, [columns, rows]: GridSize): [number, number] {
  return [rect.x + ((i + 0.5) / columns) * rect.width, rect.y + (1 - (j + 0.5) / rows) * rect.height];
}

function drawCrosshair(context: CanvasRenderingContext2D, rect: Rect, cell: Cell, picture: PointerPicture): void {
  const { size, colors } = picture;
  const [x, y] = middleOf(rect, cell, size);
  const free = Math.min(...size) > 1 ? FREE : 0;
  context.beginPath();
  // In a single row or column only one of the two lines tells anything.
  if (size[1] > 1) {
    context.moveTo(rect.x, y);
    context.lineTo(x - free, y);
    context.moveTo(x + free, y);
    context.lineTo(rect.x + rect.width, y);
  }
  if (size[0] > 1) {
    context.moveTo(x, rect.y);
    context.lineTo(x, y - free);
    context.moveTo(x, y + free);
    context.lineTo(x, rect.y + rect.height);
  }
  strokeTwice(context, colors, 1);
}

function drawChosen(
  context: CanvasRenderingContext2D,
  [x, y]: readonly [number, number],
  own: boolean,
  colors: MapColors,
): void {
  context.beginPath();
  context.arc(x, y, RING, 0, 2 * Math.PI);
  strokeTwice(context, colors, own ? 2.5 : 1);
}

function drawArea(
  context: CanvasRenderingContext2D,
  rect: Rect,
  area: NonNullable<PointerPicture['area']>,
  colors: MapColors,
): void {
  const [left, right] = area.x ?? [0, 1];
  const [low, high] = area.y ?? [0, 1];
  const inner: Rect = {
    x: rect.x + left * rect.width,
    y: rect.y + (1 - high) * rect.height,
    width: (right - left) * rect.width,
    height: (high - low) * rect.height,
  };
  context.beginPath();
  context.rect(rect.x, rect.y, rect.width, rect.height);
  context.rect(inner.x, inner.y, inner.width, inner.height);
  context.fillStyle = cssColor(colors.paper, 0.6);
  context.fill('evenodd');
  context.beginPath();
  context.rect(inner.x, inner.y, inner.width, inner.height);
  strokeTwice(context, colors, 1.5);
}

/** A line in ink with paper on both sides: seen on every colour. */
function strokeTwice(context: CanvasRenderingContext2D, { paper, ink }: MapColors, width: number): void {
  context.lineWidth = width + 2;
  context.strokeStyle = cssColor(paper, 0.75);
  context.stroke();
  context.lineWidth = width;
  context.strokeStyle = cssColor(ink);
  context.stroke();
}
