import { cellAlong, type Span } from './axis-scale.ts';
import type { Cell } from './draw-pointer.ts';
import type { MapLayout, Rect } from './layout.ts';
import type { Place } from './map-gestures.ts';
import type { MapScene } from './map-scene.ts';
import type { GridSize } from './paint-cells.ts';
import type { Area } from './zoom.ts';

/** A cell on one of the maps. */
export interface MapCell {
  readonly map: number;
  readonly cell: Cell;
}

/** Sides of a dragged rectangle below so many CSS pixels mean the whole axis. */
const THIN = 8;

/** Columns and rows of the maps' grid. */
export function sizeOf({ x, y }: MapScene): GridSize {
  return [x.axis.values.length, y.axis.values.length];
}

/** The cell under a place in CSS pixels; null where there is no map. */
export function cellUnder({ maps }: MapLayout, [columns, rows]: GridSize, at: Place): MapCell | null {
  const map = mapUnder(maps, at);
  if (map < 0) return null;
  const [right, up] = placeIn(maps[map], at);
  return { map, cell: [cellAlong(columns, right), cellAlong(rows, up)] };
}

/** The part of the grid in a rectangle that begins on one map; null where that is none. */
export function areaBetween({ maps }: MapLayout, size: GridSize, from: Place, to: Place): Area | null {
  const map = mapUnder(maps, from);
  if (map < 0) return null;
  const rect = maps[map];
  const [a, b] = [placeIn(rect, from), placeIn(rect, to)];
  const [x, y] = [rect.width, rect.height].map((length, i): Span | null => {
    const low = Math.max(0, Math.min(a[i], b[i]));
    const high = Math.min(1, Math.max(a[i], b[i]));
    return size[i] > 1 && (high - low) * length >= THIN ? [low, high] : null;
  });
  return x || y ? { x, y } : null;
}

/** The part of the grid between two cells, both in it. */
export function areaOf(a: Cell, b: Cell, size: GridSize): Area {
  const [x, y] = size.map((count, i): Span | null =>
    count > 1 ? [Math.min(a[i], b[i]) / count, (Math.max(a[i], b[i]) + 1) / count] : null,
  );
  return { x, y };
}

function mapUnder(maps: readonly Rect[], [x, y]: Place): number {
  return maps.findIndex((rect) => x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height);
}

/** A place on a map, from 0 to 1 to the right and upwards. */
function placeIn(rect: Rect, [x, y]: Place): [number, number] {
  return [(x - rect.x) / rect.width, 1 - (y - rect.y) / rect.height];
}
