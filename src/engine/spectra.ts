import { LARGEST_MATRIX } from './types.ts';

/** How many matrices of a size lie in an array. Throws a `RangeError` where engines take no such size, or where a part of a matrix is missing. */
export function countMatrices(size: number, matrices: Float32Array): number {
  if (!Number.isInteger(size) || size < 1 || size > LARGEST_MATRIX)
    throw new RangeError(`matrices of ${size} rows: they may have 1 to ${LARGEST_MATRIX}`);
  const count = matrices.length / size ** 2;
  if (!Number.isInteger(count))
    throw new RangeError(`${matrices.length} numbers are no whole ${size} × ${size} matrices`);
  return count;
}

/** Puts each run of `size` numbers in ascending order. */
export function sortRuns(size: number, values: Float32Array): Float32Array {
  for (let at = 0; at < values.length; at += size) values.subarray(at, at + size).sort();
  return values;
}
