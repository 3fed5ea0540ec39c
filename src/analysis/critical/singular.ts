import { eigenvalues } from '../eigen.ts';
import { NOTHING } from './unit-objective.ts';

/** An eigenvalue is 0 below so much: it is a rounding error. */
const SINGULAR = 1e-13;
/** Times that rows and columns are scaled. */
const TIMES = 6;

/**
 * Whether a Hessian has an eigenvalue 0 in whatever units its parameters are: its rows and columns are scaled until the largest
 * entry of each is about 1 (Ruiz 2001), so that parameters may differ as much as they like.
 * @param looked value, gradient and Hessian, as `UnitObjective.look` gives them
 */
export function isSingular(looked: Float64Array, size: number): boolean {
  const rows = Array.from({ length: size }, (_, i) => looked.slice(1 + size * (i + 1), 1 + size * (i + 2)));
  for (let k = 0; k < TIMES; k++) {
    const scales = rows.map((row) => Math.max(...row.map(Math.abs)));
    if (Math.min(...scales) <= NOTHING) return true;
    for (const [i, row] of rows.entries()) {
      for (let j = 0; j < size; j++) row[j] /= Math.sqrt(scales[i]) * Math.sqrt(scales[j]);
    }
  }
  return eigenvalues(rows).some((value) => Math.abs(value) <= SINGULAR);
}
