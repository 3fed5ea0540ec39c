import type { Lane, Lanes } from '../lanes.ts';
import { singles } from './arithmetic.ts';
import { magnitude, withSign } from './bits.ts';
import { polynomial, polynomialBySquare } from './polynomial.ts';

/**
 * tanh x of four float32, to 1.4 ulp.
 *
 * Below 0.625 a series, a minimax fit of our own (Remez) to 2^−28; above it 1 − 2/(e^2x + 1), where nothing is lost any more.
 */
export function tanh(l: Lanes, x: Lane): Lane {
  return tanhFrom(l, x, tanhGrowth(l, x));
}

/**
 * e^2|x| where tanh needs it: the first half of tanh x, for loops that make one half after the other (a processor looks ahead less far than the whole is long).
 *
 * As `exp`, but what is neither near 0 nor infinite needs less: ln 2 is one number, 2^k is one factor, and q is a minimax fit of our own to 2^−28 of e^r.
 */
export function tanhGrowth(l: Lanes, x: Lane): Lane {
  const { add, sub, mul, number } = singles(l);
  const size = magnitude(l, x);
  const y = l.op('f32x4.pmin', add(size, size), number(MOST));
  const shifted = add(mul(y, number(1 / Math.LN2)), number(SHIFT));
  const r = sub(y, mul(sub(shifted, number(SHIFT)), number(Math.LN2)));
  const square = mul(r, r);
  const bend = mul(square, polynomialBySquare(singles(l), r, square, GROWTH));
  return mul(add(add(bend, r), number(1)), l.shift('i32x4.shl', shifted, 23));
}

/** tanh x from e^2|x|. */
export function tanhFrom(l: Lanes, x: Lane, growth: Lane): Lane {
  const { add, sub, mul, div, number } = singles(l);
  const size = magnitude(l, x);
  const square = mul(size, size);
  const near = add(mul(mul(polynomial(singles(l), square, NEAR), square), size), size);
  const far = sub(number(1), div(number(2), add(growth, number(1))));
  return withSign(l, l.op('v128.bitselect', near, far, l.op('f32x4.lt', size, number(0.625))), x);
}

/** 2x from which on tanh x is 1. */
const MOST = 20;
/** A sum with it ends at the whole numbers, and its last bits are k + 127, the exponent of 2^k. */
const SHIFT = 1.5 * 2 ** 23 + 127;
const GROWTH = [0.0013814251, 0.008368891, 0.041668404, 0.1666652, 0.49999994];
const NEAR = [-0.0056922962, 0.0206281673, -0.0537365153, 0.133314058, -0.333332807];
