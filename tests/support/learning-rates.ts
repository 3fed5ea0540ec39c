import { type ExperimentInput, planExperiment } from '../../src/experiment/index.ts';
import { interpret } from '../../src/formula/index.ts';

/** The learning rates that an optimizer has at steps counted from 0. */
export function learningRates(
  optimizer: ExperimentInput['optimizers'][number],
  steps: readonly number[],
  length = 1000,
): number[] {
  const plan = planExperiment({ objective: 'sphere', optimizers: [optimizer], steps: length });
  const { update, hyperparameters } = plan.optimizers[0];
  const names = [...update.hyperparameters.keys()];
  const inputs = names.map((name) => update.hyperparameters.get(name) as (typeof update)['t']);
  const values = names.map((name) => hyperparameters.get(name)?.value as number);
  const program = interpret(update.graph, [update.eta], [update.t, ...inputs]);
  return steps.map((s) => program.run([s + 1, ...values])[0]);
}
