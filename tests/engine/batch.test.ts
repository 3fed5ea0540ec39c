import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowDrawn } from '../../src/catalogue/index.ts';
import { type Engine, traceOf } from '../../src/engine/index.ts';
import { simulate } from '../../src/engine/oracle.ts';
import { isRecord } from '../../src/engine/records.ts';
import { type ExperimentInput, type Plan, planExperiment } from '../../src/experiment/index.ts';
import { openTestEngine } from '../support/engine.ts';
import { cellDifferences, differences, drive } from '../support/engine-bits.ts';
import { compareWithOracle } from '../support/engine-oracle.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.destroy());

const X = [-1.5, -0.7, 0.2, 0.9, 2.1];
const Y = [-2, 0.3, 1.4, 0.9, 3.3];

/** A regression in which some sums are of the data alone, and some terms are no sum. */
const line = { formula: 'mean((a*X + b - Y)^2) + 0.01*a^2', parameters: ['a', 'b'], data: { X, Y } };
/** Whose gradient at 0 with weights of 1 is the mean of the drawn rows. */
const meanOf = (rows: readonly number[]) => ({
  formula: 'mean((w - Y)^2)/2',
  parameters: ['w'],
  data: { Y: [...rows] },
  domain: [[-5000, 5000]] as [number, number][],
});

describe.each([0, 0xffffffff])('seed %i', (seed) => {
  test.each([5, 4096])('every cell draws the rows of random.ts, of %i', async (rows) => {
    const numbers = Array.from({ length: rows }, (_, row) => row);
    const steps = 6;
    const plan = planExperiment({
      objective: meanOf(numbers),
      // Straight to the row that is drawn.
      optimizers: [{ name: 'sgd', lr: 1 }],
      grid: { x: { vary: 'w', from: 0, to: 0, count: 33 }, y: { vary: 'batch', from: 1, to: 1, count: 9 } },
      seed,
      steps,
    });
    const population = await engine.populate(plan);
    for (let step = 1; step <= steps; step++) {
      population.advance(1);
      const [w] = (await population.cells(0)).theta;
      const expected = w.map((_, cell) => rowDrawn(seed, cell, step, 0, rows));
      // A few roundings of numbers up to 4096, of weights up to as many.
      const wrong = [...w.keys()].filter((cell) => Math.abs(w[cell] - expected[cell]) > 0.01);
      const told = wrong.map((cell) => `step ${step}, cell ${cell}: got row ${w[cell]}, expected ${expected[cell]}`);
      expect(told.slice(0, 5)).toEqual([]);
    }
    population.destroy();
  });
});

interface Case {
  readonly name: string;
  readonly experiment: ExperimentInput;
}

const even = (vary: string, from: number, to: number, count: number) => ({ vary, from, to, count });
const CASES: readonly Case[] = [
  {
    name: 'of a size for each column, around the bounds',
    experiment: {
      objective: line,
      optimizers: [
        { name: 'adam', lr: 0.02 },
        { name: 'momentum', lr: 0.9 },
      ],
      grid: { x: even('batch', 1, 9, 5), y: even('a', -2, 2, 3) },
      start: { b: 0.5 },
      outcomes: { escape: 30, bound: 200 },
    },
  },
  {
    name: 'of a size for each row, with noise, and beside the curvature',
    experiment: {
      objective: { ...line, formula: 'sum(log(1 + exp(-Y*(a*X + b)))) + 0.1*b^2' },
      optimizers: [
        { name: 'sophia', lr: 0.01, every: 3 },
        { name: 'sgd', lr: 0.02 },
      ],
      grid: { x: even('noise', 0, 0.3, 3), y: { ...even('batch', 1, 16, 3), scale: 'log' } },
      start: { a: 0.2, b: 0.5 },
      seed: 9,
    },
  },
  {
    name: 'of a network',
    experiment: {
      objective: { network: { widths: [1, 2, 1], data: { name: 'sine', rows: 8 } } },
      optimizers: [{ name: 'adam', lr: 0.02 }],
      grid: { x: even('network.seed', 1, 3, 3), y: { ...even('lr', 0.01, 0.1, 2), scale: 'log' } },
      batch: 5,
    },
  },
];

describe.each(CASES)('batches $name', ({ experiment }) => {
  const plan = planExperiment({ ...experiment, steps: 66 });

  test('go where the float64 oracle goes', async () => {
    for (const { failures, compared } of await compareWithOracle(engine, plan, [1, 20, 60])) {
      expect(failures).toEqual([]);
      expect(compared).toBeGreaterThan(2 * plan.cells);
    }
  });

  test('have the same bits however steps are cut and whoever looks, and from a checkpoint', async () => {
    const population = await engine.populate(plan);
    await drive(population, plan.steps, () => Number.POSITIVE_INFINITY);
    const [expected, cells] = [await population.checkpoint(), await population.cells(0)];
    population.reset();
    while (population.step < 31) {
      population.advance(1);
      await population.measure();
    }
    const middle = await population.checkpoint();
    await drive(population, plan.steps, () => 1);
    expect(cellDifferences(await population.cells(0), cells)).toEqual([]);
    population.restore(middle);
    await drive(population, plan.steps, () => 2);
    expect(differences(await population.checkpoint(), expected)).toEqual([]);
    population.destroy();
  });

  test('are those of a trace', async () => {
    const population = await engine.populate(plan);
    population.advance(plan.steps);
    const { theta } = await population.cells(0);
    population.destroy();
    const [i, j] = [plan.x.values.length - 1, 1];
    const { rows } = await traceOf(engine, plan, 0, [i, j]);
    const cell = j * plan.x.values.length + i;
    expect([...(rows.at(-1)?.theta ?? [])]).toEqual(theta.map((values) => values[cell]));
  });
});

