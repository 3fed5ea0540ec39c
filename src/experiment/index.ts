export { asLayered } from './as-layered.ts';
export type { ResolvedAxis, Varied } from './axes.ts';
export { type CellSetting, settingOf } from './cell-setting.ts';
export { BadExperiment } from './errors.ts';
export { usualGrid } from './grid.ts';
export type { ResolvedHyperparameter } from './hyperparameter.ts';
export { Latest } from './latest.ts';
export { isLayerRate, layerCount, layerRateName, layerRates } from './layer-rates.ts';
export { type LearningRate, learningRateOf } from './learning-rate.ts';
export { madeOf } from './made-of.ts';
export { type LayeredValue, layeredFunction } from './network/backward.ts';
export { type LayeredNetwork, rowByRow } from './network/layered.ts';
export type { Layer } from './network/layers.ts';
export { type Learner, learnerOf, type Task } from './network/learner.ts';
export { type Activation, NETWORK_LIMITS, type NetworkLoss } from './network/schema.ts';
export {
  asFormula,
  drawnObjective,
  type FormulaObjective,
  hasData,
  type LayeredObjective,
  type ResolvedObjective,
  resolveNetwork,
  resolveObjective,
  rowCount,
} from './objective.ts';
export { activeRules, findOptimizer, hyperparametersOf, type ResolvedOptimizer } from './optimizer.ts';
export { type OutcomeSettings, type Plan, planExperiment } from './plan.ts';
export { resolveRule } from './rule.ts';
export {
  type Axis,
  ENGINE_CHOICES,
  type EngineChoice,
  type Experiment,
  type ExperimentInput,
  LIMITS,
  type NetworkObjective,
  type OptimizerInput,
  readExperiment,
  type ScheduleInput,
  type TypedObjective,
  type TypedRule,
} from './schema.ts';
export { startAt, startVaries } from './starts.ts';
export { composeUpdate, type Stage, type StateSlot, type UpdateGraph } from './update.ts';
export { variablesOf } from './variables.ts';
export { variesWhole } from './varied.ts';
