import type { Plan } from '../experiment/index.ts';
import { OUTCOMES } from './types.ts';

const CONVERGED = OUTCOMES.indexOf('converged');
/** A converged trajectory farther from every known minimum than so many times the distance threshold has found another one. */
const REACH = 10;

/** How far from a known minimum a trajectory that converged there may be. */
export function reachOf(plan: Plan): number {
  return REACH * plan.outcomes.distance;
}

/**
 * The index in the objective's `minima` of the one that each converged cell came to; -1 for other cells and unlisted minima. A cell whose loss has
 * reached the target counts to the nearest, however far: in a flat valley it may still be on its way there.
 */
export function nearestMinima(
  plan: Plan,
  theta: readonly ArrayLike<number>[],
  loss: ArrayLike<number>,
  outcome: ArrayLike<number>,
): Int16Array {
  const { minima } = plan.objective;
  const reach = reachOf(plan) ** 2;
  const found = new Int16Array(outcome.length).fill(-1);
  for (let cell = 0; cell < outcome.length; cell++) {
    if (outcome[cell] !== CONVERGED) continue;
    let least = plan.target !== null && loss[cell] <= plan.target ? Number.POSITIVE_INFINITY : reach;
    let nearest = -1;
    for (let m = 0; m < minima.length; m++) {
      const { at } = minima[m];
      let square = 0;
      for (let p = 0; p < at.length; p++) square += (theta[p][cell] - at[p]) ** 2;
      if (square <= least) {
        least = square;
        nearest = m;
      }
    }
    found[cell] = nearest;
  }
  return found;
}
