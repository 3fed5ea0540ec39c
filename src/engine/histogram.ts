import { PROBABILITIES } from './types.ts';

/** Bins of a histogram, as engines count them: eight for each power of two from 2^-64 up to 2^64. */
export const BINS = 1024;

/** Bits of the lower edge of bin 0, 2^-64 as a float32, as far as bins tell them apart. */
export const FIRST_EDGE = 8 * (127 - 64);

/**
 * Quantiles at `PROBABILITIES` of what a histogram counted, evenly spread within each bin: off by a few percent of the value at most, the width of
 * a bin being an eighth of its power of two (a quarter where `signed`). NaN where nothing was counted.
 * @param counts `BINS` numbers
 * @param signed whether the upper half counts values above 0 and the lower half, mirrored, those below
 */
export function readHistogram(counts: Uint32Array, signed: boolean): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const result = new Float64Array(PROBABILITIES.length).fill(Number.NaN);
  if (total === 0) return result;
  let bin = 0;
  let before = 0;
  PROBABILITIES.forEach((probability, i) => {
    const rank = probability * total;
    while (bin < BINS - 1 && before + counts[bin] < rank) before += counts[bin++];
    const share = counts[bin] === 0 ? 0 : (rank - before) / counts[bin];
    const [low, high] = signed ? signedEdges(bin) : [edge(bin), edge(bin + 1)];
    // The lowest bin also holds zero: what lies there is too small to tell apart from it.
    result[i] = !signed && bin === 0 ? 0 : low + share * (high - low);
  });
  return result;
}

/** What a histogram counted without the empty bins at its ends, copied: bin `first + k` holds `counts[k]`. */
export function trimmed(counts: Uint32Array): { readonly first: number; readonly counts: Uint32Array } {
  let end = counts.length;
  while (end > 0 && counts[end - 1] === 0) end--;
  let first = 0;
  while (first < end && counts[first] === 0) first++;
  return { first, counts: counts.slice(first, end) };
}

/**
 * The lower and the upper edge of a bin. What is too small to tell apart from 0 is in the bins beside it, which reach to it.
 * @param signed as for `readHistogram`
 */
export function binEdges(bin: number, signed: boolean): readonly [low: number, high: number] {
  const [low, high] = signed ? signedEdges(bin) : [edge(bin), edge(bin + 1)];
  const [above, below] = signed ? [BINS / 2, BINS / 2 - 1] : [0, -1];
  return [bin === above ? 0 : low, bin === below ? 0 : high];
}

const word = new Uint32Array(1);
const asFloat = new Float32Array(word.buffer);

/** The lower edge of a bin. */
function edge(bin: number): number {
  word[0] = (bin + FIRST_EDGE) << 20;
  return asFloat[0];
}

function signedEdges(bin: number): [number, number] {
  const half = BINS / 2;
  if (bin >= half) return [edge(2 * (bin - half)), edge(2 * (bin - half) + 2)];
  const size = half - 1 - bin;
  return [-edge(2 * size + 2), -edge(2 * size)];
}
