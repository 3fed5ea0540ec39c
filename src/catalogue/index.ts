export { H, LEARNING_RATE, NOISE } from './hyperparameters.ts';
export type { Objective, StationaryPoint } from './objective.ts';
export { findObjective, objectives } from './objectives/index.ts';
export { optimizers } from './optimizers.ts';
export type { Hyperparameter, Optimizer, Rule, RuleUse, Schedule } from './rule.ts';
export { rules } from './rules/index.ts';
export { schedules, WARM_UP } from './schedules.ts';
