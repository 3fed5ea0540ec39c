import { type Hyperparameter, LEARNING_RATE, schedules, WARM_UP } from '../catalogue/index.ts';
import { layerRates } from './layer-rates.ts';
import { findOptimizer, hyperparametersOf } from './optimizer.ts';
import { resolveRule } from './rule.ts';
import type { OptimizerInput } from './schema.ts';

/**
 * Every number of an optimizer that may be set and that an axis of the grid may vary, by the name that an axis calls it by: hyperparameters,
 * `schedule.gamma`, `schedule.milestones.0`, the warm-up's. Throws `BadExperiment` where the optimizer, a rule or the schedule is not known.
 * @param layers of the objective, where that is a network: each may have a learning rate of its own
 */
export function variablesOf(input: OptimizerInput, layers = 0): ReadonlyMap<string, Hyperparameter> {
  const all = new Map<string, Hyperparameter>([['lr', LEARNING_RATE]]);
  if (input.name !== undefined) {
    for (const [name, spec] of hyperparametersOf(findOptimizer(input.name, 'name'))) all.set(name, spec);
  }
  for (const [i, rule] of (input.rules ?? []).entries()) {
    for (const [name, spec] of Object.entries(resolveRule(rule, `rules.${i}`).hyperparameters)) all.set(name, spec);
  }
  const usual = input.lr ?? all.get('lr')?.default;
  for (const [name, spec] of layerRates(layers, typeof usual === 'number' ? usual : undefined)) all.set(name, spec);
  const schedule = schedules.find(({ name }) => name === input.schedule?.name);
  for (const [name, spec] of Object.entries({ ...schedule?.hyperparameters, ...WARM_UP })) {
    all.set(`schedule.${name}`, spec);
  }
  for (const [name, fallback] of Object.entries(schedule?.lists ?? {})) {
    const given = input.schedule?.[name];
    for (const [i, value] of ((given ?? fallback) as readonly number[]).entries())
      all.set(`schedule.${name}.${i}`, stepOf(value));
  }
  return all;
}

/** An entry of a schedule's list of steps. */
function stepOf(value: number): Hyperparameter {
  return { default: value, range: [0, 1e9], slider: [1, 1e5], log: true, what: 'a step' };
}
