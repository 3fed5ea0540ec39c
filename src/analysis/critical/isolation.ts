import type { Examiner, Zero } from './certainty.ts';
import type { Settler } from './settle.ts';
import { dot } from './surroundings.ts';

/** How far to go in each direction, in units of the distance within which the Hessian stays the same. */
const DISTANCES = [10, 3] as const;

/**
 * Whether a degenerate zero of the gradient has none beside it. From nearby places in the directions of the eigenvectors and
 * between them, runs end beside where they began if there is a curve or a surface of zeros, and else far from there.
 */
export function isIsolated(settler: Settler, examiner: Examiner, { at, eigenvectors, scale }: Zero): boolean {
  const hasNext = (direction: Float64Array, length: number) => {
    const from = at.map((value, k) => value + length * direction[k]);
    const rest = settler.settleNear(from);
    const next = rest && examiner.zeroAt(rest);
    if (next === null) return false;
    const moved = next.at.map((value, k) => value - from[k]);
    return Math.sqrt(dot(moved, moved)) <= 0.5 * length;
  };
  return !directions(eigenvectors).some((direction) => DISTANCES.every((times) => hasNext(direction, times * scale)));
}

/** The vectors, halfway between any two of them, along each parameter, and what is opposite to those. */
function directions(vectors: readonly Float64Array[]): Float64Array[] {
  const along = vectors.map((_, k) => Float64Array.from(vectors, (_, i) => Number(i === k)));
  const between = vectors.flatMap((a, i) =>
    vectors
      .slice(0, i)
      .flatMap((b) => [1, -1].map((sign) => a.map((value, k) => (value + sign * b[k]) * Math.SQRT1_2))),
  );
  return [...vectors, ...between, ...along].flatMap((vector) => [vector, vector.map((value) => -value)]);
}
