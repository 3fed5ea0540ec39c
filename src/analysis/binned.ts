/** Digits of a quantile from bins that are kept in files: the bins are wider, but curves have no steps. */
const KEPT = 3;

/** Significant digits of the numbers that are counted. */
const FLOAT32 = 7;

/**
 * How many significant digits of a number keep some of its distance from another one: 998.76 less 1000 has two at 998.8.
 * @param from what the bins' widths are in proportion to the distance from
 * @param digits significant digits of that distance
 * @returns no fewer than `digits`, no more than a float32 has
 */
export function binnedDigits(value: number, from: number, digits: number): number {
  const size = (number: number) => Math.floor(Math.log10(Math.abs(number)));
  if (value === from) return FLOAT32;
  return Math.min(FLOAT32, digits + Math.max(0, value === 0 ? 0 : size(value) - size(value - from)));
}

/** A quantile that was read from bins counted from a number, as files hold it: without the digits that it does not have. */
export function binned(value: number, from: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(binnedDigits(value, from, KEPT))) : value;
}
