import type { Zero } from './certainty.ts';
import { DampedStep } from './damped-step.ts';
import { noiseOfDigits } from './surroundings.ts';
import type { UnitObjective } from './unit-objective.ts';

/** Newton's steps that are made at most. */
const STEPS = 3;

/** A point with its parameters. */
export interface Polished {
  readonly zero: Zero;
  readonly parameters: Float64Array;
}

/**
 * Makes a point as exact as the parameters' own numbers are: units of the domain are coarser near 0 than they. A parameter that is 0
 * but for the domain's last digit is 0, if the gradient does not say otherwise.
 */
export function polish(objective: UnitObjective, zero: Zero): Polished {
  const { size, length } = objective;
  const { domain } = objective.objective;
  const solver = new DampedStep(size);
  const step = new Float64Array(size);
  let at: Float64Array = Float64Array.from(objective.parametersAt(zero.at));
  let here: Float64Array = new Float64Array(length);
  let norm = objective.lookAt(at, here);
  const take = (next: Float64Array) => {
    const there = new Float64Array(length);
    // At a kink there may be no Hessian.
    if (!(objective.lookAt(next, there) <= norm || slope(there, size) <= norm)) return;
    [at, here, norm] = [next, there, slope(there, size)];
  };
  for (let i = 0; i < STEPS && norm > 0 && solver.solve(here, 0, step) < 1e-6; i++) {
    take(at.map((value, k) => value + step[k] * (domain[k][1] - domain[k][0])));
  }
  take(at.map((value, k) => (Math.abs(value) <= 1e-15 * Math.max(...domain[k].map(Math.abs)) ? 0 : value)));
  const polished = { ...zero, at: objective.placeAt(at), looked: here, norm };
  const last = noiseOfDigits(polished);
  return {
    zero: { ...polished, noise: zero.rounding + (Number.isFinite(last) ? last : 0) },
    parameters: at,
  };
}

function slope(looked: Float64Array, size: number): number {
  return Math.hypot(...looked.subarray(1, 1 + size));
}
