export { H, LEARNING_RATE, NOISE } from './hyperparameters.ts';
export type { Objective, StationaryPoint } from './objective.ts';
export { findObjective, type ObjectiveKind, objectiveKinds, objectives } from './objectives/index.ts';
export { optimizers } from './optimizers.ts';
export type { Hyperparameter, Optimizer, Rule, RuleUse, Schedule } from './rule.ts';
export { momenta, ruleKinds, rules, scale } from './rules/index.ts';
export { schedules, WARM_UP } from './schedules.ts';
