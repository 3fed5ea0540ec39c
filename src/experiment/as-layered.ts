import { resolveNetwork } from './objective.ts';
import { resolveOptimizer } from './optimizer.ts';
import type { Plan } from './plan.ts';
import type { NetworkObjective } from './schema.ts';

/**
 * The same plan with its network's layers as data, however small it is, as it is made of networks that are too large to be a formula: one parameter stands for all in an optimizer's step.
 * What only such plans have is told then, as the sums of `LossRatios`. Throws `BadExperiment` where an optimizer cannot be run so.
 * @param plan of a network
 */
export function asLayered(plan: Plan): Plan {
  if (plan.objective.layered) return plan;
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
