import type { PlaneImage } from '../../analysis/trainability/plane-image.ts';
import type { CellCodes } from '../maps/cell-codes.ts';
import { PENDING, SHADES } from './plane-colors.ts';

/** Values that are looked at of each plane to lay out the shades. */
const SAMPLE = 16_384;

/** Which measures have which shade: equally many cells have each, so that structure shows at every size of the measure. */
export interface Ranks {
  /** The least measure of each shade, rising; of those that trained (below 0) and of the others. */
  readonly trained: Float32Array;
  readonly diverged: Float32Array;
}

/** Ranks over all planes that are shown, so that their colours mean the same. */
export function ranksOf(images: readonly PlaneImage[]): Ranks {
  const trained: number[] = [];
  const diverged: number[] = [];
  for (const { values } of images) {
    const stride = Math.ceil(values.length / SAMPLE);
    for (let i = 0; i < values.length; i += stride) {
      if (values[i] <= 0) trained.push(values[i]);
      else if (values[i] > 0) diverged.push(values[i]);
    }
  }
  return { trained: edges(trained), diverged: edges(diverged) };
}

/** The codes of a plane's cells. */
export function planeCodes({ values }: PlaneImage, { trained, diverged }: Ranks): CellCodes {
  return {
    fill(codes, first, columns) {
      for (let k = 0; k < codes.length; k++) {
        const value = values[first + columns[k]];
        // The nearer to 0 the better of those that trained; the larger the later of those that did not.
        if (value <= 0) codes[k] = SHADES - 1 - place(trained, value);
        else if (value > 0) codes[k] = 2 * SHADES - 1 - place(diverged, value);
        else codes[k] = PENDING;
      }
    },
  };
}

function edges(values: number[]): Float32Array {
  const sorted = Float32Array.from(values).sort();
  return Float32Array.from({ length: SHADES }, (_, i) => sorted[Math.floor((i * sorted.length) / SHADES)] ?? 0);
}

/** The last edge at or below a value, by halving. */
function place(edges: Float32Array, value: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
