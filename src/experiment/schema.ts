import * as z from 'zod/mini';
import { BATCH } from '../catalogue/index.ts';
import { plural } from '../formula/index.ts';
import { BadExperiment } from './errors.ts';
import { network } from './network/schema.ts';

/** Bounds of an experiment's size; an adapter may hold less, and the engine then says what fits. */
export const LIMITS = {
  axis: 16384,
  steps: 10_000_000,
  optimizers: 8,
  parameters: 16,
  rows: 4096,
  rules: 12,
  coordinate: 1e12,
} as const;

/** Which machine computes: `auto` takes a graphics processor where there is one, else the CPU. What is computed stays the same. */
export const ENGINE_CHOICES = ['auto', 'webgpu', 'cpu'] as const;
export type EngineChoice = (typeof ENGINE_CHOICES)[number];

/** What a whole number's error says of any other kind: Zod itself would ask for a number. */
const WHOLE = 'int';

const finite = z.number();
const whole = z.int(WHOLE);
const between = (low: number, high: number) => finite.check(z.minimum(low), z.maximum(high));
const wholeBetween = (low: number, high: number) => whole.check(z.minimum(low), z.maximum(high));
const listOf = <T extends z.ZodMiniType>(entry: T, longest: number) =>
  z.array(entry).check(z.minLength(1), z.maxLength(longest));
const text = (form: RegExp, message: string) => z.string().check(z.regex(form, message));

const name = text(/^[A-Za-z_]\w*$/, 'it must be letters, digits and _, beginning with a letter');
// Typed as unknown: beside fields of other types, TypeScript has no index signature for numbers.
const hyperparameterValue: z.ZodMiniType<unknown> = z.union([finite, z.boolean(), listOf(finite, 32)]);

const axis = z.strictObject({
  vary: z.string().check(z.minLength(1), z.maxLength(80)),
  from: between(-LIMITS.coordinate, LIMITS.coordinate),
  to: z.optional(between(-LIMITS.coordinate, LIMITS.coordinate)),
  count: z._default(wholeBetween(1, LIMITS.axis), 1),
  scale: z._default(z.enum(['linear', 'log']), 'linear'),
});

const isCoordinate = (value: unknown) => typeof value === 'number' && Math.abs(value) <= LIMITS.coordinate;
const interval = z.custom<[number, number]>(
  (value) => Array.isArray(value) && value.length === 2 && value.every(isCoordinate),
  'it must be [low, high], two numbers from -1e12 to 1e12',
);

const typedObjective = z.strictObject({
  formula: z.string(),
  parameters: z._default(listOf(name, LIMITS.parameters), ['x', 'y']),
  data: z.optional(z.record(name, listOf(finite, LIMITS.rows))),
  domain: z.optional(z.array(interval)),
  minimum: z.optional(finite),
});

const networkObjective = z.strictObject({ network });

const schedule = z.catchall(
  z.object({ name: z.optional(z.string()), formula: z.optional(z.string()) }),
  hyperparameterValue,
);

const typedRule = z.strictObject({
  formula: z.string(),
  hyperparameters: z._default(z.record(name, finite), {}),
  state: z._default(z.record(name, z.union([finite, z.string()])), {}),
});

const optimizer = z.catchall(
  z.object({
    name: z.optional(z.string()),
    label: z.optional(text(/^[^\p{Cc}]{1,40}$/u, 'it must be 1 to 40 characters on one line')),
    rules: z.optional(z.array(z.union([z.string(), typedRule])).check(z.maxLength(LIMITS.rules))),
    schedule: z.optional(schedule),
  }),
  hyperparameterValue,
);

const positive = z.optional(finite.check(z.gt(0), z.maximum(1e30)));

const schema = z.strictObject({
  objective: z.union([z.string(), typedObjective, networkObjective]),
  optimizers: listOf(optimizer, LIMITS.optimizers),
  grid: z._default(z.strictObject({ x: z.optional(axis), y: z.optional(axis) }), {}),
  start: z._default(z.record(z.string(), finite), {}),
  steps: z._default(wholeBetween(1, LIMITS.steps), 1000),
  noise: z._default(between(0, 1e6), 0),
  seed: z._default(wholeBetween(0, 0xffffffff), 0),
  batch: z.optional(wholeBetween(...BATCH.range)),
  target: z.optional(z.union([finite, z.null()])),
  outcomes: z._default(
    z.strictObject({ escape: positive, bound: positive, gradient: positive, distance: positive }),
    {},
  ),
  engine: z._default(z.enum(ENGINE_CHOICES), 'auto'),
});

