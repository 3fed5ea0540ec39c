import type { CellCodes } from './cell-codes.ts';
import { TILE } from './textures.ts';

/** Columns and rows of a grid. */
export type GridSize = readonly [columns: number, rows: number];

/** A rectangle of pixels: red, green, blue and opacity in one number each, as an image keeps them. */
export interface PixelMap {
  readonly pixels: Uint32Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Paints a grid of cells over a whole rectangle, the first row at the bottom: each pixel shows the cell that it lies in, without smoothing. Cells may be
 * larger or smaller than pixels; only what is seen is looked at.
 * @param tiles the palette's tiles, as `tilesOf` gives them
 * @param dot pixels along each side of a texture's dot
 */
export function paintCells(
  { pixels, width, height }: PixelMap,
  cells: CellCodes,
  [columns, rows]: GridSize,
  tiles: Uint32Array,
  dot: number,
): void {
  const columnOf = Int32Array.from({ length: width }, (_, x) => cellAt(x, width, columns));
  const across = Int32Array.from({ length: width }, (_, x) => Math.floor(x / dot) % TILE);
  const codes = new Uint16Array(width);
  let filled = -1;
  for (let y = 0; y < height; y++) {
    const row = rows - 1 - cellAt(y, height, rows);
    if (row !== filled) cells.fill(codes, row * columns, columnOf);
    filled = row;
    const down = (Math.floor(y / dot) % TILE) * TILE;
    const start = y * width;
    for (let x = 0; x < width; x++) pixels[start + x] = tiles[codes[x] * (TILE * TILE) + down + across[x]];
  }
}

/** The cell that the middle of a pixel lies in, where so many cells fill so many pixels. */
function cellAt(pixel: number, pixels: number, cells: number): number {
  return Math.min(cells - 1, Math.floor(((pixel + 0.5) * cells) / pixels));
}
