import {
  H,
  type Hyperparameter,
  LEARNING_RATE,
  type Optimizer,
  optimizers,
  type Rule,
  schedules,
  WARM_UP,
} from '../catalogue/index.ts';
import { BadExperiment } from './errors.ts';
import type { OptimizerInput, ScheduleInput, TypedRule } from './schema.ts';
import { composeUpdate, findRule, type ScheduleParts, type UpdateGraph } from './update.ts';

/** A hyperparameter of a resolved optimizer with its value. */
export interface ResolvedHyperparameter extends Hyperparameter {
  readonly value: number;
}

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
 * Compiles an optimizer as an experiment gives it.
 * @param varied names that an axis varies: like names that are given, they bring their rules in
 * @param steps the experiment's number of steps, default of schedules' lengths
 */
export function resolveOptimizer(
  input: OptimizerInput,
  field: string,
  parameters: readonly string[],
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
    ? named.rules
        .filter((use) => (!use.when || flags[use.when]) && (!use.unless || !flags[use.unless]))
        .map((use) => ({ use, rule: findRule(use.rule, field) }))
        .filter(({ use, rule }) => !use.optional || Object.keys(rule.hyperparameters).some(isGiven))
        .map(({ rule }) => rule)
    : (input.rules as (string | TypedRule)[]).map((rule, i) => resolveRule(rule, `${field}.rules.${i}`));

  const known = named ? hyperparametersOf(named) : gather(rules, {});
  for (const name of given.keys()) {
    if (known.has(name)) continue;
    const possible = [...known.keys(), ...Object.keys(flags), 'schedule', 'label'].join(', ');
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
  const chosen: ScheduleInput = input.schedule ?? ({ name: 'constant' } as ScheduleInput);
  const schedule = resolveSchedule(chosen, `${field}.schedule`, varied, steps, hyperparameters);
  const update = composeUpdate({ parameters, rules, hyperparameters: [...used.keys()], schedule });
  return {
    label: input.label ?? named?.title ?? 'Composed',
    name: named?.name ?? 'composed',
    rules,
    hyperparameters,
    update,
  };
}

/** Throws `BadExperiment` where a value lies outside what its hyperparameter accepts. */
export function within(value: number, spec: Hyperparameter, field: string): number {
  const [low, high] = spec.range;
  if (value >= low && value <= high) return value;
  throw new BadExperiment(field, `${value} is out of range`, `it may be ${low} to ${high}`);
}

function gather(rules: readonly Rule[], defaults: Readonly<Record<string, number>>): Map<string, Hyperparameter> {
  const all = new Map<string, Hyperparameter>([['lr', LEARNING_RATE]]);
  for (const rule of rules) for (const [name, spec] of Object.entries(rule.hyperparameters)) all.set(name, spec);
  for (const [name, spec] of all) all.set(name, { ...spec, default: defaults[name] ?? spec.default });
  return all;
}

function resolveRule(input: string | TypedRule, field: string): Rule {
  if (typeof input === 'string') return findRule(input, field);
  const hyperparameters: Record<string, Hyperparameter> = {};
  for (const [name, value] of Object.entries(input.hyperparameters)) {
    const known: Hyperparameter | undefined = (H as Record<string, Hyperparameter>)[name];
    hyperparameters[name] = known
      ? { ...known, default: value }
      : {
          default: value,
          range: [-1e6, 1e6],
          slider: [Math.min(0, value), Math.max(1, 2 * value)],
          log: false,
          what: 'typed',
        };
  }
  const reserved = [...Object.keys(hyperparameters), ...Object.keys(input.state)].find((name) => RESERVED.has(name));
  if (reserved) throw new BadExperiment(field, `"${reserved}" has a meaning in every rule`, 'choose another name');
  const both = Object.keys(input.state).find((name) => Object.hasOwn(hyperparameters, name));
  if (both)
    throw new BadExperiment(field, `"${both}" is a hyperparameter and a state`, 'choose another name for one of them');
  return {
    name: 'typed',
    title: input.formula,
    formula: input.formula,
    state: input.state,
    hyperparameters,
    source: 'typed',
  };
}

const RESERVED = new Set(['u', 'g', 'theta', 't', 'eta', 'eta_next', 'h', 'lr', 'pi', 'e']);

function resolveSchedule(
  input: ScheduleInput,
  field: string,
  varied: ReadonlySet<string>,
  steps: number,
  into: Map<string, ResolvedHyperparameter>,
): ScheduleParts {
  const { name, formula, ...given } = input;
  if ((name === undefined) === (formula === undefined)) {
    throw new BadExperiment(
      field,
      name ? 'both "name" and "formula"' : 'neither "name" nor "formula"',
      'it must have one of them',
    );
  }
  const known = schedules.find((each) => each.name === name);
  if (name !== undefined && !known) {
    throw new BadExperiment(
      `${field}.name`,
      `"${name}" is no schedule`,
      `known are ${schedules.map((each) => each.name).join(', ')}`,
    );
  }
  const warmup = Object.keys(WARM_UP).some((each) => Object.hasOwn(given, each) || varied.has(`schedule.${each}`));
  const own = known?.hyperparameters ?? {};
  const lists = known?.lists ?? {};
  const possible: Readonly<Record<string, Hyperparameter>> = { ...own, ...WARM_UP };
  for (const key of Object.keys(given)) {
    if (Object.hasOwn(possible, key) || Object.hasOwn(lists, key)) continue;
    const names = [...Object.keys(possible), ...Object.keys(lists)].join(', ');
    throw new BadExperiment(`${field}.${key}`, `"${key}" is no hyperparameter of this schedule`, `it has ${names}`);
  }
  for (const [key, spec] of Object.entries(warmup ? possible : own)) {
    const value = given[key] === undefined ? defaultOf(spec, steps) : numberOf(given[key], `${field}.${key}`);
    into.set(`schedule.${key}`, { ...spec, value: within(value, spec, `${field}.${key}`) });
  }
  const lengths = new Map<string, number>();
  for (const [key, fallback] of Object.entries(lists)) {
    const value = given[key] ?? fallback;
    if (!Array.isArray(value))
      throw new BadExperiment(`${field}.${key}`, `${JSON.stringify(value)}`, 'it must be a list of steps');
    lengths.set(key, value.length);
    value.forEach((entry, i) => {
      const spec = { default: entry, range: [0, 1e9], slider: [0, 1e5], log: false, what: 'a step' } as const;
      into.set(`schedule.${key}.${i}`, { ...spec, value: within(entry, spec, `${field}.${key}.${i}`) });
    });
  }
  return { formula: known?.formula ?? (formula as string), hyperparameters: Object.keys(own), lists: lengths, warmup };
}

function numberOf(value: unknown, field: string): number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return value;
  throw new BadExperiment(field, `${JSON.stringify(value)}`, 'it must be a number');
}

const defaultOf = (spec: Hyperparameter, steps: number) => (spec.default === 'steps' ? steps : spec.default);
