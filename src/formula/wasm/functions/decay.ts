import type { Lane, Lanes } from '../lanes.ts';
import { doubles, singles } from './arithmetic.ts';
import { negativeMagnitude } from './bits.ts';
import { HALVES, pairOf } from './pairs.ts';
import { polynomialBySquare } from './polynomial.ts';

/**
 * e^−|x| of four float32, as two pairs of float64, to 2^−24 of its value: all that `sigmoid` and `softplus` of one x share.
 *
 * As `exp`, but with r half as large, and float64 holds 1 + (r + r²·q(r)) and its product with 2^k exactly. q is a minimax fit of our own (Remez), to 2^−28 of e^r.
 */
export function decay(l: Lanes, x: Lane): readonly Lane[] {
  const { add, sub, mul, number } = singles(l);
  const y = l.op('f32x4.pmax', negativeMagnitude(l, x), number(LEAST));
  const shifted = add(mul(y, number(1 / Math.LN2)), number(SHIFT));
  const k = sub(shifted, number(SHIFT));
  const r = sub(sub(y, mul(k, number(STEP_HIGH))), mul(k, number(STEP_LOW)));
  const square = mul(r, r);
  const less1 = add(mul(square, polynomialBySquare(singles(l), r, square, TERMS)), r);
  return HALVES.map((half) => {
    const { add, number } = doubles(l);
    const exponent = l.shift('i64x2.shl', add(pairOf(l, shifted, half), number(RESHIFT)), 52);
    return l.op('i64x2.add', add(pairOf(l, less1, half), number(1)), exponent);
  });
}

/** Below it e^y is 0 in float32. */
const LEAST = -104;
/** A sum with it ends at the whole numbers. */
const SHIFT = 1.5 * 2 ** 23;
/** From that sum to the one in float64 whose last bits are k. */
const RESHIFT = 1.5 * 2 ** 52 - SHIFT;
/** ln 2 in two parts. The first has 15 bits, so that its product with k is exact. */
const STEP_HIGH = 0.693145751953125;
const STEP_LOW = Math.LN2 - STEP_HIGH;
const TERMS = [0.0013820054, 0.00836868305, 0.0416682735, 0.166665211, 0.49999994];
