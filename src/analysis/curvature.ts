import { operationsOf } from '../engine/operations.ts';
import type { FormulaObjective } from '../experiment/index.ts';
import { SINGULAR } from './bend.ts';
import { eigenvalues } from './eigen.ts';
import { hessianOf } from './hessian.ts';

/** Parameters up to which each eigenvalue is told; of more the least, the largest, and how many are below 0. */
const EACH = 2;
/** Parameters up to which eigenvalues are computed at every step. */
const CHEAP = 4;
/** Operations that those of more parameters may take over a whole run, and places at which they are told at least. */
const [OPERATIONS, PLACES] = [1e8, 64];
/** Operations of an eigenvalue's rotations, for each entry of the matrix and each row. */
const ROTATIONS = 60;

/** How the surface bends along a trajectory: the eigenvalues of the Hessian. */
export class Curvature {
  /** The Hessian at a place, row by row. */
  readonly hessianAt: (theta: ArrayLike<number>) => Float64Array[];
  /** Numbers that are told at a step: see `tell`. */
  readonly channels: number;
  /** Steps from one place at which they are told to the next. */
  private readonly every: number;

  /** @param steps that the trajectory makes */
  constructor(
    objective: Pick<FormulaObjective, 'compiled'>,
    private readonly steps: number,
  ) {
    const { graph, hessian, inputs } = objective.compiled;
    const n = inputs.length;
    this.hessianAt = hessianOf(objective);
    this.channels = n <= EACH ? n : EACH + 1;
    const cost = operationsOf(graph, hessian.flat()) + ROTATIONS * n ** 3;
    const places = Math.max(PLACES, Math.floor(OPERATIONS / cost));
    this.every = n <= CHEAP ? 1 : Math.max(1, Math.ceil(steps / places));
  }

  /** Whether it is told at a step; it is at the first and at the last. */
  isTold(step: number): boolean {
    return step % this.every === 0 || step === this.steps;
  }

  /** Writes every eigenvalue in ascending order, or of more than two the least, the largest, and the number of those below 0. */
  tell(hessian: readonly Float64Array[], into: Float64Array, from: number): void {
    const all = eigenvalues(hessian);
    const [least, largest] = [all[0], all[all.length - 1]];
    into[from] = least;
    if (all.length > 1) into[from + 1] = largest;
    if (all.length > EACH) into[from + EACH] = negativeCount(all);
  }
}

/** How many eigenvalues, in ascending order, are below 0 by more than rounding errors; NaN where they are. */
export function negativeCount(eigenvalues: Float64Array): number {
  const [least, largest] = [eigenvalues[0], eigenvalues[eigenvalues.length - 1]];
  if (Number.isNaN(least)) return Number.NaN;
  const zero = SINGULAR * Math.max(Math.abs(least), Math.abs(largest));
  return eigenvalues.filter((value) => value < -zero).length;
}
