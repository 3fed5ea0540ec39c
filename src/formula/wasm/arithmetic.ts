import type { Lane, Lanes } from './lanes.ts';
import { MAGNITUDE, SIGN } from './signs.ts';

/** The instructions on four float32 that kernels are written with, by short names. */
export function arithmetic(l: Lanes) {
  return {
    add: (a: Lane, b: Lane) => l.op('f32x4.add', a, b),
    sub: (a: Lane, b: Lane) => l.op('f32x4.sub', a, b),
    mul: (a: Lane, b: Lane) => l.op('f32x4.mul', a, b),
    div: (a: Lane, b: Lane) => l.op('f32x4.div', a, b),
    abs: (a: Lane) => l.op('v128.and', a, l.i32(MAGNITUDE)),
    neg: (a: Lane) => l.op('v128.xor', a, l.i32(SIGN)),
    sqrt: (a: Lane) => l.op('f32x4.sqrt', a),
    /** The lesser; `a` where `b` is not a number. */
    min: (a: Lane, b: Lane) => l.op('f32x4.pmin', a, b),
    /** The greater; `a` where `b` is not a number. */
    max: (a: Lane, b: Lane) => l.op('f32x4.pmax', a, b),
    less: (a: Lane, b: Lane) => l.op('f32x4.lt', a, b),
    atMost: (a: Lane, b: Lane) => l.op('f32x4.le', a, b),
    and: (a: Lane, b: Lane) => l.op('v128.and', a, b),
    or: (a: Lane, b: Lane) => l.op('v128.or', a, b),
    not: (a: Lane) => l.op('v128.not', a),
    /** The bits of `a` that are not set in `b`. */
    without: (a: Lane, b: Lane) => l.op('v128.andnot', a, b),
    /** `a` where the condition holds, else `b`. */
    choose: (condition: Lane, a: Lane, b: Lane) => l.op('v128.bitselect', a, b, condition),
    total: (terms: readonly Lane[]) => terms.reduce((sum, term) => l.op('f32x4.add', sum, term)),
    largest: (terms: readonly Lane[]) => terms.reduce((most, term) => l.op('f32x4.pmax', most, term)),
  };
}
