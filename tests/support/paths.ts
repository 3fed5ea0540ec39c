import { findObjective } from '../../src/catalogue/index.ts';
import { type OracleRow, simulate } from '../../src/engine/oracle.ts';
import { type ExperimentInput, planExperiment } from '../../src/experiment/index.ts';

export type OptimizerInput = ExperimentInput['optimizers'][number];
type ObjectiveInput = ExperimentInput['objective'];

/** One optimizer's trajectory of two parameters, in float64, with bounds that nothing reaches. */
export function trajectory(
  objective: ObjectiveInput,
  optimizer: OptimizerInput,
  start: readonly [number, number],
  steps = 200,
): OracleRow[] {
  const known = typeof objective === 'string' ? findObjective(objective)?.parameters : null;
  const plan = planExperiment({
    objective,
    optimizers: [optimizer],
    start: Object.fromEntries((known ?? ['x', 'y']).map((name, i) => [name, start[i]])),
    grid: { x: { vary: 'noise', from: 0 } },
    steps,
    outcomes: { escape: 1e12, bound: 1e25 },
  });
  return simulate(plan, 0);
}

/** θ after every step of such a trajectory. */
export function path(...args: Parameters<typeof trajectory>): number[][] {
  return trajectory(...args).map((row) => [...row.theta]);
}

/** The largest difference between two paths of equal length, of 1 + |θ|; infinite where their lengths differ. */
export function apart(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  const size = 1 + Math.max(...a.flat().map(Math.abs));
  return Math.max(...a.flatMap((theta, i) => theta.map((value, k) => Math.abs(value - b[i][k])))) / size;
}
