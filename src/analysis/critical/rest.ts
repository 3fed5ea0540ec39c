import type { UnitObjective } from './unit-objective.ts';

/** Where a run came to rest, in units of the domain. */
export interface Rest {
  readonly at: Float64Array;
  /** Value, gradient and Hessian there. */
  readonly looked: Float64Array;
  /** The gradient's norm there. */
  readonly norm: number;
  /** Whether the run was broken off while the gradient was still falling. */
  readonly unfinished: boolean;
}

/** A place with what is there; null where the objective has no value, no gradient or no Hessian. */
export function restAt(objective: UnitObjective, at: Float64Array): Rest | null {
  const looked = new Float64Array(objective.length);
  const norm = objective.look(at, looked);
  return norm === Number.POSITIVE_INFINITY ? null : { at, looked, norm, unfinished: false };
}
