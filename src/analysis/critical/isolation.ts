import { dot, type Examiner, type Zero } from './certainty.ts';
import type { Settler } from './settle.ts';

/** An eigenvalue below so much of the largest is that of a direction in which the gradient may stay 0. */
const FLAT = 1e-3;
/** How far to go in such a direction. */
const DISTANCES = [0.01, 0.003] as const;

/**
 * Whether a degenerate zero of the gradient has none beside it. From nearby places in the directions in which the Hessian is
 * (nearly) singular, runs end beside where they began if there is a curve or a surface of zeros, and else far from there.
 */
export function isIsolated(settler: Settler, examiner: Examiner, { at, eigenvalues, eigenvectors }: Zero): boolean {
  const most = Math.max(...eigenvalues.map(Math.abs));
  const flat = eigenvectors.filter((_, i) => Math.abs(eigenvalues[i]) <= FLAT * most);
  const hasNext = (direction: Float64Array, length: number) => {
    const from = at.map((value, k) => value + length * direction[k]);
    const rest = settler.settleNear(from);
    if (rest === null) return false;
    const moved = rest.at.map((value, k) => value - from[k]);
    return Math.sqrt(dot(moved, moved)) <= 0.5 * length && examiner.zeroAt(rest) !== null;
  };
  return !directions(flat.length > 0 ? flat : eigenvectors).some((direction) =>
    DISTANCES.every((length) => hasNext(direction, length)),
  );
}

/** The vectors, halfway between any two of them, and what is opposite to those. */
function directions(vectors: readonly Float64Array[]): Float64Array[] {
  const between = vectors.flatMap((a, i) =>
    vectors
      .slice(0, i)
      .flatMap((b) => [1, -1].map((sign) => a.map((value, k) => (value + sign * b[k]) * Math.SQRT1_2))),
  );
  return [...vectors, ...between].flatMap((vector) => [vector, vector.map((value) => -value)]);
}
