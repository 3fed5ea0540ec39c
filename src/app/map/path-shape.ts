import { type Pixels, toPixel, type Viewport } from './viewport.ts';

/** Pixels between two points of a line that are both drawn. */
const FINE = 0.6;
/** Pixels between two steps that both get a dot. */
const SPARSE = 8;
/** Beyond this many pixels from the map a line is drawn to no more. */
const FAR = 20_000;

/**
 * A trajectory as SVG: its line, its dots, and the pixel where it ends.
 * @param points coordinates of each step, one after another
 */
export function pathOf(
  points: ArrayLike<number>,
  view: Viewport,
  size: Pixels,
): { readonly line: string; readonly dots: string; readonly end: Pixels | null } {
  let line = '';
  let dots = '';
  let drawn: Pixels | null = null;
  let dotted: Pixels | null = null;
  const away = ([x, y]: Pixels, from: Pixels | null) => (from ? Math.hypot(x - from[0], y - from[1]) : FAR);
  for (let k = 0; k < points.length; k += 2) {
    const at = toPixel(view, [points[k], points[k + 1]], size);
    const within = at.every((pixel) => Math.abs(pixel) < FAR);
    const text = `${at[0].toFixed(1)} ${at[1].toFixed(1)}`;
    if (!within) return { line, dots, end: null };
    if (k > 0 && away(at, dotted) >= SPARSE) {
      dots += `M${text}h0`;
      dotted = at;
    }
    if (away(at, drawn) < FINE && k + 2 < points.length) continue;
    line += `${drawn ? 'L' : 'M'}${text}`;
    drawn = at;
    dotted ??= at;
  }
  return { line, dots, end: drawn };
}
