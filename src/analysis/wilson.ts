/** The normal distribution's quantile at 97.5 %: intervals hold 95 %. */
const Z = 1.959963984540054;

/** A share and the interval that holds what it is a sample of. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The share of `part` in `whole` with Wilson's interval of 95 %, told as if the cells were drawn at random. NaN for a share of none.
 * Source: E. B. Wilson, JASA 22 (1927), 209–212.
 */
export function wilson(part: number, whole: number): Share {
  const share = part / whole;
  const spread = Z ** 2 / whole;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (Z * Math.sqrt((share * (1 - share)) / whole + spread / (4 * whole))) / (1 + spread);
  // At the ends the interval's end is the share itself, which rounding would miss.
  return { share, low: part === 0 ? 0 : middle - half, high: part === whole ? 1 : middle + half };
}

/** Whether two intervals have something in common: then the cells do not tell which share is larger. */
export function overlap(a: Share, b: Share): boolean {
  return a.low <= b.high && b.low <= a.high;
}
