import { DampedStep } from './damped-step.ts';
import { type Rest, restAt } from './rest.ts';
import type { UnitObjective } from './unit-objective.ts';

/** Leaps, and Newton's steps between them, that are made at most. */
const LEAPS = 16;
/** The longest of them, in units of the domain. */
const LONGEST = 0.3;
/** Two steps go along one line if the second leaves it by no more than this part of the first. */
const STRAIGHT = 0.1;
/** How much a step is shortened if the formula has no Hessian at its end: by a part of it, and of the place. */
const [SHORTER, DIGITS] = [2 ** -20, 4 * Number.EPSILON];
/** So short beside the place, or beside 0, a leap has arrived. */
const [ARRIVED, NEAR_ZERO] = [1e-14, 1e-22];
/** So many times as long it has if it leads no nearer. */
const COARSE = 1e4;
/** What is left of the gradient, at most, after a leap for each parameter by itself. */
const LEFT = 0.5;

/**
 * Leads runs to zeros of the gradient to which Newton's steps come slowly, or never: where the gradient is like a power of the
 * distance, each step is a multiple of the one before. Two of them tell which, and so where all that are to come lead together, as
 * a geometric series (Aitken's extrapolation). Under a power below 1, as in |x|^1.5, they jump to and fro, or away; under a high one, as in x^100,
 * each leads a hundredth nearer. If two steps do not go along one line, each parameter may have a series of its own.
 */
export class Leaper {
  private readonly solver: DampedStep;
  private readonly first: Float64Array;
  private readonly second: Float64Array;

  constructor(private readonly objective: UnitObjective) {
    this.solver = new DampedStep(objective.size);
    this.first = new Float64Array(objective.size);
    this.second = new Float64Array(objective.size);
  }

  /** Where leaps lead from where a run was broken off; null where they do not arrive. */
  leapFrom(from: Rest): Rest | null {
    const { first, second, solver } = this;
    let rest = from;
    let leapt = false;
    for (let i = 0; i < LEAPS && rest.norm > 0; i++) {
      const length = solver.solve(rest.looked, 0, first);
      const fine = ARRIVED * Math.max(...rest.at.map(Math.abs)) + NEAR_ZERO;
      // After a leap the gradient may be too small for a step, or a step for the place's digits.
      if (!(length <= LONGEST) || length <= fine) return leapt ? rest : null;
      const next = this.towards(rest, first);
      if (next === null) return null;
      if (next.norm === 0) return next;
      solver.solve(next.looked, 0, second);
      const { leap, straight } = this.series(length);
      const far = Math.hypot(...leap);
      const end = far <= LONGEST ? this.towards(rest, leap) : null;
      if (end !== null && end.norm < (straight ? 1 : LEFT) * rest.norm) {
        [rest, leapt] = [end, true];
      } else if (straight) {
        return far <= COARSE * fine ? rest : null;
      } else {
        rest = next;
      }
    }
    return leapt ? rest : null;
  }

  /** Where all steps lead together, of which the first two are known, and whether those go along one line. */
  private series(length: number): { readonly leap: Float64Array; readonly straight: boolean } {
    const { first, second } = this;
    const ratio = first.reduce((sum, value, k) => sum + value * second[k], 0) / length ** 2;
    const straight = Math.hypot(...second.map((value, k) => value - ratio * first[k])) <= STRAIGHT * length;
    const ratioOf = (value: number, k: number) => (straight || value === 0 ? ratio : second[k] / value);
    return { leap: first.map((value, k) => value / (1 - ratioOf(value, k))), straight };
  }

  /** The place a step farther, or a little before where there is no Hessian at its end. */
  private towards({ at }: Rest, step: Float64Array): Rest | null {
    const { objective } = this;
    const after = (some: Float64Array) => at.map((value, k) => value + some[k]);
    return restAt(objective, after(step)) ?? restAt(objective, after(shortOf(step, at)));
  }
}

/** A step that ends a little before, by some of the place's last digits at least. */
function shortOf(step: Float64Array, at: Float64Array): Float64Array {
  return step.map(
    (value, k) => value - Math.sign(value) * Math.max(SHORTER * Math.abs(value), DIGITS * Math.abs(at[k])),
  );
}
