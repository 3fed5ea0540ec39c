import { DampedStep, largest } from './damped-step.ts';
import { NOTHING, type UnitObjective } from './unit-objective.ts';

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

/** How far a run may leave the domain on its way. */
const MARGIN = 0.1;
/** The longest step: far leaps end at points that other starts are nearer to. */
const LONGEST = 0.3;
/** Newton's steps that a run may make before one of them is so short that it has all but arrived. */
const [NEWTON, ARRIVED] = [12, 1e-3];
/** Steps of Levenberg and Marquardt, refused ones included; and those of a run that is to come to its end. */
const [DAMPED, LONG] = [200, 2000];
/** The damping at first, and by how much it changes after a step that was good, and after one that was not. */
const [FIRST, LESS, MORE] = [0.03, 0.1, 4];
/** Bounds of the damping: below the least it does nothing, above the largest a step does nothing. */
const [LEAST, MOST] = [1e-20, 1e8];
/** The damping below which rounding errors move a run along a curve on which the gradient is 0. */
const CAREFUL = 1e-6;
/** Steps shorter than this, beside the place, that do not help are rounding errors; so are all that are shorter than the second; beside 0 the third is. */
const [FINE, FINEST, NEAR_ZERO] = [1e-13, 1e-16, 1e-22];
/** After so many good steps the gradient must have halved: else the run is on its way to where it is least, but not 0. */
const PATIENCE = 6;

/** What a run may take. */
interface Endurance {
  readonly steps: number;
  /** Good steps after which the gradient must have halved. */
  readonly patience: number;
}

/**
 * Runs to a critical point. Newton's method comes first: it does not care how differently steep an objective is in its directions.
 * Where it does not arrive, steps of Levenberg and Marquardt lead down |gradient|² instead; they also make the end of every run.
 */
export class Settler {
  private readonly step: Float64Array;
  private readonly solver: DampedStep;

  constructor(private readonly objective: UnitObjective) {
    this.step = new Float64Array(objective.size);
    this.solver = new DampedStep(objective.size);
  }

  /** Where the run from a place ends; null where it leaves the domain, or begins where the objective has no value. */
  settle(from: ArrayLike<number>): Rest | null {
    const rest = this.restAt(Float64Array.from(from));
    if (rest === null) return null;
    const arrived = this.newton(rest);
    return arrived ? this.descend(arrived, LEAST, LEAST) : this.descend(rest, FIRST, LEAST);
  }

  /**
   * Where a run that was broken off ends, if it may go on for long however slowly the gradient falls; null where it leaves the domain.
   * @param steps bound of its steps, `LONG` at most
   */
  settleOn(rest: Rest, steps: number): Rest | null {
    return this.descend(rest, FIRST, LEAST, { steps: Math.min(steps, LONG), patience: Number.POSITIVE_INFINITY });
  }

  /** The same without leaps: where the gradient is 0 along a curve, the run ends beside where it began. */
  settleNear(from: ArrayLike<number>): Rest | null {
    const rest = this.restAt(Float64Array.from(from));
    return rest && this.descend(rest, FIRST, CAREFUL);
  }

  private restAt(at: Float64Array): Rest | null {
    const looked = new Float64Array(this.objective.length);
    const norm = this.objective.look(at, looked);
    return norm === Number.POSITIVE_INFINITY ? null : { at, looked, norm, unfinished: false };
  }

  private newton(from: Rest): Rest | null {
    let rest: Rest | null = from;
    for (let i = 0; i < NEWTON && rest !== null && !this.isFlat(rest); i++) {
      const length = this.solver.solve(rest.looked, 0, this.step);
      if (!Number.isFinite(length)) return null;
      const next = this.next(rest.at, length);
      if (!this.objective.isInside(next, MARGIN)) return null;
      rest = this.restAt(next);
      if (length < ARRIVED) return rest;
    }
    return null;
  }

  /** Steps down |gradient|². */
  private descend(
    from: Rest,
    first: number,
    least: number,
    { steps, patience }: Endurance = { steps: DAMPED, patience: PATIENCE },
  ): Rest | null {
    let rest = from;
    let damping = first;
    let halve = rest.norm / 2;
    let good = 0;
    for (let i = 0; i < steps; i++) {
      if (this.isFlat(rest)) return rest;
      const length = this.solver.solve(rest.looked, damping, this.step);
      const next = this.next(rest.at, length);
      const better = Number.isFinite(length) ? this.restAt(next) : null;
      if (better === null || better.norm >= rest.norm) {
        if (length < FINE * size(rest) + NEAR_ZERO || damping > MOST) return rest;
        damping = Math.max(damping * MORE, least);
        continue;
      }
      if (!this.objective.isInside(next, MARGIN)) return null;
      rest = better;
      damping = Math.max(damping * LESS, least);
      if (length < FINEST * size(rest) + NEAR_ZERO) return rest;
      if (++good % patience > 0) continue;
      if (rest.norm > halve) break;
      halve = rest.norm / 2;
    }
    return { ...rest, unfinished: true };
  }

  /** Where there is no slope, or no curvature, no step can be made. */
  private isFlat({ looked, norm }: Rest): boolean {
    return norm === 0 || largest(looked, this.objective.size) <= NOTHING;
  }

  private next(at: Float64Array, length: number): Float64Array {
    const shortened = length > LONGEST ? LONGEST / length : 1;
    return at.map((value, k) => value + shortened * this.step[k]);
  }
}

function size({ at }: Rest): number {
  return Math.max(...at.map(Math.abs));
}
