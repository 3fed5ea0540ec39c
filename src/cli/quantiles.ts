/**
 * The exact quantile of values in ascending order, as NumPy's default computes it: linear between the two nearest
 * values; NaN for none.
 */
export function quantile(sorted: ArrayLike<number>, probability: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = probability * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

/** The values for which `keep` holds, in ascending order, in a copy. */
export function sortedWhere(
  values: Float32Array | Int32Array,
  keep: (value: number, cell: number) => boolean,
): Float32Array | Int32Array {
  return values.filter(keep).sort();
}
