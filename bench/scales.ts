import type { Plan } from '../src/experiment/index.ts';

/** Numbers of the steps of Adam or RAdam that all particles share: θ ← θ − rate · m / (√v + eps). */
export interface Scales {
  /** The first steps, in which RAdam does not divide. */
  readonly unscaled: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly rate: Float64Array;
  readonly eps: Float64Array;
}

/** The bias corrections, and RAdam's factor, of all steps of a plan's first optimizer. */
export function scalesOf(plan: Plan): Scales {
  const [{ hyperparameters, name: optimizer }] = plan.optimizers;
  const value = (name: string) => hyperparameters.get(name)?.value as number;
  const [lr, beta1, beta2, least] = ['lr', 'beta1', 'beta2', 'eps'].map(value);
  const rate = new Float64Array(plan.steps);
  const eps = new Float64Array(plan.steps);
  const limit = 2 / (1 - beta2) - 1;
  const radam = optimizer === 'radam';
  let unscaled = 0;
  for (let t = 1; t <= plan.steps; t++) {
    const left = 1 - beta2 ** t;
    const rho = limit - (2 * t * beta2 ** t) / left;
    const rectified = Math.sqrt((((rho - 4) * (rho - 2)) / ((limit - 4) * (limit - 2))) * (limit / rho) * left);
    if (radam && rho <= 5) unscaled = t;
    rate[t - 1] = (lr / (1 - beta1 ** t)) * (!radam ? Math.sqrt(left) : rho > 5 ? rectified : 1);
    eps[t - 1] = radam ? least : least * Math.sqrt(left);
  }
  return { unscaled, beta1, beta2, rate, eps };
}
