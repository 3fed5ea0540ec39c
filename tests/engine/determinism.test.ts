import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Checkpoint, type Engine, nextRecord, type Population, Run, traceOf } from '../../src/engine/index.ts';
import { type Plan, planExperiment } from '../../src/experiment/index.ts';
import { openTestEngine } from '../support/engine.ts';
import { cellDifferences, differences, drive, firstDifference } from '../support/engine-bits.ts';
import { EXPERIMENTS } from '../support/engine-experiments.ts';

let engine: Engine;
let second: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
  second = await openTestEngine();
});
afterAll(() => {
  engine.destroy();
  second.destroy();
});

const WHOLE = () => Number.POSITIVE_INFINITY;

/** How a run may be cut into passes. */
const CUTS: Readonly<Record<string, (step: number) => number>> = {
  'one step at a time': () => 1,
  'odd pieces': (step) => 1 + ((step * 7) % 3),
};

/** Cells of all experiments that ended outside their bounds, or reached the target on their way. */
const seen = { diverged: 0, arrived: 0 };

describe.each(Object.entries(EXPERIMENTS))('%s', (_, experiment) => {
  let plan: Plan;
  let population: Population;
  let expected: Checkpoint;
  beforeAll(async () => {
    plan = planExperiment(experiment);
    population = await engine.populate(plan);
    await drive(population, plan.steps, WHOLE);
    expected = await population.checkpoint();
  });
  afterAll(() => population.destroy());

  test('something happens in every cell', async () => {
    for (const k of plan.optimizers.keys()) {
      const { theta, start, divergedAt, arrivedAt } = await population.cells(k);
      const still = [...divergedAt.keys()].find((cell) => theta.every((values, p) => values[cell] === start[p][cell]));
      expect(still, `optimizer ${k}: a cell that has not moved`).toBeUndefined();
      expect(theta.every((values) => values.every(Number.isFinite))).toBe(true);
      seen.diverged += divergedAt.filter((step) => step >= 0).length;
      seen.arrived += arrivedAt.filter((step) => step > 0).length;
    }
  });

  test.each(Object.entries(CUTS))('the same bits in %s', async (_, cut) => {
    population.reset();
    await drive(population, plan.steps, cut);
    expect(differences(await population.checkpoint(), expected)).toEqual([]);
  });

  test('the same bits with measurements between the records', async () => {
    population.reset();
    while (population.step < plan.steps) {
      const next = nextRecord(population.step, plan.steps);
      population.advance(1);
      await population.measure();
      if (population.step < next) await population.measure();
    }
    expect(differences(await population.checkpoint(), expected)).toEqual([]);
  });

  test('the same trajectories in one pass without any measurement', async () => {
    population.reset();
    await drive(population, plan.steps, WHOLE);
    const measured = await Promise.all(plan.optimizers.map((_, k) => population.cells(k)));
    population.reset();
    population.advance(plan.steps);
    for (const [k, table] of measured.entries()) {
      expect(cellDifferences(await population.cells(k), table)).toEqual([]);
    }
  });

  test.each([100, 101])('the same bits from a checkpoint at step %s, on this device and on another', async (step) => {
    population.reset();
    await drive(population, step, WHOLE);
    const checkpoint = await population.checkpoint();
    expect(checkpoint.step).toBe(step);
    for (const other of [engine, second]) {
      const resumed = await other.populate(plan);
      resumed.restore(checkpoint);
      expect(resumed.step).toBe(step);
      await drive(resumed, plan.steps, WHOLE);
      expect(differences(await resumed.checkpoint(), expected)).toEqual([]);
      resumed.destroy();
    }
  });

  test('a trace is the population to the bit', async () => {
    const [columns, rows] = [plan.x.values.length, plan.y.values.length];
    const cells = [
      [0, 0],
      [columns - 1, rows - 1],
      [Math.floor(columns / 2), 1],
    ] as const;
    const looks = [1, 2, 50, plan.steps];
    for (const k of plan.optimizers.keys()) {
      population.reset();
      const traces = await Promise.all(cells.map((cell) => traceOf(engine, plan, k, cell)));
      for (const step of looks) {
        population.advance(step - population.step);
        const table = await population.cells(k);
        cells.forEach(([i, j], c) => {
          const cell = j * columns + i;
          const end = table.divergedAt[cell];
          const row = traces[c].rows.at(end >= 0 ? end : step);
          const what = `optimizer ${k}, cell ${i},${j}, step ${step}`;
          expect(row?.step, what).toBe(end >= 0 ? end : step);
          const theta = Float32Array.from(table.theta, (values) => values[cell]);
          expect(firstDifference(row?.theta as Float32Array, theta), what).toBeNull();
          if (step === plan.steps) expect(traces[c].rows.length, what).toBe(1 + (end >= 0 ? end : step));
        });
      }
    }
  });
});

test('the experiments have cells that diverge and cells that arrive', () => {
  expect(seen.diverged).toBeGreaterThan(10);
  expect(seen.arrived).toBeGreaterThan(10);
});

test('a run has the same history whatever its ticks', async () => {
  const plan = planExperiment(EXPERIMENTS['noise and a learning rate that diverges']);
  const follow = async (tick: (run: Run, turn: number) => Promise<void>) => {
    const run = await Run.start(async () => engine, plan);
    for (let turn = 0; !run.done; turn++) await tick(run, turn);
    await run.finished();
    const checkpoint = await run.population.checkpoint();
    run.destroy();
    return { history: run.history, checkpoint };
  };
  const slow = await follow((run) => run.tick(0.01));
  const fast = await follow((run) => run.tick(100));
  const mixed = await follow((run, turn) => (turn % 3 === 0 ? run.single() : run.tick(5)));
  const hastened = await follow(async (run) => {
    const tick = run.tick(1);
    run.hasten();
    await Promise.resolve();
    run.hasten();
    await tick;
  });
  expect(hastened.history).toEqual(slow.history);
  expect(differences(hastened.checkpoint, slow.checkpoint)).toEqual([]);
  expect(slow.history.at(-1)?.step).toBe(plan.steps);
  expect(fast.history).toEqual(slow.history);
  expect(differences(fast.checkpoint, slow.checkpoint)).toEqual([]);
  expect(differences(mixed.checkpoint, slow.checkpoint)).toEqual([]);
  // Single steps add measurements of their own.
  const steps = new Set(slow.history.map(({ step }) => step));
  expect(mixed.history.filter(({ step }) => steps.has(step))).toEqual(slow.history);
});

test('a run that goes back and forth has the states and the history of one that never turned', async () => {
  const plan = planExperiment(EXPERIMENTS['noise and a learning rate that diverges']);
  const straight = await Run.start(async () => engine, plan);
  const turning = await Run.start(async () => engine, plan);
  const middle = Math.round(plan.steps / 3) + 1;
  while (straight.step < middle - 1) await straight.tick(5, middle - 1 - straight.step);
  await straight.single(); // measured there, as a step is that one goes to
  for (const step of [plan.steps, 7, plan.steps - 1, middle]) await turning.seek(step);
  expect(turning.step).toBe(middle);
  expect(turning.history).toEqual(straight.history);
  expect(differences(await turning.population.checkpoint(), await straight.population.checkpoint())).toEqual([]);
  straight.destroy();
  turning.destroy();
});
