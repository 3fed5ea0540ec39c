import {
  type ExperimentInput,
  type NetworkObjective,
  type Plan,
  planExperiment,
  resolveNetwork,
} from '../../src/experiment/index.ts';
import { resolveOptimizer } from '../../src/experiment/optimizer.ts';

/** The plan of an experiment with a network, however small, as it is made of those that are too large to be a formula: its layers as data, one parameter for all in the step. */
export function layeredPlan(input: ExperimentInput): Plan {
  const plan = planExperiment(input);
  const { network } = plan.experiment.objective as NetworkObjective;
  const objective = resolveNetwork(network, 0);
  const varied = new Set(
    [plan.x, plan.y].flatMap(({ varied }) => (varied.kind === 'hyperparameter' ? [varied.name] : [])),
  );
  const optimizers = plan.experiment.optimizers.map((optimizer, i) => ({
    ...resolveOptimizer(optimizer, `optimizers.${i}`, objective, varied, plan.steps),
    label: plan.optimizers[i].label,
  }));
  return { ...plan, objective, optimizers };
}
