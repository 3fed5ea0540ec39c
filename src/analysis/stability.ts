import { eigenvalues } from './eigen.ts';

/** Above it, descent with a rate of its own for each parameter moves away from a valley's floor instead of towards it. */
export const STABILITY_LIMIT = 2;

/**
 * How near a step without momentum is to the limit of stability: λmax(diag(η/σ)·H). NaN where a σ is 0.
 * @param hessian H where the step is made, row by row
 * @param sigma what each parameter's rate is divided by
 * @param rates each parameter's learning rate, all of one sign
 */
export function stabilityOf(
  hessian: readonly ArrayLike<number>[],
  sigma: ArrayLike<number>,
  rates: ArrayLike<number>,
): number {
  const sign = Math.sign(rates[0]);
  const factors = Array.from(rates, (rate, i) => Math.sqrt(Math.abs(rate) / sigma[i]));
  // Similar to diag(η/σ)·H, and symmetric.
  const matrix = hessian.map((row, i) => Array.from(row, (entry, j) => sign * factors[i] * factors[j] * entry));
  return eigenvalues(matrix)[matrix.length - 1];
}
