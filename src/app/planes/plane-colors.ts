import type { MapColors } from '../maps/map-colors.ts';
import { mixed, plain, tilesOf } from '../maps/textures.ts';
import { toRgb } from '../parts/colors.ts';

/** Shades of networks that trained, from the best to the worst, and as many of those that did not, from the latest that diverged to the first. */
export const SHADES = 128;
/** The code of a network that is not trained yet. */
export const PENDING = 2 * SHADES;

/** Blues and reds of ColorBrewer's RdYlBu (Brewer 2003), which people with a colour-vision deficiency tell apart; each from dark to pale. */
const TRAINED = ['#313695', '#4575b4', '#74add1', '#abd9e9', '#e0f3f8'];
const DIVERGED = ['#a50026', '#d73027', '#f46d43', '#fdae61', '#fee090'];
/** Share of the way from paper to ink of what is not known yet. */
const NEUTRAL = 0.08;

/** The palette's tiles. */
export function planeTiles({ paper, ink }: MapColors): Uint32Array {
  const shades = (stops: readonly string[], at: (i: number) => number) =>
    Array.from({ length: SHADES }, (_, i) => {
      const place = at(i) * (stops.length - 1);
      const before = Math.min(Math.floor(place), stops.length - 2);
      return plain(mixed(toRgb(stops[before]), toRgb(stops[before + 1]), place - before));
    });
  return tilesOf([
    ...shades(TRAINED, (i) => i / (SHADES - 1)),
    ...shades(DIVERGED, (i) => 1 - i / (SHADES - 1)),
    plain(mixed(paper, ink, NEUTRAL)),
  ]);
}
