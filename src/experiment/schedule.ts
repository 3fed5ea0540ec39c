import { type Hyperparameter, schedules, WARM_UP } from '../catalogue/index.ts';
import { FormulaError, type Graph, lower, type Node, type Value } from '../formula/index.ts';
import { BadExperiment } from './errors.ts';
import { defaultOf, numberOf, type ResolvedHyperparameter, within } from './hyperparameter.ts';
import type { ScheduleInput } from './schema.ts';

/** A schedule's formula with the names that it may use. */
export interface ScheduleParts {
  readonly formula: string;
  readonly hyperparameters: readonly string[];
  /** Lengths of its lists, by their names. */
  readonly lists: ReadonlyMap<string, number>;
  /** Whether a linear warm-up goes before it. */
  readonly warmup: boolean;
}

/** Looks a schedule up, or takes a typed one, and adds its hyperparameters to `into`. Throws `BadExperiment`. */
export function resolveSchedule(
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

/** η at step t: the schedule's formula of s = t − 1, after its warm-up where it has one. Throws `FormulaError`. */
export function composeSchedule(graph: Graph, parts: ScheduleParts, t: Node, hyper: (name: string) => Node): Node {
  const lr = graph.input('hyper lr');
  const s = graph.sub(t, graph.constant(1));
  const warmup = parts.warmup ? hyper('schedule.warmup') : null;
  const names = new Map<string, Value>([
    ['lr', lr],
    ['s', warmup ? graph.sub(s, warmup) : s],
  ]);
  for (const name of parts.hyperparameters) names.set(name, hyper(`schedule.${name}`));
  for (const [name, length] of parts.lists) {
    names.set(
      name,
      Array.from({ length }, (_, i) => hyper(`schedule.${name}.${i}`)),
    );
  }
  const { value } = lower(graph, parts.formula, { names, subject: 'this schedule has' });
  if (value === null || Array.isArray(value) || (value as Node).truth) {
    throw new FormulaError('no learning rate', parts.formula, 0, 'end with an expression: its value is η');
  }
  if (!warmup) return value as Node;
  const from = hyper('schedule.warmup_from');
  // Without a single step of warm-up the line is never taken, but it must not divide by 0 either.
  const share = graph.div(s, graph.apply('max', warmup, graph.constant(0.5)));
  const line = graph.add(from, graph.mul(graph.sub(lr, from), share));
  return graph.choose(graph.apply('lt', s, warmup), line, value as Node);
}
