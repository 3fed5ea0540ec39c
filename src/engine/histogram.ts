import { PROBABILITIES } from './types.ts';

/** Bins of a histogram, as engines count them: eight for each power of two from 2^-64 up to 2^64. */
export const BINS = 1024;

/** Bits of the lower edge of bin 0, 2^-64 as a float32, as far as bins tell them apart. */
export const FIRST_EDGE = 8 * (127 - 64);

/**
 * Quantiles at `PROBABILITIES` of what a histogram counted, as NumPy's default computes them: linear between the two nearest values, which are taken as evenly spread
 * within their bins. Off by less than the width of a bin: an eighth of the value at most (a quarter where `signed`), and mostly far less, for many
 * values in a bin are spread about evenly. NaN where nothing was counted.
 * @param counts `BINS` numbers
 * @param signed whether the upper half counts values above 0 and the lower half, mirrored, those below
 */
export function readHistogram(counts: Uint32Array, signed: boolean): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const result = new Float64Array(PROBABILITIES.length).fill(Number.NaN);
  if (total === 0) return result;
  const places = PROBABILITIES.map((probability) => probability * (total - 1));
  const around = places.flatMap((place) => [Math.floor(place), Math.min(Math.floor(place) + 1, total - 1)]);
  const found = valuesAt(counts, around, signed);
  places.forEach((place, i) => {
    const [below, above] = [found[2 * i], found[2 * i + 1]];
    result[i] = below + (place % 1) * (above - below);
  });
  return result;
}

/** About the values that are so many from the least one, counted from 0. */
function valuesAt(counts: Uint32Array, ranks: readonly number[], signed: boolean): number[] {
  let bin = 0;
  let before = 0;
  return ranks.map((rank) => {
    // The rank after one quantile's may lie behind the next one's.
    while (rank < before) before -= counts[--bin];
    while (before + counts[bin] <= rank) before += counts[bin++];
    // The lowest bin also holds zero: what lies there is too small to tell apart from it.
    if (!signed && bin === 0) return 0;
    const [low, high] = signed ? signedEdges(bin) : [edge(bin), edge(bin + 1)];
    return low + ((rank - before + 0.5) / counts[bin]) * (high - low);
  });
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