/** Means and variances over the cells of each column. */
function columnMoments(plan: Plan, values: Float32Array): { mean: number; variance: number }[] {
  const columns = plan.x.values.length;
  return Array.from({ length: columns }, (_, i) => {
    const own = values.filter((_, cell) => cell % columns === i);
    const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
    const variance = own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (own.length - 1);
    return { mean, variance };
  });
}

const MEAN = Y.reduce((sum, y) => sum + y, 0) / Y.length;
const VARIANCE = Y.reduce((sum, y) => sum + (y - MEAN) ** 2, 0) / Y.length;
const SAMPLES = 2048;

test('the gradient of a batch is that of all rows on average, with a variance in proportion to 1/batch', async () => {
  const plan = planExperiment({
    objective: meanOf(Y),
    optimizers: [{ name: 'sgd', lr: 1 }],
    grid: { x: { ...even('batch', 1, 16, 3), scale: 'log' }, y: even('w', 0, 0, SAMPLES) },
    steps: 1,
  });
  const population = await engine.populate(plan);
  population.advance(1);
  const { theta } = await population.cells(0);
  population.destroy();
  columnMoments(plan, theta[0]).forEach(({ mean, variance }, i) => {
    const expected = VARIANCE / plan.x.values[i];
    // Five standard errors: of a mean, and of a variance (of numbers whose fourth moment is at most the normal's).
    expect(Math.abs(mean - MEAN)).toBeLessThan(5 * Math.sqrt(expected / SAMPLES));
    expect(Math.abs(variance / expected - 1)).toBeLessThan(5 * Math.sqrt(2 / SAMPLES));
  });
});

test('SGD stays above the minimum by what theory says: η/(2 − η) of a batch’s variance', async () => {
  const rates = [0.1, 0.5];
  const plan = planExperiment({
    objective: meanOf(Y),
    optimizers: rates.map((lr) => ({ name: 'sgd', lr, label: `rate ${lr}` })),
    grid: { x: { ...even('batch', 1, 8, 2), scale: 'log' }, y: even('w', MEAN, MEAN, SAMPLES) },
    steps: 100,
  });
  const population = await engine.populate(plan);
  population.advance(plan.steps);
  for (const [k, eta] of rates.entries()) {
    const { theta } = await population.cells(k);
    columnMoments(plan, theta[0]).forEach(({ mean, variance }, i) => {
      const expected = ((eta / (2 - eta)) * VARIANCE) / plan.x.values[i];
      expect(Math.abs(mean - MEAN)).toBeLessThan(5 * Math.sqrt(expected / SAMPLES));
      expect(Math.abs(variance / expected - 1)).toBeLessThan(5 * Math.sqrt(2 / SAMPLES));
    });
  }
  population.destroy();
});

test('arrivals and best losses are those of records, of all rows', async () => {
  const plan = planExperiment({
    objective: line,
    optimizers: [{ name: 'sgd', lr: 0.05 }],
    grid: { x: even('a', -2, 2, 5), y: even('b', -1, 1, 3) },
    batch: 2,
    steps: 200,
    target: 1.2,
  });
  const population = await engine.populate(plan);
  await population.measure();
  await drive(population, plan.steps, () => 7);
  const { arrivedAt, best } = await population.cells(0);
  population.destroy();
  let arrived = 0;
  for (let cell = 0; cell < plan.cells; cell++) {
    const rows = simulate(plan, 0, [cell % 5, Math.floor(cell / 5)]).filter(({ step }) => isRecord(step, plan.steps));
    const least = Math.min(...rows.map(({ loss }) => loss));
    expect(best[cell]).toBeCloseTo(least, 4);
    const first = rows.find(({ loss }) => loss <= 1.2)?.step ?? -1;
    // A loss that lies on the target for float32 may be told at the next record.
    if (rows.some(({ loss }) => Math.abs(loss - 1.2) < 1e-4)) continue;
    expect(arrivedAt[cell], `cell ${cell}`).toBe(first);
    arrived++;
  }
  expect(arrived).toBeGreaterThan(10);
});

test('another size is a number, all rows are another structure', async () => {
  const planOf = (batch?: number) =>
    planExperiment({
      objective: line,
      optimizers: [{ name: 'sgd', lr: 0.05 }],
      grid: { x: even('a', -2, 2, 5) },
      steps: 20,
      ...(batch !== undefined && { batch }),
    });
  const population = await engine.populate(planOf(2));
  const built = engine.pipelinesBuilt;
  expect(population.retune(planOf(4000))).toBe(true);
  expect(engine.pipelinesBuilt).toBe(built);
  population.advance(1);
  const { theta } = await population.cells(0);
  const [row] = simulate(planOf(4000), 0, [4, 0], { steps: 1 }).slice(1);
  expect(theta[0][4]).toBeCloseTo(row.theta[0], 5);
  expect(population.retune(planOf())).toBe(false);
  population.destroy();
  const whole = await engine.populate(planOf());
  expect(whole.retune(planOf(2))).toBe(false);
  whole.destroy();
});
