import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CellTable, Checkpoint, Engine, Measurement, Trace } from '../../src/engine/index.ts';
import { traceOf } from '../../src/engine/index.ts';
import { type Plan, planExperiment } from '../../src/experiment/index.ts';
import { type CpuEngineOptions, openCpuEngine } from '../support/cpu-engine.ts';
import { LARGE } from '../support/cpu-experiments.ts';
import { differences, tableDifferences } from '../support/engine-bits.ts';

const engines: Engine[] = [];
function open(options: CpuEngineOptions): Engine {
  const engine = openCpuEngine(options);
  engines.push(engine);
  return engine;
}
afterEach(() => {
  for (const engine of engines.splice(0)) engine.destroy();
});

/** Steps that are measured; the last but one and the last lie a job's length apart. */
const LOOKS = [0, 1, 2, 300, 788, 1300];

/** All that a run tells. */
interface Told {
  readonly measured: readonly Measurement[];
  readonly cells: readonly CellTable[];
  readonly checkpoint: Checkpoint;
}

/** Runs a plan; `cut` gives the next piece's length from the step. */
async function follow(engine: Engine, plan: Plan, cut: (step: number) => number): Promise<Told> {
  const population = await engine.populate(plan);
  const measured: Promise<Measurement>[] = [];
  for (const look of LOOKS) {
    while (population.step < look) population.advance(Math.min(cut(population.step), look - population.step));
    measured.push(population.measure());
  }
  const cells = await Promise.all(plan.optimizers.map((_, k) => population.cells(k)));
  const checkpoint = await population.checkpoint();
  population.destroy();
  return { measured: await Promise.all(measured), cells, checkpoint };
}

function expectSame(got: Told, expected: Told): void {
  expect(differences(got.checkpoint, expected.checkpoint)).toEqual([]);
  expect(tableDifferences(got.cells, expected.cells)).toEqual([]);
  expect(got.measured).toEqual(expected.measured);
}

const WHOLE = () => Number.POSITIVE_INFINITY;

const ENGINES: readonly CpuEngineOptions[] = [
  { workers: 2, shared: true },
  { workers: 5, shared: true },
  { workers: 1, shared: false },
  { workers: 3, shared: false },
];

/** How steps may be cut into submissions. */
const CUTS: Readonly<Record<string, (step: number) => number>> = {
  'one step at a time': () => 1,
  'odd pieces': (step) => 1 + ((step * 7) % 13),
  'pieces around a job’s length': (step) => 511 + (step % 3),
};

describe.each(Object.entries(LARGE))('%s', (_, experiment) => {
  let plan: Plan;
  let expected: Told;
  let traces: readonly Trace[];
  const traced = [
    [0, 0],
    [36, 35],
    [20, 11],
  ] as const;

  beforeAll(async () => {
    plan = planExperiment(experiment);
    const engine = openCpuEngine({ workers: 1 });
    expected = await follow(engine, plan, WHOLE);
    traces = await Promise.all(traced.map((cell, k) => traceOf(engine, plan, k % plan.optimizers.length, cell)));
    engine.destroy();
  });

  test.each(ENGINES)('the same bits with $workers workers, shared memory: $shared', async (options) => {
    const engine = open(options);
    expectSame(await follow(engine, plan, WHOLE), expected);
    const again = await Promise.all(traced.map((cell, k) => traceOf(engine, plan, k % plan.optimizers.length, cell)));
    expect(again).toEqual(traces);
  });

  test.each(Object.entries(CUTS))('the same bits in %s', async (_, cut) => {
    expectSame(await follow(open({ workers: 2 }), plan, cut), expected);
  });

  test('a trace may be cut short', async () => {
    const engine = open({ workers: 1 });
    for (const steps of [0, 1, 512, 513]) {
      const { rows } = await traceOf(engine, plan, 0, traced[0], steps);
      expect(rows).toEqual(traces[0].rows.slice(0, steps + 1));
    }
  });

  test('a trace is the population to the bit, over several jobs', async () => {
    const columns = plan.x.values.length;
    for (const [i, { rows }] of traces.entries()) {
      const { theta, divergedAt, loss } = expected.cells[i % plan.optimizers.length];
      const cell = traced[i][1] * columns + traced[i][0];
      const last = rows[rows.length - 1];
      expect(last.step).toBe(divergedAt[cell] < 0 ? plan.steps : divergedAt[cell]);
      expect([...last.theta]).toEqual(theta.map((values) => values[cell]));
      expect(last.loss).toBe(loss[cell]);
    }
  });

  test('a checkpoint of one goes on with other workers', async () => {
    const [first, second] = [open({ workers: 1, shared: false }), open({ workers: 4 })];
    const begun = await first.populate(plan);
    for (const look of LOOKS.slice(0, 4)) {
      begun.advance(look - begun.step);
      await begun.measure();
    }
    begun.advance(33);
    const resumed = await second.populate(plan);
    resumed.restore(await begun.checkpoint());
    for (const look of LOOKS.slice(4)) {
      resumed.advance(look - resumed.step);
      await resumed.measure();
    }
    expect(differences(await resumed.checkpoint(), expected.checkpoint)).toEqual([]);
  });
});
