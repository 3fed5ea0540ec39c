import { readFileSync } from 'node:fs';
import type { ExperimentInput } from '../../src/experiment/index.ts';

type OptimizerInput = ExperimentInput['optimizers'][number];
type Point = readonly [number, number];

/** One golden trajectory and the experiment that must reproduce it. */
export interface GoldenCase {
  /** Name of its file without `.json`. */
  readonly file: string;
  /** Place among the file's cases. */
  readonly index: number;
  /** What made it: `torch.optim.Adam {"lr":0.1}`. */
  readonly made: string;
  /** For failures: `torch_adam[12] torch.optim.Adam {"lr":0.1} beale (1, 1)`. */
  readonly title: string;
  readonly experiment: ExperimentInput;
  /** Recorded step numbers; `theta`, `eg` and `e32` have an entry for each. */
  readonly rec: readonly number[];
  readonly theta: readonly Point[];
  /** Errors of a float32 run: plain, and with noise of ±4 ulp on the gradient. */
  readonly e32: readonly number[];
  readonly eg: readonly number[];
  /** Last steps that can be compared: in float64, in float32, in float32 with noise. */
  readonly h64: number;
  readonly h32: number;
  readonly hg: number;
  /** Loss after the last recorded step. */
  readonly end: number;
}

interface File {
  readonly rec: readonly number[];
  readonly cases: readonly {
    readonly src: string;
    readonly kw: Readonly<Record<string, unknown>>;
    readonly rule: string;
    readonly hyper: Readonly<Record<string, unknown>>;
    readonly land: string;
    readonly start: Point;
    readonly theta: readonly Point[];
    readonly f_end: number;
    readonly e32: readonly number[];
    readonly eg: readonly number[];
    readonly h32: number;
    readonly hg: number;
    readonly h64: number;
  }[];
}

/** Our name of what made a case, by its `src` (and `rule`, for the lecture's). */
const OPTIMIZERS: Readonly<Record<string, string>> = {
  'torch.optim.SGD': 'sgd',
  'torch.optim.Adagrad': 'adagrad',
  'torch.optim.RMSprop': 'rmsprop',
  'torch.optim.Adadelta': 'adadelta',
  'torch.optim.Adam': 'adam',
  'torch.optim.AdamW': 'adamw',
  'torch.optim.NAdam': 'nadam',
  'torch.optim.RAdam': 'radam',
  'torch.optim.Adamax': 'adamax',
  'torch.optim.Rprop': 'rprop',
  'optax.adabelief': 'adabelief',
  'optax.yogi': 'yogi',
  'optax.lion': 'lion',
  'optax.sign_sgd': 'signsgd',
  'optax.adan': 'adan',
  'optax.lamb': 'lamb',
  'optax.contrib.adopt': 'adopt',
  'optax.contrib.prodigy': 'prodigy',
  'optax.contrib.schedule_free_sgd': 'schedule-free-sgd',
  'optax.contrib.schedule_free_adamw': 'schedule-free-adamw',
  'lecture adagrad_lecture': 'adagrad-lecture',
  'lecture rmsprop_lecture': 'rmsprop-lecture',
};

/** Our names of the sources' arguments, where they differ; a list is spread over several names. */
const ARGUMENTS: Readonly<Record<string, string | readonly string[]>> = {
  learning_rate: 'lr',
  b1: 'beta1',
  b2: 'beta2',
  b3: 'beta3',
  betas: ['beta1', 'beta2', 'beta3'],
  etas: ['eta_minus', 'eta_plus'],
  step_sizes: ['step_min', 'step_max'],
};

/** Arguments that are schedules here. */
const SCHEDULES: Readonly<Record<string, (value: unknown) => OptimizerInput['schedule']>> = {
  warmup_steps: (steps) => ({ name: 'constant', warmup: steps as number, warmup_from: 0 }),
  sname: (name) =>
    name === 'inv_sqrt' ? { name: 'inverse-sqrt' } : { name: 'inverse-time', T: Number(`${name}`.slice(10)) },
};

const LANDSCAPES: Readonly<Record<string, string>> = { rosenbrock: 'rosenbrock', beale: 'beale', quad: 'quadratic' };

/** Files of trajectories. */
export const GOLDEN_FILES = [
  ...'sgd adagrad rmsprop adadelta adam adamw nadam radam adamax rprop'.split(' ').map((name) => `torch_${name}`),
  ...'adabelief adan adopt lamb lion prodigy schedule_free_adamw schedule_free_sgd sign_sgd yogi'
    .split(' ')
    .map((name) => `optax_${name}`),
  'lecture',
] as const;

/** A golden file's contents. */
export function readGolden<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../golden/data/${name}.json`, import.meta.url), 'utf8')) as T;
}

/** All golden trajectories, or those of some files. */
export function goldenCases(files: readonly string[] = GOLDEN_FILES): GoldenCase[] {
  return files.flatMap((file) => {
    const { rec, cases } = readGolden<File>(file);
    return cases.map((each, index) => {
      const { src, kw, rule, hyper, land, start, theta, f_end: end, e32, eg, h32, hg, h64 } = each;
      const lecture = src === 'lecture';
      const given = lecture ? hyper : kw;
      const made = `${lecture ? rule : src} ${JSON.stringify(given)}`;
      const title = `${file}[${index}] ${made} ${land} (${start.join(', ')})`;
      const experiment: ExperimentInput = {
        objective: named(LANDSCAPES, land),
        optimizers: [{ name: named(OPTIMIZERS, lecture ? `${src} ${rule}` : src), ...optimizerArguments(given) }],
        start: { x: start[0], y: start[1] },
        grid: { x: { vary: 'x', from: start[0] } },
        steps: rec.at(-1) as number,
        outcomes: { escape: 1e6, bound: 1e15 },
      };
      return { file, index, made, title, experiment, rec, theta, e32, eg, h64, h32, hg, end };
    });
  });
}

function optimizerArguments(given: Readonly<Record<string, unknown>>): Partial<OptimizerInput> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const ours = ARGUMENTS[name] ?? name;
    if (SCHEDULES[name]) result.schedule = SCHEDULES[name](value);
    else if (typeof ours === 'string') result[ours] = value;
    else for (const [i, each] of (value as readonly number[]).entries()) result[ours[i]] = each;
  }
  return result as Partial<OptimizerInput>;
}

function named(table: Readonly<Record<string, string>>, name: string): string {
  if (Object.hasOwn(table, name)) return table[name];
  throw new Error(`golden case made by "${name}", of which tests/support/golden.ts knows nothing`);
}
