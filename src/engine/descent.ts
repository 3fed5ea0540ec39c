/** A loss with its derivatives at a point: loss, gradient, then the Hessian row by row. */
export type Look = (point: readonly number[]) => ArrayLike<number>;

type Domain = readonly (readonly [low: number, high: number])[];

/** By how much the damping changes after a step that was good, and after one that was not. */
const [LESS, MORE] = [0.2, 8];

/**
 * The lowest point on a way down from a point in a domain, and its loss: Newton's steps with Levenberg's and Marquardt's damping.
 * @param steps at most, refused ones included
 */
export function lowestBelow(
  look: Look,
  from: readonly number[],
  domain: Domain,
  steps: number,
): { readonly point: readonly number[]; readonly loss: number } {
  let point = from;
  let here = Float64Array.from(look(point));
  let damping = 1e-3;
  for (let i = 0; i < steps && damping < 1e15; i++) {
    const step = newtonStep(here, point.length, damping);
    const next = point.map((value, k) => Math.min(Math.max(value + step[k], domain[k][0]), domain[k][1]));
    const there = Float64Array.from(look(next));
    const good = there[0] < here[0];
    damping = Math.max(damping * (good ? LESS : MORE), 1e-12);
    if (good) [point, here] = [next, there];
  }
  return { point, loss: here[0] };
}

/** Solves (H + damping · |diag H|) step = −g by Gaussian elimination. */
function newtonStep(at: ArrayLike<number>, n: number, damping: number): number[] {
  const rows = Array.from({ length: n }, (_, i) => {
    const row = Array.from({ length: n }, (_, j) => at[1 + n + i * n + j]);
    row[i] += damping * Math.max(Math.abs(row[i]), 1e-12);
    return [...row, -at[1 + i]];
  });
  for (let i = 0; i < n; i++) {
    const pivot = rows.reduce((best, row, k) => (k >= i && Math.abs(row[i]) > Math.abs(rows[best][i]) ? k : best), i);
    [rows[i], rows[pivot]] = [rows[pivot], rows[i]];
    for (let k = i + 1; k < n; k++) {
      const factor = rows[k][i] / rows[i][i];
      for (let j = i; j <= n; j++) rows[k][j] -= factor * rows[i][j];
    }
  }
  const step = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    const known = step.reduce((sum, value, j) => (j > i ? sum + rows[i][j] * value : sum), 0);
    step[i] = (rows[i][n] - known) / rows[i][i];
  }
  return step;
}
