import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { optimizers, schedules } from '../../src/catalogue/index.ts';
import type { Engine } from '../../src/engine/index.ts';
import { type ExperimentInput, LIMITS, planExperiment } from '../../src/experiment/index.ts';
import { ENGINE, openTestEngine } from '../support/engine.ts';
import { type Comparison, compareWithOracle } from '../support/engine-oracle.ts';
import { chunks, inPairs } from '../support/tasks.ts';

type OptimizerInput = ExperimentInput['optimizers'][number];

const STEPS = [1, 20, 200];
const COLUMNS = 3;
const ROWS = 2;
/** Learning rates that lead somewhere within 200 steps: of those whose update grows with the gradient, and of those that have their own. */
const RATES: Readonly<Record<string, number>> = {
  lamb: 0.005,
  sophia: 0.005,
  sgd: 4e-4,
  momentum: 1e-4,
  nesterov: 1e-4,
  'schedule-free-sgd': 4e-4,
  adadelta: 1,
  prodigy: 1,
};
const rateOf = (name: string) => RATES[name] ?? 0.02;

const OBJECTIVES: Readonly<
  Record<string, { readonly x: readonly [number, number]; readonly y: readonly [number, number] }>
> = {
  rosenbrock: { x: [-1.4, 1.6], y: [-0.7, 2.2] },
  himmelblau: { x: [-4.5, 4.1], y: [-4.2, 4.6] },
  'styblinski-tang': { x: [-4.2, 3.9], y: [-3.1, 4.4] },
};
const SCHEDULES: Readonly<Record<string, OptimizerInput['schedule']>> = {
  constant: { name: 'constant' },
  'cosine with warm-up': { name: 'cosine', warmup: 10, warmup_from: 1e-5 },
};

/**
 * Which of the products WebGPU runs, where pipelines take long to compile: each optimizer with both schedules, on two objectives, and each schedule
 * with one optimizer. The CPU engine runs all.
 */
const isRun = (first: number, second: number) => ENGINE === 'cpu' || (first + second) % 3 === 0;

interface Task {
  readonly objective: string;
  readonly optimizer: OptimizerInput;
}

function runGroup(group: readonly Task[]): Promise<Comparison[]> {
  const { objective } = group[0];
  const axis = (name: 'x' | 'y', count: number) => {
    const [from, to] = OBJECTIVES[objective][name];
    return { vary: name, from, to, count };
  };
  const plan = planExperiment({
    objective,
    optimizers: group.map(({ optimizer }) => optimizer),
    grid: { x: axis('x', COLUMNS), y: axis('y', ROWS) },
    steps: 200,
    outcomes: { escape: 1e3, bound: 1e12 },
  });
  return compareWithOracle(engine, plan, STEPS);
}

const optimizerTasks: readonly Task[] = Object.keys(OBJECTIVES)
  .flatMap((objective) => Object.entries(SCHEDULES).map(([how, schedule]) => ({ objective, how, schedule })))
  .flatMap(({ objective, how, schedule }, product) =>
    optimizers
      .filter((_, i) => isRun(product, i))
      .map(({ name }) => ({
        objective,
        optimizer: { name, lr: rateOf(name), schedule, label: `${name}, ${how}` },
      })),
  );
const scheduleTasks: readonly Task[] = schedules.flatMap(({ name: schedule }, k) =>
  ['sgd', 'adam', 'adagrad-lecture']
    .filter((_, i) => isRun(k, i))
    .map((name) => ({
      objective: 'himmelblau',
      optimizer: { name, lr: rateOf(name), schedule: { name: schedule }, label: `${name}, ${schedule}` },
    })),
);

/** Tasks with one objective, as many as fit one experiment. */
const groups = [
  ...Object.keys(OBJECTIVES).map((objective) => optimizerTasks.filter((task) => task.objective === objective)),
  scheduleTasks,
].flatMap((tasks) => chunks(tasks, LIMITS.optimizers));

let engine: Engine;
let results: readonly Promise<readonly Comparison[]>[];
beforeAll(async () => {
  engine = await openTestEngine();
  results = inPairs(groups.map((group) => () => runGroup(group)));
});
afterAll(() => engine.destroy());

const total = { compared: 0, skipped: 0 };

async function check(task: Task): Promise<void> {
  const place = groups.findIndex((group) => group.includes(task));
  const { compared, skipped, failures } = (await results[place])[groups[place].indexOf(task)];
  total.compared += compared;
  total.skipped += skipped;
  expect(failures.slice(0, 5)).toEqual([]);
}

const titled = (tasks: readonly Task[]) =>
  tasks.map((task) => [`${task.objective}: ${task.optimizer.label}`, task] as const);

describe('every optimizer', () => {
  test.each(titled(optimizerTasks))('%s', (_, task) => check(task));
});

describe('every schedule', () => {
  test.each(titled(scheduleTasks))('%s', (_, task) => check(task));
});

test('chaos hides little', () => {
  const all = (optimizerTasks.length + scheduleTasks.length) * STEPS.length * COLUMNS * ROWS;
  expect(total.compared).toBeGreaterThan(0.9 * all);
  expect(total.skipped / (total.compared + total.skipped)).toBeLessThan(0.03);
});
