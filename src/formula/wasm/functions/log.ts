import type { Lane, Lanes } from '../lanes.ts';
import { singles } from './arithmetic.ts';
import { type Split, split } from './bits.ts';
import { polynomial } from './polynomial.ts';

/**
 * log x of four float32, to 1.1 ulp.
 *
 * x = m · 2^k, and log m = f − s·(f − z·p(z)) with f = m − 1, s = f/(m + 1), z = s², which is 2·artanh s (the form is that of fdlibm); p is a minimax fit of
 * our own (Remez) to 2^−30 of log m. Float32's ln 2 is so close (2^−28) that its product with k needs no second part.
 *
 * What is no positive normal number is left to a rare branch: without one the logarithm takes half as long again.
 */
export function log(l: Lanes, x: Lane): Lane {
  const { mul, number } = singles(l);
  const isPositive = l.op('v128.and', l.op('f32x4.lt', number(0), x), l.op('f32x4.lt', x, number(Infinity)));
  const subnormal = split(l, mul(x, number(2 ** UP)));
  const exponent = l.op('i32x4.sub', subnormal.exponent, l.i32(UP << 23));
  const small = logOf(l, { m: subnormal.m, exponent });
  // The square root of what is no positive number is NaN, and that of infinity infinite.
  const none = l.op('v128.bitselect', number(-Infinity), l.op('f32x4.sqrt', x), l.op('f32x4.eq', x, number(0)));
  return l.rarely(isNotNormal(l, x), l.op('v128.bitselect', small, none, isPositive), logOf(l, split(l, x)));
}

function logOf(l: Lanes, { m, exponent }: Split): Lane {
  const { add, sub, mul, div, number } = singles(l);
  const f = sub(m, number(1));
  const s = div(f, add(m, number(1)));
  const z = mul(s, s);
  const rest = mul(z, polynomial(singles(l), z, TERMS));
  const whole = mul(l.op('f32x4.convert_i32x4_s', exponent), number(Math.LN2 / 2 ** 23));
  return add(whole, sub(f, mul(s, sub(f, rest))));
}

/** Whether x is anything but a positive normal number: the bits of those come first once the sum has wrapped around. */
function isNotNormal(l: Lanes, x: Lane): Lane {
  return l.op('i32x4.lt_s', l.i32(LAST_NORMAL + WRAP), l.op('i32x4.add', x, l.i32(WRAP)));
}

const LAST_NORMAL = 0x7f7fffff;
/** Takes the bits of the first normal number, 0x00800000, to the first signed integer. */
const WRAP = 0x7f800000;
/** 2 to it makes every subnormal number a normal one. */
const UP = 24;
const TERMS = [0.298714608, 0.399775684, 0.666667759];
