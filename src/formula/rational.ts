/** A number as people write it: a fraction, times π to the power −1, 0 or 1. */
export interface Coefficient {
  readonly over: string;
  readonly under: string;
  readonly pi: -1 | 0 | 1;
}

/** Characters up to which a number is written as it is. */
const SHORT = 7;
/** Largest divisor that is looked for. */
const DIVISORS = 720;
/** How near to a fraction a number must lie to be taken for it, as a share of its size. */
const NEAR = 4e-15;

/**
 * How a number from 0 upwards is best written: as it is where that is short, as a simple fraction or one of π, else rounded.
 * @param digits significant digits of a rounded number
 */
export function coefficientOf(value: number, digits: number): Coefficient {
  if (String(value).length <= SHORT) return { over: String(value), under: '1', pi: 0 };
  for (const pi of [0, 1, -1] as const) {
    const bare = value / Math.PI ** pi;
    for (let under = 1; under <= DIVISORS; under++) {
      const over = Math.round(bare * under);
      if (over > 0 && String(over).length <= SHORT && Math.abs(bare * under - over) <= NEAR * over)
        return { over: String(over), under: String(under), pi };
    }
  }
  return { over: String(Number(value.toPrecision(digits))), under: '1', pi: 0 };
}
