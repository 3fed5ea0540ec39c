import type { Lane, Lanes } from '../lanes.ts';

/** The four operations on vectors of one type of number, so that a formula reads as one. */
export interface Arithmetic {
  readonly add: (a: Lane, b: Lane) => Lane;
  readonly sub: (a: Lane, b: Lane) => Lane;
  readonly mul: (a: Lane, b: Lane) => Lane;
  readonly div: (a: Lane, b: Lane) => Lane;
  /** The same number in each lane. */
  readonly number: (value: number) => Lane;
}

/** Arithmetic on four float32. */
export function singles(l: Lanes): Arithmetic {
  return {
    add: (a, b) => l.op('f32x4.add', a, b),
    sub: (a, b) => l.op('f32x4.sub', a, b),
    mul: (a, b) => l.op('f32x4.mul', a, b),
    div: (a, b) => l.op('f32x4.div', a, b),
    number: (value) => l.f32(value),
  };
}

/** Arithmetic on two float64. */
export function doubles(l: Lanes): Arithmetic {
  return {
    add: (a, b) => l.op('f64x2.add', a, b),
    sub: (a, b) => l.op('f64x2.sub', a, b),
    mul: (a, b) => l.op('f64x2.mul', a, b),
    div: (a, b) => l.op('f64x2.div', a, b),
    number: (value) => l.f64(value),
  };
}
