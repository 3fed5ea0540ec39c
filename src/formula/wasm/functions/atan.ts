import type { Lane, Lanes } from '../lanes.ts';
import { singles } from './arithmetic.ts';
import { magnitude, withSign } from './bits.ts';
import { polynomial } from './polynomial.ts';

/**
 * atan x of four float32, to 1.5 ulp.
 *
 * A series on ±1, a minimax fit of our own (Remez) to 2^−26; above 1 atan x = π/2 − atan(1/x).
 */
export function atan(l: Lanes, x: Lane): Lane {
  const { add, sub, mul, div, number } = singles(l);
  const one = number(1);
  const size = magnitude(l, x);
  const t = div(l.op('f32x4.pmin', size, one), l.op('f32x4.pmax', size, one));
  const square = mul(t, t);
  const bend = mul(mul(polynomial(singles(l), square, TERMS), square), t);
  const far = sub(number(HALF_PI_HIGH), add(sub(bend, number(HALF_PI_LOW)), t));
  return withSign(l, l.op('v128.bitselect', far, add(bend, t), l.op('f32x4.lt', one, size)), x);
}

/** π/2 in two parts, the first of them float32's. */
const HALF_PI_HIGH = Math.fround(Math.PI / 2);
const HALF_PI_LOW = Math.PI / 2 - HALF_PI_HIGH;
const TERMS = [
  0.002919883, -0.0163645763, 0.0432062894, -0.0755174085, 0.106657878, -0.142110035, 0.199937671, -0.333331525,
];
