import { randomNumbers } from './random.ts';

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/** A float32's place among all float32, in ascending order; 0 for 0 and -0. */
export function orderOf(value: number): number {
  float[0] = value;
  return bits[0] < 0 ? -(bits[0] & 0x7fffffff) : bits[0];
}

/** The float32 at a place of that order. */
export function floatAt(order: number): number {
  bits[0] = order < 0 ? -order | 0x80000000 : order;
  return float[0];
}

/** Smallest normal float32: below it devices may flush to 0. */
export const TINY = 2 ** -126;

/** The unit in the last place of float32 at a real number, that of the smallest normal one at least. */
export function ulpAt(value: number): number {
  const size = Math.max(Math.abs(value), TINY);
  return 2 ** (Math.floor(Math.log2(size) + 1e-15) - 23);
}

/** Noise of up to so many units in the last place of a float32, for the oracle's `perturb`. */
export function ulps(seed: number, most: number): (value: number) => number {
  const random = randomNumbers(seed);
  return (value) => value + (Math.floor((2 * most + 1) * random()) - most) * ulpAt(value);
}
