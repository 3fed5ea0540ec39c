import { type Plan, planExperiment } from '../src/experiment/index.ts';

/** The optimizers and objectives that are measured. */
export const OPTIMIZERS = ['sgd', 'adam', 'radam'] as const;
export const OBJECTIVES = ['rosenbrock', 'rastrigin'] as const;
export type OptimizerName = (typeof OPTIMIZERS)[number];
export type ObjectiveName = (typeof OBJECTIVES)[number];

/** Learning rates at which no start diverges, so that every step counted is made. */
export const RATES: Readonly<Record<OptimizerName, number>> = { sgd: 2e-4, adam: 1e-3, radam: 1e-3 };

/** A square grid of starts over the objective's domain. */
export function planCase(name: OptimizerName, objective: ObjectiveName, particles: number, steps: number): Plan {
  const count = Math.sqrt(particles);
  const [x, y] = DOMAINS[objective];
  return planExperiment({
    objective,
    optimizers: [{ name, lr: RATES[name] }],
    grid: { x: { vary: 'x', from: x[0], to: x[1], count }, y: { vary: 'y', from: y[0], to: y[1], count } },
    steps,
  });
}

/** Where the starts lie: the catalogue's domains. */
export const DOMAINS = {
  rosenbrock: [
    [-2, 2],
    [-1, 3],
  ],
  rastrigin: [
    [-5.12, 5.12],
    [-5.12, 5.12],
  ],
} as const;
