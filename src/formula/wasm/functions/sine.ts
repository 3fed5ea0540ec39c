import type { Lane, Lanes } from '../lanes.ts';
import { singles } from './arithmetic.ts';
import { polynomial } from './polynomial.ts';
import { ofQuarter, type Quarter } from './quarter.ts';

/**
 * sin x of four float32, to 1.6 ulp for every x. With the cosine of the same x it shares all but a choice and a sign.
 *
 * The series on ±π/4 are minimax fits of our own (Remez), to 2^−28 for the sine and 2^−33 for the cosine.
 */
export function sin(l: Lanes, x: Lane): Lane {
  return ofQuarter(l, x, (quarter) => {
    const { sine, cosine, isOdd, half } = waves(l, quarter);
    return l.op('v128.xor', l.op('v128.bitselect', cosine, sine, isOdd), l.shift('i32x4.shl', half, 31));
  });
}

/** cos x of four float32, to 1.6 ulp for every x: as `sin`. */
export function cos(l: Lanes, x: Lane): Lane {
  return ofQuarter(l, x, (quarter) => {
    const { sine, cosine, isOdd, half } = waves(l, quarter);
    // Negative after one and after two quarter turns.
    const sign = l.shift('i32x4.shl', l.op('v128.xor', half, quarter.turns), 31);
    return l.op('v128.xor', l.op('v128.bitselect', sine, cosine, isOdd), sign);
  });
}

/** Sine and cosine of what quarter turns leave; whether their number is odd; and how many half turns they are. */
function waves(l: Lanes, { rest, low, turns }: Quarter) {
  const { sub, mul } = singles(l);
  const square = mul(rest, rest);
  const bend = mul(mul(polynomial(singles(l), square, SINE), square), rest);
  return {
    // In this order a rest of −0 stays one.
    sine: sub(rest, sub(low, bend)),
    cosine: polynomial(singles(l), square, COSINE),
    isOdd: l.shift('i32x4.shr_s', l.shift('i32x4.shl', turns, 31), 31),
    half: l.shift('i32x4.shr_u', turns, 1),
  };
}

const SINE = [-0.000195185989, 0.00833219104, -0.166666552];
const COSINE = [2.44306702e-5, -0.00138873013, 0.0416666456, -0.5, 1];
