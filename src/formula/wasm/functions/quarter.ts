import type { Lane, Lanes } from '../lanes.ts';
import { doubles, singles } from './arithmetic.ts';
import { magnitude } from './bits.ts';
import { HALVES, joinPairs, pairOf, roundPairs } from './pairs.ts';
import { ENTRIES, FIRST_EXPONENT, TWO_OVER_PI } from './two-over-pi.ts';

/** Angles as numbers of quarter turns and what is left of them: rest − low, at most π/4 in size but for rounding. */
export interface Quarter {
  readonly rest: Lane;
  /** Less than the last digit of a rest near π/4. */
  readonly low: Lane;
  /** The same, with what rounding took from the rest. */
  readonly exactLow: Lane;
  /** An integer whose last two bits are the number of quarter turns. */
  readonly turns: Lane;
}

/** What `build` makes of angles; those above 8192 are reduced only where there are any. */
export function ofQuarter(l: Lanes, x: Lane, build: (quarter: Quarter) => Lane): Lane {
  const isFar = l.op('i32x4.lt_s', l.i32(FAR_BITS), magnitude(l, x));
  return l.rarely(isFar, build(farQuarter(l, x)), build(nearQuarter(l, x)));
}

/** π/2 in four parts (Cody and Waite). Subtracting the fourth is left to whoever sums the rest's series: that rounds once less. */
function nearQuarter(l: Lanes, x: Lane): Quarter {
  const { add, sub, mul, number } = singles(l);
  const turns = add(mul(x, number(2 / Math.PI)), number(SHIFT));
  const k = sub(turns, number(SHIFT));
  const [first, second, third, low] = HALF_PI.map((part) => mul(k, number(part)));
  const above = sub(sub(x, first), second);
  const rest = sub(above, third);
  return { rest, low, exactLow: sub(low, sub(sub(above, rest), third)), turns };
}

/** Products of x's 24 bits with three parts of 2/π: exact but for the part that no longer matters (Payne and Hanek). */
function farQuarter(l: Lanes, x: Lane): Quarter {
  const { add, sub, mul, number } = doubles(l);
  const exponent = l.op('i32x4.sub', l.shift('i32x4.shr_u', magnitude(l, x), 23), l.i32(FIRST_EXPONENT));
  // Lanes that are not far have smaller exponents: they may look up what they like, but inside the table.
  const index = l.op('i32x4.max_s', exponent, l.i32(0));
  const integer = l.op('v128.or', l.op('v128.and', x, l.i32(SIGN_AND_DIGITS)), l.f32(2 ** 23));
  const halves = HALVES.map((half) => {
    const [high, middle, low] = [0, 1, 2].map((part) => {
      const at = l.op('i32x4.add', index, l.i32(part * ENTRIES));
      return mul(pairOf(l, integer, half), l.lookup(TWO_OVER_PI, at, half));
    });
    const whole = l.op('f64x2.nearest', add(high, middle));
    return { whole, angle: mul(add(add(sub(high, whole), middle), low), number(Math.PI / 2)) };
  });
  const rest = roundPairs(
    l,
    halves.map(({ angle }) => angle),
  );
  const low = roundPairs(
    l,
    halves.map(({ angle }, i) => sub(pairOf(l, rest, HALVES[i]), angle)),
  );
  const turns = halves.map(({ whole }) => l.op('i32x4.trunc_sat_f64x2_s_zero', whole));
  return { rest, low, exactLow: low, turns: joinPairs(l, turns) };
}

/** The bits of 8192: up to there products of k with a part of 11 bits are exact. */
const FAR_BITS = 0x46000000;
/** A sum with it ends at the whole numbers, and its last bits are theirs. */
const SHIFT = 1.5 * 2 ** 23;
const HALF_PI = [1.5703125, 0.0004837512969970703, 7.549533620476723e-8, 2.5633440682570896e-12];
const SIGN_AND_DIGITS = -0x7f800001;
