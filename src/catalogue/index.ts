export { type DataSet, dataSets, type Examples, findDataSet } from './data-sets.ts';
export { BATCH, H, LEARNING_RATE, NETWORK, NOISE } from './hyperparameters.ts';
export type { Objective, StationaryPoint } from './objective.ts';
export { findObjective, type ObjectiveKind, objectiveKinds, objectives } from './objectives/index.ts';
export { optimizers } from './optimizers.ts';
export { normal, pcg, rowDrawn, uniform } from './random.ts';
export type { Hyperparameter, Optimizer, Rule, RuleUse, Schedule } from './rule.ts';
export { momenta, ruleKinds, rules, scale } from './rules/index.ts';
export { schedules, WARM_UP } from './schedules.ts';