/** An experiment as it is written: in a file, a link, the page's state. README describes every field. */
export type ExperimentInput = z.input<typeof schema>;
/** An experiment with every default that does not depend on its objective filled in. */
export type Experiment = z.output<typeof schema>;
/** One axis of the grid. */
export type Axis = z.output<typeof axis>;
/** One optimizer of an experiment. */
export type OptimizerInput = z.output<typeof optimizer>;
/** An optimizer's schedule as it is written. */
export type ScheduleInput = z.output<typeof schedule>;
/** A rule typed as text. */
export type TypedRule = z.output<typeof typedRule>;
/** An objective typed as text. */
export type TypedObjective = z.output<typeof typedObjective>;

/** A small network as an objective. */
export type NetworkObjective = z.output<typeof networkObjective>;

/** Checks a value against the schema. Throws `BadExperiment`, which names the first bad field, its value and what it may be. */
export function readExperiment(value: unknown): Experiment {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  // Zod tells a whole number's own bound, 2⁵³ − 1, before a field's.
  const { issues } = result.error;
  const told = issues.find((issue) => issue.code !== 'too_big' || issue.maximum !== Number.MAX_SAFE_INTEGER);
  throw explain(told ?? issues[0], value);
}

function explain(issue: z.core.$ZodIssue, whole: unknown): BadExperiment {
  if (issue.code === 'invalid_union') {
    const inner = meantBranch(issue.errors);
    if (inner) return explain({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue, whole);
    const kinds = issue.errors.flat().flatMap((each) => (each.code === 'invalid_type' ? each.expected : []));
    return wrongKind(issue.path, kinds, whole);
  }
  if (issue.code === 'invalid_type') {
    return wrongKind(issue.path, [issue.message === WHOLE ? WHOLE : issue.expected], whole);
  }
  const { field, found } = placeOf(issue.path, whole);
  if (issue.code === 'invalid_value') {
    return new BadExperiment(field, `${found} cannot be used`, `it may be ${alternatives(issue.values.map(show))}`);
  }
  if (issue.code === 'unrecognized_keys') {
    const known = 'a field is misspelt, or belongs elsewhere; README lists them all';
    return new BadExperiment(field, `unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}`, known);
  }
  if (issue.code === 'too_small') {
    const bound =
      sizeOf(issue.origin, issue.minimum, 'at least') ??
      `be ${issue.inclusive === false ? 'above' : 'at least'} ${issue.minimum}`;
    return new BadExperiment(field, `${found} is too small`, `it must ${bound}`);
  }
  if (issue.code === 'too_big') {
    const bound = sizeOf(issue.origin, issue.maximum, 'at most') ?? `be at most ${issue.maximum}`;
    return new BadExperiment(field, `${found} is too large`, `it must ${bound}`);
  }
  return new BadExperiment(field, `${found} cannot be used`, issue.message.toLowerCase());
}

/** What is wrong in the branch of a union that was meant: the one that knows most of the value's fields, where the error lies deepest; undefined for a wrong kind of value. */
function meantBranch(branches: readonly (readonly z.core.$ZodIssue[])[]): z.core.$ZodIssue | undefined {
  const atRoot = (code: z.core.$ZodIssue['code']) => (each: z.core.$ZodIssue) =>
    each.path.length === 0 && each.code === code;
  const strangers = (branch: readonly z.core.$ZodIssue[]) =>
    branch.flatMap((each) => (each.path.length === 0 && each.code === 'unrecognized_keys' ? each.keys : [])).length;
  const fitting = branches.filter((branch) => !branch.some(atRoot('invalid_type')));
  const least = Math.min(...fitting.map(strangers));
  return fitting
    .filter((branch) => strangers(branch) === least)
    .flat()
    .sort((a, b) => b.path.length - a.path.length)[0];
}

/** The bound of a size in words; undefined where it is the bound of a number. */
function sizeOf(origin: string, count: number | bigint, bound: string): string | undefined {
  if (origin === 'array') return `have ${bound} ${count} ${plural(Number(count), 'entry', 'entries')}`;
  return origin === 'string' ? `have ${bound} ${count} ${plural(Number(count), 'character')}` : undefined;
}

/** Kinds of values in words. */
const KINDS: Readonly<Record<string, string>> = {
  int: 'a whole number',
  null: 'null',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  string: 'a text',
};

function wrongKind(path: readonly PropertyKey[], kinds: readonly string[], whole: unknown): BadExperiment {
  const { field, found } = placeOf(path, whole);
  const possible = alternatives([...new Set(kinds.map((kind) => KINDS[kind] ?? `a ${kind}`))]);
  return new BadExperiment(
    field,
    found === 'nothing' ? 'it is missing' : `${found} is of the wrong kind`,
    `it must be ${possible}`,
  );
}

function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** A field's path as text, and what it holds. */
function placeOf(path: readonly PropertyKey[], whole: unknown): { field: string; found: string } {
  const found = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)?.[key], whole);
  return { field: path.join('.') || 'experiment', found: show(found) };
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return String(value);
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
