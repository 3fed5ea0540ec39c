import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { objectives, optimizers, schedules } from '../../src/catalogue/index.ts';
import type { CellTable, Engine, TraceRow } from '../../src/engine/index.ts';
import { traceOf } from '../../src/engine/index.ts';
import { type OracleRow, simulate } from '../../src/engine/oracle.ts';
import { type ExperimentInput, LIMITS, type Plan, planExperiment } from '../../src/experiment/index.ts';
import { openTestEngine } from '../support/engine.ts';
import { isExactRun } from '../support/exact.ts';
import { chunks } from '../support/tasks.ts';

type OptimizerInput = ExperimentInput['optimizers'][number];

const STEPS = 60;
/** Steps at which cells are looked at; a trace tells every step of one of them. */
const LOOKS = [1, 2, 37, STEPS];
const COLUMNS = 2;
const ROWS = 3;

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine('cpu');
});
afterAll(() => engine.destroy());

const exact = (experiment: Pick<ExperimentInput, 'objective' | 'optimizers'>) =>
  isExactRun(planExperiment(experiment), 0);
const OBJECTIVES = objectives
  .map(({ name }) => name)
  .filter((objective) => exact({ objective, optimizers: [{ name: 'sgd' }] }));
const allExact = (some: readonly OptimizerInput[]) =>
  some.filter((optimizer) => exact({ objective: 'sphere', optimizers: [optimizer] }));
const OPTIMIZERS = allExact(optimizers.map(({ name }) => ({ name })));
const SCHEDULES = allExact(
  schedules.flatMap(({ name: schedule }) =>
    ['sgd', 'adam'].map((name) => ({ name, schedule: { name: schedule, warmup: 7 }, label: `${name}, ${schedule}` })),
  ),
);

function planFor(objective: ExperimentInput['objective'], some: readonly OptimizerInput[]): Plan {
  const { parameters, domain } = planExperiment({ objective, optimizers: [{ name: 'sgd' }] }).objective;
  const within = (share: number, [low, high]: readonly [number, number]) => low + share * (high - low);
  return planExperiment({
    objective,
    optimizers: some,
    grid: {
      x: { vary: parameters[0], from: within(0.1, domain[0]), to: within(0.8, domain[0]), count: COLUMNS },
      y: { vary: 'lr', from: 1e-3, to: 0.3, count: ROWS, scale: 'log' },
    },
    start: Object.fromEntries(parameters.slice(1).map((name, i) => [name, within(0.37 + 0.01 * i, domain[i + 1])])),
    steps: STEPS,
  });
}

/** All zeros are one: the oracle adds a noise of 0 to -0. */
const same = (a: number, b: number) => Object.is(a + 0, b + 0);

/** Column and row. */
const placeOf = (cell: number) => [cell % COLUMNS, Math.floor(cell / COLUMNS)] as const;

/** Where a traced row differs from the oracle's. */
function rowDifferences(got: TraceRow, expected: OracleRow): string[] {
  return (['theta', 'loss', 'gradient', 'u', 'eta'] as const).flatMap((name) => {
    const [a, b] = [[got[name]].flat(1), [expected[name]].flat(1)].map((each) =>
      each.flatMap((part) => (typeof part === 'number' ? [part] : [...part])),
    );
    return a.length === b.length && a.every((value, i) => same(value, b[i]))
      ? []
      : [`step ${expected.step}, ${name}: got ${a}, expected ${b}`];
  });
}

/** Where a cell after so many steps differs from the oracle's rows. */
function cellDifferences(plan: Plan, table: CellTable, cell: number, rows: readonly OracleRow[]): string[] {
  const past = rows.slice(0, table.step + 1);
  const { theta, loss, step, diverged } = past[past.length - 1];
  const inside = past.filter((row) => !row.diverged);
  const target = Math.fround(plan.target ?? Number.NEGATIVE_INFINITY);
  const expected = {
    ...Object.fromEntries([...theta].map((value, p) => [`theta ${p}`, value])),
    loss,
    best: inside.reduce((best, row) => Math.min(best, row.loss), Math.fround(3e38)),
    divergedAt: diverged ? step : -1,
    arrivedAt: inside.find((row) => row.loss <= target)?.step ?? -1,
  };
  const got = {
    ...Object.fromEntries(table.theta.map((values, p) => [`theta ${p}`, values[cell]])),
    loss: table.loss[cell],
    best: table.best[cell],
    divergedAt: table.divergedAt[cell],
    arrivedAt: table.arrivedAt[cell],
  };
  return Object.entries(expected).flatMap(([name, value]) =>
    same(got[name as keyof typeof got], value)
      ? []
      : [`cell ${cell}, step ${table.step}, ${name}: got ${got[name as keyof typeof got]}, expected ${value}`],
  );
}

