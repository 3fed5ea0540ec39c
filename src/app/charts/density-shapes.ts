import { msg } from '@lit/localize';
import { formatPercent } from '../parts/numbers.ts';
import { viridis } from '../parts/viridis.ts';
import type { Density } from './density.ts';
import type { ChartInk, Plot } from './model.ts';
import { rectPath, type Shape } from './shapes.ts';

/** Colours of the scale: as many as eyes tell apart beside one another. */
const SHADES = 24;
/** The least share that has a colour of its own; the scale is logarithmic from there to all. */
const LEAST = 1e-4;

/** The cells of a heat map over the steps, a path for each colour. */
export function densityShapes({ steps, edges, shares }: Density, plot: Plot, ink: ChartInk): Shape[] {
  const paths: string[] = Array.from({ length: SHADES }, () => '');
  const sides = steps.map((step, i) => {
    const [before, after] = [steps[i - 1], steps[i + 1]];
    const left = before === undefined ? step - ((after ?? step + 1) - step) / 2 : (before + step) / 2;
    const right = after === undefined ? step + (step - (before ?? step - 1)) / 2 : (step + after) / 2;
    return [Math.round(Math.max(plot.x(left), plot.left)), Math.round(Math.min(plot.x(right), plot.left + plot.width))];
  });
  const levels = edges.map((edge) => Math.round(plot.y(edge)));
  shares.forEach((column, i) => {
    const [left, right] = sides[i];
    if (right <= left) return;
    for (let row = 0; row < column.length; row++) {
      if (column[row] <= 0) continue;
      const shade = shadeOf(column[row]);
      // Neighbours of one shade are one rectangle.
      let end = row;
      while (end + 1 < column.length && column[end + 1] > 0 && shadeOf(column[end + 1]) === shade) end++;
      const top = levels[end + 1];
      paths[shade] += rectPath({ left, top, width: right - left, height: levels[row] - top });
      row = end;
    }
  });
  const cells = paths.flatMap((d, shade): Shape[] =>
    d ? [{ kind: 'path', d, fill: colorOf(shade, ink), clipped: true }] : [],
  );
  return [...cells, ...scaleShapes(plot, ink)];
}

/** The scale of the colours, drawn right of the plot from bottom to top. */
function scaleShapes({ left, top, width, height }: Plot, ink: ChartInk): Shape[] {
  const x = left + width + 8;
  const [low, high] = [top + height, top + 16];
  const step = (low - high) / SHADES;
  const bars = Array.from(
    { length: SHADES },
    (_, shade): Shape => ({
      kind: 'path',
      d: rectPath({ left: x, top: low - (shade + 1) * step, width: 8, height: step + 0.5 }),
      fill: colorOf(shade, ink),
    }),
  );
  const ticks = [1, 0.1, 0.01, 1e-3, LEAST].map((share): Shape => {
    const y = low - (low - high) * (1 + Math.log10(share) / -Math.log10(LEAST));
    const words = `${share === LEAST ? '≤ ' : ''}${formatPercent(share)}`;
    return { kind: 'text', text: words, x: x + 10, y: Math.min(y, low - 5), color: ink.muted, size: 11 };
  });
  return [...bars, ...ticks, { kind: 'text', text: msg('share'), x, y: top + 4, color: ink.muted, size: 11 }];
}

/** The shade of a share above 0: the first for all that are too small to have one. */
export function shadeOf(share: number): number {
  const place = 1 - Math.log10(Math.min(1, share)) / Math.log10(LEAST);
  return Math.min(SHADES - 1, Math.max(0, Math.floor(place * SHADES)));
}

const known = new Map<string, readonly string[]>();

/** Viridis from paper to ink: what is more stands out more, in both themes. */
function colorOf(shade: number, { theme }: ChartInk): string {
  const colors =
    known.get(theme) ??
    Array.from({ length: SHADES }, (_, i) => viridis(theme === 'dark' ? i / (SHADES - 1) : 1 - i / (SHADES - 1)));
  known.set(theme, colors);
  return colors[shade];
}
