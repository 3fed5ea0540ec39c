import type { Lane, Lanes } from '../lanes.ts';
import { singles } from './arithmetic.ts';
import { polynomial } from './polynomial.ts';
import { ofQuarter } from './quarter.ts';

/**
 * tan x of four float32, to 1.8 ulp for every x.
 *
 * The series on ±π/4 is a minimax fit of our own (Remez), to 2^−29; after an odd number of quarter turns the tangent is −1 through it.
 */
export function tan(l: Lanes, x: Lane): Lane {
  const { add, sub, mul, div, number } = singles(l);
  return ofQuarter(l, x, ({ rest, exactLow, turns }) => {
    const square = mul(rest, rest);
    const bend = mul(mul(polynomial(singles(l), square, TERMS), square), rest);
    // Where the tangent is large it is steep as well: what rounding took counts.
    const slope = add(square, number(1));
    const even = add(sub(bend, mul(exactLow, slope)), rest);
    const isOdd = l.shift('i32x4.shr_s', l.shift('i32x4.shl', turns, 31), 31);
    return l.op('v128.bitselect', div(number(-1), even), even, isOdd);
  });
}

const TERMS = [0.0043763835, 9.12681717e-5, 0.0108324625, 0.0212845132, 0.0540591776, 0.133326739, 0.333333492];
