import type { Lane, Lanes } from '../lanes.ts';
import { doubles, singles } from './arithmetic.ts';
import { magnitude, split } from './bits.ts';
import { HALVES, integerPairOf, pairOf, roundPairs } from './pairs.ts';
import { polynomial } from './polynomial.ts';

/**
 * x^y of four float32 each, to 0.6 ulp: `Math.pow` for all x and y, also where x is negative (a value for integer y, else NaN), 0, infinite or NaN.
 *
 * x^y = 2^(y·log2 x) in float64: the exponent goes up to 149, and a float32 would not hold its fraction. Rounding at the end makes infinity,
 * subnormal numbers and 0 of what is too large or too small.
 */
export function pow(l: Lanes, x: Lane, y: Lane): Lane {
  const usual = powOfSize(l, magnitude(l, x), y);
  // The bits of positive numbers come first once the sum has wrapped around.
  const isSpecial = l.op('i32x4.lt_s', l.i32(LAST_FINITE + WRAP), l.op('i32x4.add', x, l.i32(WRAP)));
  return l.rarely(isSpecial, powOfAny(l, x, y, usual), usual);
}

/** x^y for a positive finite x. */
function powOfSize(l: Lanes, x: Lane, y: Lane): Lane {
  const up = l.op('v128.and', l.op('f32x4.lt', x, l.f32(2 ** -126)), l.i32(UP << 23));
  const { m, exponent } = split(l, l.op('f32x4.mul', x, l.op('i32x4.add', up, l.f32(1))));
  const k = l.shift('i32x4.shr_s', l.op('i32x4.sub', exponent, up), 23);
  const { add, mul } = doubles(l);
  const powers = HALVES.map((half) => {
    const log = add(log2(l, pairOf(l, m, half)), integerPairOf(l, k, half));
    return exp2(l, mul(log, pairOf(l, y, half)));
  });
  return roundPairs(l, powers);
}

/** x^y for any x, from |x|^y where that is finite and not 0. */
function powOfAny(l: Lanes, x: Lane, y: Lane, usual: Lane): Lane {
  const { sub, mul, div, number } = singles(l);
  const size = magnitude(l, x);
  const isBounded = l.op('f32x4.lt', size, number(Infinity));
  // Of 0 this is −infinity and of infinity infinity, as of the logarithm.
  const log = sub(size, div(number(1), size));
  const limit = l.op('f32x4.pmax', mul(y, log), number(0));
  const isUsual = l.op('v128.and', isBounded, l.op('f32x4.lt', number(0), size));
  const positive = l.op('v128.bitselect', usual, limit, isUsual);

  const isWhole = (value: Lane) => l.op('f32x4.eq', l.op('f32x4.floor', value), value);
  const isOdd = l.op('v128.andnot', isWhole(y), isWhole(mul(y, number(0.5))));
  const signed = l.op('v128.or', positive, l.op('v128.and', l.op('v128.and', x, isOdd), number(-0)));
  const isNegative = l.op('v128.and', isBounded, l.op('f32x4.lt', x, number(0)));
  const value = l.op('v128.or', signed, l.op('v128.andnot', isNegative, isWhole(y)));
  return l.op('v128.bitselect', number(1), value, l.op('f32x4.eq', y, number(0)));
}

/** log2 m for m from √½ to √2: 2·artanh s / ln 2 with s = (m − 1)/(m + 1). */
function log2(l: Lanes, m: Lane): Lane {
  const { add, sub, mul, div, number } = doubles(l);
  const s = div(sub(m, number(1)), add(m, number(1)));
  return mul(s, polynomial(doubles(l), mul(s, s), LOG2));
}

/** 2^x, to far beyond what float32 holds. */
function exp2(l: Lanes, x: Lane): Lane {
  const { add, sub, number } = doubles(l);
  const y = l.op('f64x2.pmax', l.op('f64x2.pmin', x, number(BEYOND)), number(-BEYOND));
  const shifted = add(y, number(SHIFT));
  const r = sub(y, sub(shifted, number(SHIFT)));
  return l.op('i64x2.add', polynomial(doubles(l), r, EXP2), l.shift('i64x2.shl', shifted, 52));
}

const LAST_FINITE = 0x7f7fffff;
/** Takes the bits of the first positive number, 1, to the first signed integer. */
const WRAP = 0x7fffffff;
/** 2 to it makes every subnormal number a normal one. */
const UP = 24;
/** 2 to it is infinite in float32, and 2 to its negative 0. */
const BEYOND = 200;
/** A sum with it ends at the whole numbers, and its last bits are theirs. */
const SHIFT = 1.5 * 2 ** 52;
// Minimax fits of our own (Remez), to 2^−38 and 2^−29.
const LOG2 = [0.3407404567358526, 0.41167210810938754, 0.577083596243512, 0.9617966732750219, 2.8853900817901486];
const EXP2 = [
  0.00015353345974136978, 0.001339889947562883, 0.009618437593023567, 0.05550332412136387, 0.2402264791027739,
  0.6931472028783127, 1,
];
