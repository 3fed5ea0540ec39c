import { placeOn, SHADES, scaleTicks } from './color-scale.ts';
import { FONT, LINE, shortened } from './draw-maps.ts';
import { type Legend, presentRows, shareIn } from './legend.ts';
import { cssColor } from './map-colors.ts';
import { TILE } from './textures.ts';

/** Size of a legend's sample of a colour in CSS pixels. */
export const SWATCH = { width: 20, height: 12 } as const;
/** Size of a scale in CSS pixels: longer ones say no more. */
export const BAR = { longest: 480, height: 46 } as const;

const BOLD = '600 12px system-ui, sans-serif';
const THICK = 10;
/** Room at the ends of a scale for half a tick's label. */
const END = 20;
/** Height of a row in CSS pixels. */
export const ROW = 20;
const FIRST = 220;
const COLUMN = 88;
const PAD = 16;

/** Fills a rectangle, in device pixels, with a palette's tile. */
export function drawSwatch(
  context: CanvasRenderingContext2D,
  tiles: Uint32Array,
  code: number,
  [left, top, width, height]: readonly [number, number, number, number],
  dot: number,
): void {
  const image = new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  const phase = (at: number) => Math.floor(at / dot) % TILE;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) pixels[y * width + x] = tiles[code * TILE * TILE + phase(y) * TILE + phase(x)] ?? 0;
  }
  context.putImageData(image, left, top);
}

/** Draws a legend's scale with its name and ticks, `BAR.height` high. */
export function drawBar(
  context: CanvasRenderingContext2D,
  { bar, tiles, colors }: Legend,
  [x, y]: readonly [number, number],
  width: number,
): void {
  if (!bar?.scale) return;
  const { scale } = bar;
  const length = Math.min(BAR.longest, width) - 2 * END;
  context.textBaseline = 'top';
  context.textAlign = 'left';
  context.font = BOLD;
  context.fillStyle = cssColor(colors.ink);
  context.fillText(shortened(context, bar.label, length), x + END, y);
  const top = y + LINE + 1;
  for (let shade = 0; shade < SHADES; shade++) {
    const pixel = tiles[shade * TILE * TILE];
    context.fillStyle = `rgb(${pixel & 255} ${(pixel >> 8) & 255} ${(pixel >> 16) & 255})`;
    // To the end each time: no gaps where a pixel is shared.
    const from = (length * shade) / SHADES;
    context.fillRect(x + END + from, top, length - from, THICK);
  }
  const { values, labels } = scaleTicks(scale, length);
  context.font = FONT;
  context.textAlign = 'center';
  context.fillStyle = cssColor(colors.ink);
  values.forEach((value, i) => {
    const at = Math.round(x + END + placeOn(scale, value) * length);
    context.fillRect(at, top + THICK, 1, 4);
    // A wide one at an end stays within the legend.
    const half = context.measureText(labels[i]).width / 2;
    const middle = Math.min(Math.max(at + 0.5, x + half), x + length + 2 * END - half);
    context.fillText(labels[i], middle, top + THICK + 5);
  });
}

/** Height of a whole legend in CSS pixels. */
export function legendHeight(legend: Legend): number {
  const rows = presentRows(legend).length;
  return (legend.bar?.scale ? BAR.height : 0) + (rows > 0 ? (rows + 1) * ROW : 0) + (legend.note ? ROW : 0) + PAD;
}

/** Draws a whole legend from a place downwards; the context is scaled by `ratio`. */
export function drawLegend(
  context: CanvasRenderingContext2D,
  legend: Legend,
  [x, y]: readonly [number, number],
  width: number,
  ratio: number,
): void {
  const { heads, tiles, colors, note } = legend;
  let top = y;
  if (legend.bar?.scale) {
    drawBar(context, legend, [x - END, top], width);
    top += BAR.height;
  }
  const rows = presentRows(legend);
  const column = Math.min(COLUMN, (width - FIRST) / Math.max(1, heads.length));
  const right = (i: number) => x + FIRST + (i + 1) * column;
  context.textBaseline = 'middle';
  if (rows.length > 0) {
    heads.forEach(({ label, color }, i) => {
      context.font = BOLD;
      context.textAlign = 'right';
      context.fillStyle = cssColor(colors.ink);
      const shown = shortened(context, label, column - 20);
      context.fillText(shown, right(i), top + ROW / 2);
      context.fillStyle = color;
      context.fillRect(right(i) - context.measureText(shown).width - 12, top + ROW / 2 - 4, 8, 8);
    });
    top += ROW;
  }
  context.font = FONT;
  context.fillStyle = cssColor(colors.ink);
  for (const { label, code, counts } of rows) {
    const place = [x, top + (ROW - SWATCH.height) / 2, SWATCH.width, SWATCH.height].map((n) => Math.round(n * ratio));
    drawSwatch(context, tiles, code, place as [number, number, number, number], Math.max(1, Math.round(ratio)));
    context.textAlign = 'left';
    context.fillText(shortened(context, label, FIRST - 32), x + 28, top + ROW / 2);
    context.textAlign = 'right';
    counts.forEach((count, i) => {
      context.fillText(shareIn(legend, count), right(i), top + ROW / 2);
    });
    top += ROW;
  }
  context.textAlign = 'left';
  context.fillStyle = cssColor(colors.muted);
  if (note) context.fillText(shortened(context, note, width), x, top + ROW / 2);
}
