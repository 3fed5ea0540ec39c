/**
 * Exact quantiles as NumPy's default computes them, linear between the two nearest values, in time proportional to the number of values. Infinite values count
 * as the largest; NaN for no values.
 * @param values are put into another order; no NaN among them
 * @param probabilities in ascending order
 */
export function quantilesOf(values: Float32Array | Int32Array, probabilities: readonly number[]): number[] {
  let sortedUpTo = 0;
  return probabilities.map((probability) => {
    if (values.length === 0) return Number.NaN;
    const place = probability * (values.length - 1);
    const below = Math.floor(place);
    select(values, below, sortedUpTo);
    const low = values[below];
    sortedUpTo = below;
    if (place === below) return low;
    let high = values[below + 1];
    for (let i = below + 2; i < values.length; i++) if (values[i] < high) high = values[i];
    return high === low ? low : low + (place - below) * (high - low);
  });
}

/** Moves the k-th smallest value to place k, smaller ones before it and larger ones behind (Hoare's selection, 1961); what lies before `from` is smaller already. */
function select(values: Float32Array | Int32Array, k: number, from: number): void {
  let [low, high] = [from, values.length - 1];
  while (low < high) {
    const pivot = medianOfThree(values[low], values[(low + high) >> 1], values[high]);
    let [i, j] = [low, high];
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i > j) break;
      const held = values[i];
      values[i++] = values[j];
      values[j--] = held;
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else return;
  }
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
