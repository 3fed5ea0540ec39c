import { type Hyperparameter, LEARNING_RATE, type Optimizer, optimizers, type Rule } from '../catalogue/index.ts';
import { BadExperiment } from './errors.ts';
import { defaultOf, numberOf, type ResolvedHyperparameter, within } from './hyperparameter.ts';
import { checkLayer, checkLayerRates, isLayerRate, layerRateName, layerRates } from './layer-rates.ts';
import { NETWORK_LIMITS } from './network/schema.ts';
import type { ResolvedObjective } from './objective.ts';
import { findRule, resolveRule } from './rule.ts';
import { resolveSchedule } from './schedule.ts';
import type { OptimizerInput, ScheduleInput, TypedRule } from './schema.ts';
import { composeUpdate, type UpdateGraph } from './update.ts';

/** An optimizer made ready: its compiled step and the values of its hyperparameters. */
export interface ResolvedOptimizer {
  /** Name for people: unique within the experiment. */
  readonly label: string;
  /** The catalogue's name; `composed` for a list of rules. */
  readonly name: string;
  readonly rules: readonly Rule[];
  /** By name; a schedule's are called `schedule.gamma`, an entry of a list `schedule.milestones.0`. */
  readonly hyperparameters: ReadonlyMap<string, ResolvedHyperparameter>;
  readonly update: UpdateGraph;
}

/** Fields of an optimizer that are no hyperparameters. */
const STRUCTURE = new Set(['name', 'label', 'rules', 'schedule']);

/** The optimizer of that name. Throws `BadExperiment` where there is none. */
export function findOptimizer(name: string, field: string): Optimizer {
  const known = optimizers.find((each) => each.name === name);
  if (known) return known;
  throw new BadExperiment(
    field,
    `"${name}" is no optimizer`,
    `known are ${optimizers.map((each) => each.name).join(', ')}`,
  );
}

/** Every hyperparameter that a named optimizer may be given, with its own default; those of rules that are left out by default included. */
export function hyperparametersOf(optimizer: Optimizer): ReadonlyMap<string, Hyperparameter> {
  return gather(
    optimizer.rules.map((use) => findRule(use.rule, 'rules')),
    optimizer.defaults,
  );
}

/**
 * The rules that a named optimizer consists of.
 * @param flags its switches, each with its value
 * @param isGiven whether the experiment gives or varies a hyperparameter: optional rules without one are left out
 */
export function activeRules(
  { name, rules }: Optimizer,
  flags: Readonly<Record<string, boolean>>,
  isGiven: (hyperparameter: string) => boolean,
): Rule[] {
  return rules
    .filter((use) => (!use.when || flags[use.when]) && (!use.unless || !flags[use.unless]))
    .map((use) => ({ use, rule: findRule(use.rule, name) }))
    .filter(({ use, rule }) => !use.optional || Object.keys(rule.hyperparameters).some(isGiven))
    .map(({ rule }) => rule);
}

/**
 * Compiles an optimizer as an experiment gives it.
 * @param objective of a layered network the step is composed of one parameter that stands for all, and rules that read the Hessian are refused
 * @param varied names that an axis varies: like names that are given, they bring their rules in
 * @param steps the experiment's number of steps, default of schedules' lengths
 */
export function resolveOptimizer(
  input: OptimizerInput,
  field: string,
  { parameters, layerOf, layered }: Pick<ResolvedObjective, 'parameters' | 'layerOf' | 'layered'>,
  varied: ReadonlySet<string>,
  steps: number,
): ResolvedOptimizer {
  if ((input.name === undefined) === (input.rules === undefined)) {
    throw new BadExperiment(
      field,
      input.name ? 'both "name" and "rules"' : 'neither "name" nor "rules"',
      'it must have one of them',
    );
  }
  const named = input.name === undefined ? null : findOptimizer(input.name, `${field}.name`);
  const flags = { ...named?.flags };
  const given = new Map<string, number>();
  for (const [key, value] of Object.entries(input)) {
    if (STRUCTURE.has(key) || value === undefined) continue;
    if (Object.hasOwn(flags, key)) {
      if (typeof value !== 'boolean')
        throw new BadExperiment(`${field}.${key}`, `${JSON.stringify(value)}`, 'it is true or false');
      flags[key] = value;
    } else given.set(key, numberOf(value, `${field}.${key}`));
  }

  const isGiven = (name: string) => given.has(name) || varied.has(name);
  const rules = named
    ? activeRules(named, flags, isGiven)
    : (input.rules as (string | TypedRule)[]).map((rule, i) => resolveRule(rule, `${field}.rules.${i}`));

  const layers = Math.max(0, ...(layerOf ?? []));
  const known = named ? hyperparametersOf(named) : gather(rules, {});
  for (const name of given.keys()) {
    checkLayer(name, layers, `${field}.${name}`);
    if (known.has(name) || isLayerRate(name)) continue;
    const possible = [...known.keys(), ...layerRates(layers).keys(), ...Object.keys(flags), 'schedule', 'label'].join(
      ', ',
    );
    throw new BadExperiment(
      `${field}.${name}`,
      `"${name}" is no hyperparameter of ${named?.title ?? 'these rules'}`,
      `it has ${possible}`,
    );
  }
  const hyperparameters = new Map<string, ResolvedHyperparameter>();
  const used = gather(rules, named?.defaults ?? {});
  for (const [name, spec] of used) {
    hyperparameters.set(name, {
      ...spec,
      value: within(given.get(name) ?? defaultOf(spec, steps), spec, `${field}.${name}`),
    });
  }
  const lr = hyperparameters.get('lr')?.value as number;
  const own = [...layerRates(layers, lr)].filter(([name]) => isGiven(name));
  for (const [name, spec] of own) {
    checkLayerRates(rules, lr, `${field}.${name}`);
    hyperparameters.set(name, { ...spec, value: within(given.get(name) ?? lr, spec, `${field}.${name}`) });
  }
  const chosen: ScheduleInput = input.schedule ?? ({ name: 'constant' } as ScheduleInput);
  const schedule = resolveSchedule(chosen, `${field}.schedule`, varied, steps, hyperparameters);
  const rates = parameters.map((_, i) => {
    const name = layerOf && layerRateName(layerOf[i]);
    return name !== null && isGiven(name) ? name : null;
  });
  const update = composeUpdate({
    parameters,
    rules,
    hyperparameters: [...used.keys(), ...own.map(([name]) => name)],
    layerRates: rates,
    schedule,
    layerOf: layered ? layerOf : null,
    field,
  });
  if (layered && update.usesCurvature) {
    const problem = `${named?.title ?? 'a rule'} reads the Hessian's diagonal, which is not computed for a network of ${parameters.length} parameters`;
    throw new BadExperiment(
      field,
      problem,
      `choose another optimizer, or a network of at most ${NETWORK_LIMITS.formula}`,
    );
  }
  return {
    label: input.label ?? named?.title ?? 'Composed',
    name: named?.name ?? 'composed',
    rules,
    hyperparameters,
    update,
  };
}

function gather(rules: readonly Rule[], defaults: Readonly<Record<string, number>>): Map<string, Hyperparameter> {
  const all = new Map<string, Hyperparameter>([['lr', LEARNING_RATE]]);
  for (const rule of rules) for (const [name, spec] of Object.entries(rule.hyperparameters)) all.set(name, spec);
  for (const [name, spec] of all) all.set(name, { ...spec, default: defaults[name] ?? spec.default });
  return all;
}
