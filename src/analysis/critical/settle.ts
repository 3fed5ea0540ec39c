import { DampedStep, largest } from './damped-step.ts';
import { Leaper } from './leap.ts';
import { type Rest, restAt } from './rest.ts';
import { NOTHING, type UnitObjective } from './unit-objective.ts';

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

/** A step goes on from the one before, or turns it round, if the two span so little beside their lengths, and it is no shorter than this part. */
const [STRAIGHT, SHORT] = [0.01, 0.9];

/** Where Newton's steps have led. */
interface Approach {
  readonly rest: Rest;
  /** Whether the last one was so short that the run has all but arrived. */
  readonly arrived: boolean;
  /** Whether they go along one line and hardly become shorter, so that it may have not. */
  readonly slow: boolean;
}

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
  /** The step before, of Newton's. */
  private readonly before: Float64Array;
  private readonly solver: DampedStep;
  private readonly leaper: Leaper;

  constructor(private readonly objective: UnitObjective) {
    this.step = new Float64Array(objective.size);
    this.before = new Float64Array(objective.size);
    this.solver = new DampedStep(objective.size);
    this.leaper = new Leaper(objective);
  }

  /** Where the run from a place ends; null where it leaves the domain, or begins where the objective has no value. */
  settle(from: ArrayLike<number>): Rest | null {
    const rest = restAt(this.objective, Float64Array.from(from));
    if (rest === null) return null;
    const near = this.newton(rest);
    const leapt = near?.slow ? this.leaper.leapFrom(near.rest) : null;
    if (leapt) return leapt;
    return near?.arrived ? this.descend(near.rest, LEAST, LEAST) : this.descend(rest, FIRST, LEAST);
  }

  /** Where leaps lead from where a run ended that came to no zero of the gradient; null where they do not arrive. */
  leapFrom(end: Rest): Rest | null {
    return this.leaper.leapFrom(end);
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
    const rest = restAt(this.objective, Float64Array.from(from));
    return rest && this.descend(rest, FIRST, CAREFUL);
  }

  /** Where Newton's steps lead; null where they leave the domain or cannot be made. */
  private newton(from: Rest): Approach | null {
    const { step, before } = this;
    step.fill(0);
    let rest = from;
    let arrived = false;
    for (let i = 0; i < NEWTON && !arrived; i++) {
      if (this.isFlat(rest)) return null;
      before.set(step);
      const length = this.solver.solve(rest.looked, 0, step);
      if (!Number.isFinite(length)) return null;
      const at = this.next(rest.at, length);
      if (!this.objective.isInside(at, MARGIN)) return null;
      const next = restAt(this.objective, at);
      if (next === null) return null;
      rest = next;
      arrived = length < ARRIVED;
    }
    return { rest, arrived, slow: goesOn(before, step) };
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
      const better = Number.isFinite(length) ? restAt(this.objective, next) : null;
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

function goesOn(before: Float64Array, step: Float64Array): boolean {
  let [first, second, along] = [0, 0, 0];
  for (let k = 0; k < step.length; k++) {
    first += before[k] ** 2;
    second += step[k] ** 2;
    along += before[k] * step[k];
  }
  return first > 0 && second > SHORT ** 2 * first && along ** 2 > (1 - STRAIGHT) * first * second;
}
