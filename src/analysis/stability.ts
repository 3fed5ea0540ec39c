import { eigenvalues } from './eigen.ts';

/** Above it, descent with a rate of its own for each parameter moves away from a valley's floor instead of towards it. */
export const STABILITY_LIMIT = 2;

/**
 * How near a step without momentum is to the limit of stability: η·λmax(diag(1/σ)·H). NaN where a σ is 0.
 * @param hessian H where the step is made, row by row
 * @param sigma what each parameter's rate is divided by
 */
export function stabilityOf(hessian: readonly ArrayLike<number>[], sigma: ArrayLike<number>, eta: number): number {
  // Similar to diag(1/σ)·H, and symmetric.
  const matrix = hessian.map((row, i) => Array.from(row, (entry, j) => (eta * entry) / Math.sqrt(sigma[i] * sigma[j])));
  return eigenvalues(matrix)[matrix.length - 1];
}
