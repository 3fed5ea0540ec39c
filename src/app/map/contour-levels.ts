import type { Relief } from '../../engine/relief.ts';
import { TERRAIN } from '../../engine/terrain.ts';

/** Of the whole domain's lines so many are in sight at least: where there are fewer, lines are made finer. */
const SPAN = 4;
/** Share of the places in sight that is left out of that, at both ends. */
const OUTER = 0.05;
/** How far a line may waver at most, as a share of what lies between two, and the error of a float32 loss as a share of its size. */
const [WAVERING, GRAIN] = [0.1, 2 ** -22];

/** The loss of a contour line by its number, counted from the palette's first tint. */
export function lossAt({ floor, soft, low, high }: Relief, level: number): number {
  // At the first tint nothing may be left of a difference: `low` is the logarithm of `soft`.
  return floor + soft * Math.expm1((level / TERRAIN.CONTOURS) * (high - low));
}

/** How dense contour lines are to be. */
export interface Fineness {
  /** How many there are to be for each of the whole domain's: a power of five, so that those that were there become heavy ones. */
  readonly finer: number;
  /** Whether too few are in sight because float32 could not tell more of them apart. */
  readonly alike: boolean;
}

/**
 * How dense contour lines are to be: no denser than float32 can tell them apart.
 * @param levels heights in sight, by the numbers of the whole domain's lines
 */
export function finerFor(levels: ArrayLike<number>, relief: Relief): Fineness {
  const sorted = Float64Array.from(levels).sort();
  if (sorted.length === 0) return { finer: 1, alike: false };
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))];
  const [least, most] = [at(OUTER), at(1 - OUTER)];
  const { low, high } = relief;
  const logarithm = low + (least / TERRAIN.CONTOURS) * (high - low);
  const size = Math.max(...[least, most].map((level) => Math.abs(lossAt(relief, level))));
  const error = (TERRAIN.CONTOURS / (high - low)) * GRAIN * (size / Math.exp(logarithm) + Math.abs(logarithm) + 1);
  const times = (ratio: number) => Math.log(ratio) / Math.log(TERRAIN.HEAVY_EVERY);
  const [wanted, possible] = [Math.ceil(times(SPAN / (most - least))), Math.floor(times(WAVERING / error))];
  const finer = TERRAIN.HEAVY_EVERY ** Math.max(0, Math.min(wanted, possible));
  return { finer, alike: possible < wanted && (most - least) * finer < 1 };
}
