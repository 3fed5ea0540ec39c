export type { ResolvedAxis, Varied } from './axes.ts';
export { BadExperiment } from './errors.ts';
export type { ResolvedHyperparameter } from './hyperparameter.ts';
export { Latest } from './latest.ts';
export { madeOf } from './made-of.ts';
export { type ResolvedObjective, resolveObjective } from './objective.ts';
export { findOptimizer, hyperparametersOf, type ResolvedOptimizer } from './optimizer.ts';
export { type OutcomeSettings, type Plan, planExperiment } from './plan.ts';
export {
  ENGINE_CHOICES,
  type EngineChoice,
  type Experiment,
  type ExperimentInput,
  LIMITS,
  type OptimizerInput,
  readExperiment,
} from './schema.ts';
export { composeUpdate, type StateSlot, type UpdateGraph } from './update.ts';
