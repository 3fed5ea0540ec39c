import type { Lane, Lanes } from '../lanes.ts';

/** |x| of four float32. */
export function magnitude(l: Lanes, x: Lane): Lane {
  return l.op('v128.and', x, l.i32(0x7fffffff));
}

/** −|x| of four float32. */
export function negativeMagnitude(l: Lanes, x: Lane): Lane {
  return l.op('v128.or', x, l.f32(-0));
}

/** A float32 that is not negative, with the sign of another. */
export function withSign(l: Lanes, value: Lane, sign: Lane): Lane {
  return l.op('v128.or', value, l.op('v128.and', sign, l.f32(-0)));
}

/** A positive normal float32 as m · 2^k. */
export interface Split {
  /** From √½ to √2. */
  readonly m: Lane;
  /** k · 2^23, an integer. */
  readonly exponent: Lane;
}

/** Splits positive normal float32; what comes for others has no meaning. */
export function split(l: Lanes, x: Lane): Split {
  const exponent = l.op('v128.and', l.op('i32x4.sub', x, l.i32(ROOT_HALF)), l.i32(EXPONENT));
  return { m: l.op('i32x4.sub', x, exponent), exponent };
}

/** The bits of √½. */
const ROOT_HALF = 0x3f3504f3;
const EXPONENT = -0x800000;
