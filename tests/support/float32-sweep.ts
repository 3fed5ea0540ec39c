import { floatAt, orderOf } from './ulps.ts';

const CHUNK = 4096;
const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);

/** Every `step`-th of all 2^32 bit patterns of float32, in chunks of 4096; the last ones are dropped if they fill no chunk. */
export function* strided(step: number): Generator<Float32Array<ArrayBuffer>> {
  const bits = new Uint32Array(CHUNK);
  const chunks = Math.floor(2 ** 32 / step / CHUNK);
  for (let chunk = 0; chunk < chunks; chunk++) {
    for (let i = 0; i < CHUNK; i++) bits[i] = step * (CHUNK * chunk + i);
    yield new Float32Array(bits.buffer);
  }
}

/** The float32 nearest to each number and as many as `reach` on either side of it, in chunks. */
export function* around(centers: Iterable<number>, reach: number): Generator<Float32Array<ArrayBuffer>> {
  const all: number[] = [];
  for (const center of centers) {
    const order = orderOf(center);
    for (let i = -reach; i <= reach; i++) all.push(floatAt(order + i));
  }
  // Whole vectors: the last number fills up.
  while (all.length % 4 !== 0) all.push(all[all.length - 1]);
  for (let from = 0; from < all.length; from += CHUNK) yield Float32Array.from(all.slice(from, from + CHUNK));
}

/**
 * How many float32 units in the last place a float32 is from a real number, given in float64. 0 if both are NaN; a wrong sign of 0 is infinitely wrong;
 * and infinity counts as the float32 that would come after the last.
 */
export function ulpsOff(got: number, exact: number): number {
  if (Number.isNaN(got) || Number.isNaN(exact)) return Object.is(got, exact) ? 0 : Infinity;
  if (got === 0 && !Object.is(got, 0 * Math.sign(exact))) return Infinity;
  const real = Math.max(-BEYOND, Math.min(BEYOND, exact));
  return Math.abs(Math.max(-BEYOND, Math.min(BEYOND, got)) - real) / ulpOf(real);
}

const BEYOND = 2 ** 128;

/** As `ulpAt`, but fast: read from the bits. */
function ulpOf(value: number): number {
  float[0] = value;
  const exponent = ((words[1] >>> 20) & 0x7ff) - 1023;
  return 2 ** (Math.min(Math.max(exponent, -126), 127) - 23);
}
