/** A derivative by central differences, and how far it may be off. */
export interface Difference {
  readonly value: number;
  readonly error: number;
}

/**
 * The derivative of f at x by central differences with three step sizes, extrapolated twice (Richardson). The error is estimated from what the
 * last extrapolation changed and from f's rounding; it is large where f has a kink nearby or no value.
 */
export function derivative(f: (x: number) => number, x: number, step = 1e-2 * Math.max(1, Math.abs(x))): Difference {
  let size = 0;
  const central = (h: number) => {
    const [right, left] = [f(x + h), f(x - h)];
    size = Math.max(size, Math.abs(right), Math.abs(left));
    return (right - left) / (2 * h);
  };
  const [wide, middle, narrow] = [step, step / 2, step / 4].map(central);
  const once = [(4 * middle - wide) / 3, (4 * narrow - middle) / 3];
  const value = (16 * once[1] - once[0]) / 15;
  const error = Math.abs(value - once[1]) + (1e-15 * size) / step;
  return Number.isFinite(value) ? { value, error } : { value: Number.NaN, error: Number.POSITIVE_INFINITY };
}

/** Coordinate k of a point replaced. */
export function replaced(point: readonly number[], k: number, value: number): number[] {
  return point.map((each, i) => (i === k ? value : each));
}

/** Derivatives of f at a point along every coordinate. */
export function slopes(
  f: (point: readonly number[]) => number,
  point: readonly number[],
  steps?: readonly number[],
): Difference[] {
  return point.map((at, k) => derivative((x) => f(replaced(point, k, x)), at, steps?.[k]));
}

/** What is wrong with a derivative; null where it agrees, undefined where differences cannot tell (a kink, no value). */
export function disagreement(got: number, { value, error }: Difference, trust = 1e-4): string | null | undefined {
  if (!(error <= trust * (1 + Math.abs(value)))) return undefined;
  const tolerance = 20 * error + 1e-9 * (1 + Math.abs(value));
  return Math.abs(got - value) <= tolerance ? null : `got ${got}, expected ${value} ± ${tolerance.toExponential(1)}`;
}
