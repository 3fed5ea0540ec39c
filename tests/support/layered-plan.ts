import { asLayered, type ExperimentInput, type Plan, planExperiment } from '../../src/experiment/index.ts';

/** The plan of an experiment with a network, however small, as it is made of those that are too large to be a formula. */
export function layeredPlan(input: ExperimentInput): Plan {
  return asLayered(planExperiment(input));
}
