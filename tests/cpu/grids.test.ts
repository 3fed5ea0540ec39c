import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CellTable, Engine } from '../../src/engine/index.ts';
import { BadExperiment, type ExperimentInput, planExperiment } from '../../src/experiment/index.ts';
import { withAxes } from '../support/axes.ts';
import { openCpuEngine } from '../support/cpu-engine.ts';
import { openTestEngine } from '../support/engine.ts';
import { drive } from '../support/engine-bits.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine('cpu');
});
afterAll(() => engine.destroy());
afterEach(() => {
  vi.unstubAllGlobals();
});

const STEPS = 70;
const experiment: ExperimentInput = {
  objective: 'rosenbrock',
  optimizers: [
    { name: 'adam', lr: 0.05 },
    { name: 'momentum' },
    { name: 'prodigy', schedule: { name: 'inverse-sqrt' } },
    { name: 'rprop' },
  ],
  grid: { x: { vary: 'x', from: 0 }, y: { vary: 'lr', from: 1e-3 } },
  start: { y: 0.7 },
  steps: STEPS,
};

/** Every optimizer's cells and what was counted of them, for a grid of these starts and learning rates. */
async function run(xs: readonly number[], rates: readonly number[]) {
  const plan = withAxes(planExperiment(experiment), xs, rates);
  const population = await engine.populate(plan);
  await drive(population, STEPS, () => Number.POSITIVE_INFINITY);
  const { optimizers } = await population.measure();
  const tables: CellTable[] = [];
  for (const k of plan.optimizers.keys()) tables.push(await population.cells(k));
  population.destroy();
  return { counted: optimizers, tables };
}

/** All that is known of a cell. */
function cellOf(table: CellTable, cell: number): number[] {
  const { theta, start, outcome, divergedAt, arrivedAt, loss, best, gradientNorm } = table;
  return [...theta, ...start, outcome, divergedAt, arrivedAt, loss, best, gradientNorm].map((values) => values[cell]);
}

const even = (count: number, from: number, to: number) =>
  Array.from({ length: count }, (_, i) => (count === 1 ? from : from + ((to - from) * i) / (count - 1)));
const RATES = [1e-3, 0.02, 0.9];

describe('a cell does not depend on how many others there are', () => {
  let whole: Awaited<ReturnType<typeof run>>;
  const XS = even(257, -2, 1.9);
  beforeAll(async () => {
    whole = await run(XS, RATES);
  });

  // One cell; one vector that is not full; one tile that is not full, is full, is just over full.
  test.each([1, 3, 5, 255, 256, 257])('%i cells', async (count) => {
    const { tables, counted } = await run(XS.slice(0, count), [RATES[1]]);
    tables.forEach((table, k) => {
      expect(table.loss.length).toBe(count);
      for (let cell = 0; cell < count; cell++) {
        expect(cellOf(table, cell), `optimizer ${k}, cell ${cell}`).toEqual(cellOf(whole.tables[k], 257 + cell));
      }
      expect(counted[k].outcomes.reduce((sum, each) => sum + each)).toBe(count);
      expect(counted[k].arrived).toBe(table.arrivedAt.filter((at) => at >= 0).length);
    });
  });

  test('many rows of one column', async () => {
    const { tables } = await run([XS[40]], even(300, 1e-3, 1).with(7, RATES[2]));
    tables.forEach((table, k) => {
      expect(cellOf(table, 7)).toEqual(cellOf(whole.tables[k], 2 * 257 + 40));
    });
  });
});

describe('a grid that does not fit', () => {
  const side = (count: number) =>
    planExperiment({
      objective: 'sphere',
      optimizers: [{ name: 'sgd' }, { name: 'adam' }],
      grid: { x: { vary: 'x', from: -1, to: 1, count }, y: { vary: 'y', from: -1, to: 1, count } },
    });

  test('is refused with a number of cells that does', async () => {
    const error = await engine.populate(side(16384)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BadExperiment);
    const [, most, columns, rows] = /at most (\d+) fit .*such as (\d+) × (\d+)/.exec((error as Error).message) ?? [];
    expect(Number(most)).toBeGreaterThan(1e6);
    expect(Number(columns) * Number(rows)).toBeLessThanOrEqual(Number(most));
  });

  test('is refused where memory is short', async () => {
    vi.stubGlobal(
      'SharedArrayBuffer',
      class {
        constructor() {
          throw new RangeError('Array buffer allocation failed');
        }
      },
    );
    const fresh = openCpuEngine();
    await expect(fresh.populate(side(40))).rejects.toThrow(BadExperiment);
    await expect(fresh.populate(side(40))).rejects.toThrow(/too little free memory/);
    fresh.destroy();
  });
});

describe('points', () => {
  const names = [...'abcdefghijklmnop'].map((letter) => `q${letter}`);
  const OBJECTIVES = [
    { formula: '(1 - x)^2 + 100*(y - x^2)^2', parameters: ['x', 'y'] },
    { formula: names.map((name, i) => `${i + 1}*${name}^2*${names[(i + 1) % 16]}`).join(' + '), parameters: names },
  ];

  // A job takes some thousand points of two parameters, and some hundred of sixteen.
  test.each(OBJECTIVES)('of $parameters.length parameters: many at once are as one by one', async (objective) => {
    const plan = planExperiment({ objective, optimizers: [{ name: 'sgd' }] });
    const count = objective.parameters.length;
    const points = Array.from({ length: 9001 }, (_, k) => names.slice(0, count).map((_, p) => Math.sin(k + 0.37 * p)));
    const together = await engine.evaluate(plan, points);
    expect(together.length).toBe(points.length);
    for (const k of [0, 1, 2, 3, 4, 223, 224, 225, 4000, 8999, 9000]) {
      expect(await engine.evaluate(plan, [points[k]])).toEqual([together[k]]);
    }
    expect(new Set(together.map(({ loss }) => loss)).size).toBeGreaterThan(8900);
    expect(await engine.evaluate(plan, [])).toEqual([]);
  });
});