const seen = { diverged: 0, arrived: 0 };

/** The first differences from the oracle of so many optimizers on an objective. */
async function differences(
  objective: ExperimentInput['objective'],
  every: readonly OptimizerInput[],
): Promise<string[]> {
  const failures: string[] = [];
  for (const some of chunks(every, LIMITS.optimizers)) {
    const plan = planFor(objective, some);
    const population = await engine.populate(plan);
    const runs = some.map((_, k) =>
      Array.from({ length: plan.cells }, (_, cell) => simulate(plan, k, placeOf(cell), { precision: 'float32' })),
    );
    for (const step of LOOKS) {
      population.advance(step - population.step);
      for (const [k, { label }] of plan.optimizers.entries()) {
        const table = await population.cells(k);
        runs[k].forEach((rows, cell) => {
          failures.push(...cellDifferences(plan, table, cell, rows).map((what) => `${label}: ${what}`));
        });
        if (step < STEPS) continue;
        seen.diverged += table.divergedAt.filter((at) => at >= 0).length;
        seen.arrived += table.arrivedAt.filter((at) => at > 0).length;
      }
    }
    population.destroy();
    for (const [k, { label }] of plan.optimizers.entries()) {
      const cell = k % plan.cells;
      const { rows } = await traceOf(engine, plan, k, placeOf(cell));
      expect(rows.length, label).toBe(runs[k][cell].length);
      rows.forEach((row, step) => {
        failures.push(...rowDifferences(row, runs[k][cell][step]).map((what) => `${label}, cell ${cell}: ${what}`));
      });
    }
  }
  return failures.slice(0, 10);
}

describe('where arithmetic alone is used, every number is that of the oracle in float32, to the bit', () => {
  test.each(OBJECTIVES)(`%s, ${OPTIMIZERS.length} optimizers`, async (objective) => {
    expect(await differences(objective, OPTIMIZERS)).toEqual([]);
  });

  test(`${SCHEDULES.length} schedules`, async () => {
    expect(await differences('himmelblau', SCHEDULES)).toEqual([]);
  });

  test.each([1, 3, 16])('%i parameters', async (count) => {
    const names = [...'abcdefghijklmnop'].slice(0, count).map((letter) => `q${letter}`);
    const terms = names.map((name, i) => `(1 - ${name})^2 + 3*(${names[(i + 1) % count]} - ${name}^2)^2`);
    const objective = { formula: terms.join(' + '), parameters: names, domain: names.map(() => [-1.5, 1.4]) };
    expect(await differences(objective as ExperimentInput['objective'], OPTIMIZERS)).toEqual([]);
  });

  test('trajectories that come to rest, whose numbers become too small to count', async () => {
    const plan = planExperiment({
      objective: 'sphere',
      optimizers: [
        { name: 'momentum', lr: 0.2, momentum: 0.5 },
        { name: 'adam', lr: 0.05 },
      ],
      grid: { x: { vary: 'x', from: -1, to: 1, count: COLUMNS } },
      steps: 1600,
    });
    const population = await engine.populate(plan);
    const failures: string[] = [];
    const runs = plan.optimizers.map((_, k) =>
      Array.from({ length: plan.cells }, (_, cell) => simulate(plan, k, [cell, 0], { precision: 'float32' })),
    );
    for (const step of [150, 163, 300, 307, 1600]) {
      population.advance(step - population.step);
      for (const k of runs.keys()) {
        const table = await population.cells(k);
        for (const [cell, rows] of runs[k].entries()) failures.push(...cellDifferences(plan, table, cell, rows));
      }
    }
    expect(failures).toEqual([]);
    const [{ values }] = (await population.checkpoint()).states;
    const tiny = [...values].filter((value) => value !== 0 && Math.abs(value) < 2 ** -126);
    expect(tiny).toEqual([]);
    expect(runs[0][0].at(-1)?.theta).toEqual(new Float64Array(plan.objective.parameters.length));
    population.destroy();
  });

  test('among them cells that diverge and cells that arrive', () => {
    expect(OBJECTIVES.length).toBeGreaterThan(20);
    expect(OPTIMIZERS.length).toBeGreaterThan(20);
    expect(SCHEDULES.length).toBeGreaterThan(6);
    expect(seen.diverged).toBeGreaterThan(200);
    expect(seen.arrived).toBeGreaterThan(100);
  });
});
