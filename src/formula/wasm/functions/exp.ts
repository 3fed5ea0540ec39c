import type { Lane, Lanes } from '../lanes.ts';
import { singles } from './arithmetic.ts';
import { polynomialBySquare } from './polynomial.ts';

/**
 * e^x of four float32, to 1.7 ulp.
 *
 * x = 2k·ln 2 + r, and e^x = e^r · 2^k · 2^k: either factor 2^k is a normal number also where e^x is none, so that products alone make
 * infinity, subnormal numbers and 0 of what is too large or too small. e^r = 1 + r + r²·q(r), where q is a minimax fit of our own (Remez) to 2^−26 of e^r.
 */
export function exp(l: Lanes, x: Lane): Lane {
  const { add, sub, mul, number } = singles(l);
  const y = l.op('f32x4.pmax', l.op('f32x4.pmin', x, number(MOST)), number(LEAST));
  const shifted = add(mul(y, number(0.5 / Math.LN2)), number(SHIFT));
  const k = sub(shifted, number(SHIFT));
  const r = sub(sub(y, mul(k, number(STEP_HIGH))), mul(k, number(STEP_LOW)));
  const square = mul(r, r);
  const bend = mul(square, polynomialBySquare(singles(l), r, square, TERMS));
  const power = l.shift('i32x4.shl', shifted, 23);
  return mul(mul(add(add(bend, r), number(1)), power), power);
}

/** Above it e^x is infinite. */
const MOST = 89;
/** Far below the last x whose e^x is not 0: here 2^k has become an exact 0, and 0 · 0 is fast where a product that underflows is not. */
const LEAST = -176;
/** A sum with it ends at the whole numbers, and its last bits are k + 127, the exponent of 2^k. */
const SHIFT = 1.5 * 2 ** 23 + 127;
/** 2·ln 2 in two parts. The first has 15 bits, so that its product with k is exact. */
const STEP_HIGH = 1.38629150390625;
const STEP_LOW = 2 * Math.LN2 - STEP_HIGH;
const TERMS = [0.000196297508, 0.00141047779, 0.00833593495, 0.041661229, 0.16666618, 0.500000358];
