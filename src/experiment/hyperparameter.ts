import type { Hyperparameter } from '../catalogue/index.ts';
import { BadExperiment } from './errors.ts';

/** A hyperparameter of a resolved optimizer with its value. */
export interface ResolvedHyperparameter extends Hyperparameter {
  readonly value: number;
}

/** Throws `BadExperiment` where a value lies outside what its hyperparameter accepts. */
export function within(value: number, spec: Pick<Hyperparameter, 'range'>, field: string): number {
  const [low, high] = spec.range;
  if (value >= low && value <= high) return value;
  throw new BadExperiment(field, `${value} is out of range`, `it may be ${low} to ${high}`);
}

/** A number, or a truth value as 1 or 0. Throws `BadExperiment` for anything else. */
export function numberOf(value: unknown, field: string): number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return value;
  throw new BadExperiment(field, `${JSON.stringify(value)}`, 'it must be a number');
}

/** A hyperparameter's default in an experiment of so many steps. */
export function defaultOf(spec: Hyperparameter, steps: number): number {
  return spec.default === 'steps' ? steps : spec.default;
}
