import type { Lane, Lanes } from '../lanes.ts';
import { singles } from './arithmetic.ts';
import { magnitude, withSign } from './bits.ts';
import { exp } from './exp.ts';
import { polynomial } from './polynomial.ts';

/**
 * tanh x of four float32, to 1.4 ulp.
 *
 * Below 0.625 a series, a minimax fit of our own (Remez) to 2^−28; above it 1 − 2/(e^2x + 1), where nothing is lost any more.
 */
export function tanh(l: Lanes, x: Lane): Lane {
  const { add, sub, mul, div, number } = singles(l);
  const size = magnitude(l, x);
  const square = mul(size, size);
  const near = add(mul(mul(polynomial(singles(l), square, TERMS), square), size), size);
  const far = sub(number(1), div(number(2), add(exp(l, add(size, size)), number(1))));
  return withSign(l, l.op('v128.bitselect', near, far, l.op('f32x4.lt', size, number(0.625))), x);
}

const TERMS = [-0.0056922962, 0.0206281673, -0.0537365153, 0.133314058, -0.333332807];
