import type { GridSize } from './paint-cells.ts';

/** A rectangle in CSS pixels, right and down from the upper left corner. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where each of several maps lies, and which of them carry an axis. */
export interface MapLayout {
  readonly maps: readonly Rect[];
  /** Whether a map stands leftmost, and whether nothing stands below it. */
  readonly edges: readonly { readonly left: boolean; readonly bottom: boolean }[];
  /** Height that all maps with their axes take: more than there is where they would be too small. */
  readonly height: number;
}

/** Room around the maps in CSS pixels. */
export interface Margins {
  /** For the vertical axis, once. */
  readonly left: number;
  /** For the horizontal axis, once. */
  readonly bottom: number;
  /** Above each map, for its title. */
  readonly title: number;
}

const GAP = 16;
/** Room right of the last map, for half a tick's label. */
const RIGHT = 16;
/** Least side of a map; where there is no room for that there is scrolling instead, through maps of a handier height. */
const LEAST = 88;
const HANDY = 160;
/** Most that a map is wider than high, and higher than wide. */
const WIDEST = 2.2;
const HIGHEST = 2.75;
/** Thickness of a grid's only row or column. */
const STRIP = { least: 20, most: 120 } as const;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A way to lay out maps: so many across and down, each of a size, with so much room for it. */
interface Candidate extends Size {
  readonly across: number;
  readonly down: number;
  readonly room: Size;
}

/** Lays out so many maps of a grid in a place of such a size, as large as they can be. */
export function layoutMaps(
  count: number,
  [columns, rows]: GridSize,
  [width, height]: readonly [number, number],
  margins: Margins,
): MapLayout {
  const isRow = rows === 1 && columns > 1;
  const isColumn = columns === 1 && rows > 1;
  const candidates = isRow ? [1] : isColumn ? [count] : Array.from({ length: count }, (_, i) => i + 1);
  const fitted = candidates.map((across) => {
    const down = Math.ceil(count / across);
    const room = {
      width: (width - margins.left - RIGHT - GAP * (across - 1)) / across,
      height: (height - margins.bottom - margins.title * down - GAP * (down - 1)) / down,
    };
    return { across, down, room, ...sized(room, isRow, isColumn) };
  });
  const best = fitted.reduce((a, b) => (worth(b, count) > worth(a, count) ? b : a));
  const { across, down } = best;
  const [w, h] = [Math.floor(best.width), Math.floor(best.height)];
  const used = margins.left + RIGHT + across * w + GAP * (across - 1);
  const indent = Math.max(0, Math.floor((width - used) / 2));
  return {
    maps: Array.from({ length: count }, (_, i) => ({
      x: indent + margins.left + (i % across) * (w + GAP),
      y: margins.title + Math.floor(i / across) * (h + margins.title + GAP),
      width: w,
      height: h,
    })),
    edges: Array.from({ length: count }, (_, i) => ({ left: i % across === 0, bottom: i + across >= count })),
    height: down * (h + margins.title) + GAP * (down - 1) + margins.bottom,
  };
}

/** The size of each map where there is so much room for it. */
function sized({ width, height }: Size, isRow: boolean, isColumn: boolean): Size {
  const strip = (room: number) => Math.min(STRIP.most, Math.max(STRIP.least, room));
  if (isRow) return { width: Math.max(LEAST, width), height: strip(height) };
  if (isColumn) return { width: strip(width), height: Math.max(LEAST, height) };
  const wide = Math.max(LEAST, width);
  const high = height >= LEAST ? height : Math.max(LEAST, Math.min(HANDY, 0.8 * wide));
  return { width: Math.min(wide, high * WIDEST), height: Math.min(high, wide * HIGHEST) };
}

/** How good a layout is: maps are to be large in their shorter side, then in the longer; places without a map are wasted, and scrolling is a nuisance. */
function worth({ width, height, across, down, room }: Candidate, count: number): number {
  const wasted = (across * down - count) / (across * down);
  const beyond = down * Math.max(0, height - room.height) + 10 * across * Math.max(0, width - room.width);
  return Math.min(width, height) * (1 - 0.6 * wasted) + 0.05 * Math.max(width, height) - 0.1 * beyond;
}
