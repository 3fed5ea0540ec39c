import type { Lane, Lanes } from '../lanes.ts';

/** Which two of four lanes: the first of them. */
export type Half = 0 | 2;

/** Both halves of a vector, in order. */
export const HALVES: readonly Half[] = [0, 2];

/** Two of four float32, as float64. */
export function pairOf(l: Lanes, x: Lane, half: Half): Lane {
  return l.op('f64x2.promote_low_f32x4', toFront(l, x, half));
}

/** Two of four 32-bit integers, as float64. */
export function integerPairOf(l: Lanes, x: Lane, half: Half): Lane {
  return l.op('f64x2.convert_low_i32x4_s', toFront(l, x, half));
}

/** The first two lanes of the first vector, then those of the second. */
export function joinPairs(l: Lanes, [first, second]: readonly Lane[]): Lane {
  return l.shuffle(first, second, FIRST_HALVES);
}

/** Two pairs of float64, rounded to four float32. */
export function roundPairs(l: Lanes, pairs: readonly Lane[]): Lane {
  return joinPairs(
    l,
    pairs.map((pair) => l.op('f32x4.demote_f64x2_zero', pair)),
  );
}

const toFront = (l: Lanes, x: Lane, half: Half) => (half === 0 ? x : l.shuffle(x, x, LAST_HALF));

const LAST_HALF = [8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15];
const FIRST_HALVES = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];
