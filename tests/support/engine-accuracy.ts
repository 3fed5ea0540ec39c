import { floatAt, TINY } from './ulps.ts';

/** Largest float32. */
export const MAX = floatAt(0x7f7fffff);

/** What one function of one argument claims of its accuracy. */
export interface Claim {
  /** In the graph. */
  readonly name: string;
  /** WGSL text of its value at `x`. */
  readonly wgsl: string;
  readonly exact: (x: number) => number;
  /** Where the claim holds. */
  readonly range: readonly [number, number];
  /** Largest error in ulp, where divisions are exact. */
  readonly ulps: number;
  /** Divisions that it makes. */
  readonly divisions: number;
  /** What the reduction of its argument may add, absolutely. */
  readonly more?: (x: number) => number;
  /** f(−x) is ±f(x) to the bit. */
  readonly parity?: 1 | -1;
}

/** The part of π/2 that three float32 leave out, and what multiplying it rounds. */
const reduction = (x: number) => 4e-15 * Math.abs(x);
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

const claim = (name: string, exact: Claim['exact'], range: Claim['range'], ulps: number, divisions = 0): Claim => ({
  name,
  wgsl: `scree_${name}(x)`,
  exact,
  range,
  ulps,
  divisions,
});

/** The accuracy of shaders/functions.wgsl; sqrt is WGSL's own, which it tells as 1 / inverseSqrt(x). */
export const CLAIMS: readonly Claim[] = [
  claim('exp', Math.exp, [-87, 88], 1.5),
  claim('log', Math.log, [TINY, MAX], 2.5, 1),
  { ...claim('sin', Math.sin, [-1e4, 1e4], 2), more: reduction, parity: -1 },
  { ...claim('cos', Math.cos, [-1e4, 1e4], 2), more: reduction, parity: 1 },
  { ...claim('tan', Math.tan, [-1e4, 1e4], 4, 1), more: (x) => (1 + Math.tan(x) ** 2) * reduction(x), parity: -1 },
  { ...claim('tanh', Math.tanh, [-MAX, MAX], 2, 1), parity: -1 },
  { ...claim('atan', Math.atan, [-MAX, MAX], 3, 1), parity: -1 },
  claim('sigmoid', (x) => 1 / (1 + Math.exp(-x)), [-MAX, MAX], 3, 1),
  claim('softplus', softplus, [-MAX, MAX], 3.5, 1),
  { ...claim('sqrt', Math.sqrt, [TINY, MAX], 0.5, 2), wgsl: 'sqrt(x)' },
  { ...claim('div', (x) => 1 / x, [2 ** -125, 2 ** 125], 0.5, 1), wgsl: '1.0 / x' },
];

/** What one division may be off beyond correct rounding, in ulp: WGSL allows 2.5; a software adapter divides exactly. */
export const divisionUlps = (software: boolean): number => (software ? 0 : 2.5);

/** Relative error of x^y made as exp(y · log x): exp's own, and what log (2.5 ulp) and the product leave in the exponent. */
export function powerError(exponent: number, division: number): number {
  return 1.5 * 2 ** -23 + Math.abs(exponent) * (6 + 2 * division) * 2 ** -24;
}
