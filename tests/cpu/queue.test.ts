import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PoolClosed } from '../../src/engine/cpu/jobs.ts';
import { type CellTable, type Engine, type Population, Run, traceOf } from '../../src/engine/index.ts';
import { type ExperimentInput, type Plan, planExperiment } from '../../src/experiment/index.ts';
import { openCpuEngine } from '../support/cpu-engine.ts';
import { LARGE } from '../support/cpu-experiments.ts';
import { differences, tableDifferences } from '../support/engine-bits.ts';

const experiment = LARGE['starts, noise, several optimizers'] as ExperimentInput;
const plan = planExperiment(experiment);
const retuned: Plan = planExperiment({
  ...experiment,
  optimizers: experiment.optimizers.map((each) => ({ ...each, lr: 5e-3 })),
  noise: 0.9,
  target: 3,
});

let engine: Engine;
beforeEach(() => {
  engine = openCpuEngine();
});
afterEach(() => engine.destroy());

/** All cells of a population. */
const allCells = (population: Population): Promise<CellTable[]> =>
  Promise.all(plan.optimizers.map((_, k) => population.cells(k)));

/** All cells after what `drive` does with a new population. */
async function cellsAfter(drive: (population: Population) => void): Promise<CellTable[]> {
  const population = await engine.populate(plan);
  drive(population);
  const cells = await allCells(population);
  population.destroy();
  return cells;
}

describe('what is asked for at once is done in its order', () => {
  test('a reset in the middle of queued work', async () => {
    const population = await engine.populate(plan);
    population.advance(700);
    const before = population.measure();
    population.advance(300);
    population.reset();
    const start = population.measure();
    population.advance(10);
    expect(population.step).toBe(10);
    const beginning = await cellsAfter((fresh) => fresh.advance(10));
    expect(tableDifferences(await allCells(population), beginning)).toEqual([]);
    const fresh = await engine.populate(plan);
    expect((await start).optimizers).toEqual((await fresh.measure()).optimizers);
    fresh.advance(700);
    expect((await before).optimizers).toEqual((await fresh.measure()).optimizers);
  });

  test('other numbers in the middle of queued work', async () => {
    const queued = await engine.populate(plan);
    queued.advance(300);
    expect(queued.retune(retuned)).toBe(true);
    queued.advance(300);
    expect(queued.retune(plan)).toBe(true);
    queued.advance(50);
    const awaited = await engine.populate(plan);
    for (const [numbers, steps] of [[plan, 300] as const, [retuned, 300] as const, [plan, 50] as const]) {
      expect(awaited.retune(numbers)).toBe(true);
      awaited.advance(steps);
      await awaited.settled();
    }
    expect(differences(await queued.checkpoint(), await awaited.checkpoint())).toEqual([]);
    expect(tableDifferences(await allCells(queued), await allCells(awaited))).toEqual([]);
    const untouched = await cellsAfter((other) => other.advance(650));
    expect(tableDifferences(await allCells(queued), untouched)).not.toEqual([]);
  });

  test('more measurements than a job makes, none awaited', async () => {
    const [queued, awaited] = [await engine.populate(plan), await engine.populate(plan)];
    const measured = Array.from({ length: 40 }, () => {
      queued.advance(21);
      return queued.measure();
    });
    for (const each of measured) {
      awaited.advance(21);
      expect(await each).toEqual(await awaited.measure());
    }
    expect(tableDifferences(await allCells(queued), await allCells(awaited))).toEqual([]);
  });

  test('a checkpoint, and another restored, in the middle of queued work', async () => {
    const population = await engine.populate(plan);
    population.advance(100);
    const first = await population.checkpoint();
    population.advance(57);
    const second = population.checkpoint();
    population.advance(400);
    population.restore(first);
    expect(population.step).toBe(100);
    population.advance(57);
    expect(differences(await population.checkpoint(), await second)).toEqual([]);
  });

  test('two populations of one engine do not disturb one another', async () => {
    const one = (population: Population) => population.advance(900);
    const other = (population: Population) => population.retune(retuned) && population.advance(333);
    const together = await Promise.all([cellsAfter(one), cellsAfter(other)]);
    expect(tableDifferences(together[0], await cellsAfter(one))).toEqual([]);
    expect(tableDifferences(together[1], await cellsAfter(other))).toEqual([]);
  });
});

describe('destroying in the middle of a run', () => {
  /** Everything that may be asked for, with work under way before and after it. */
  async function askedFor(destroy: (population: Population) => void) {
    const population = await engine.populate(plan);
    population.advance(1000);
    const before = [population.measure(), population.cells(1), population.checkpoint(), population.settled()];
    destroy(population);
    population.advance(5);
    population.reset();
    const after = [population.measure(), population.cells(0), population.checkpoint(), population.settled()];
    return Promise.allSettled([...before, ...after]);
  }

  test.each([0, 3])('a population, after %i ms: all that waits is refused, and the engine goes on', async (delay) => {
    const population = await engine.populate(plan);
    population.advance(1000);
    const waiting = [population.measure(), population.cells(0), population.settled(), population.checkpoint()];
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    population.destroy();
    for (const each of await Promise.allSettled(waiting)) {
      expect(each).toMatchObject({ status: 'rejected', reason: expect.any(PoolClosed) });
    }
    for (const each of await askedFor((other) => other.destroy())) {
      expect(each).toMatchObject({ status: 'rejected', reason: expect.any(PoolClosed) });
    }
    const next = await cellsAfter((other) => other.advance(10));
    expect(next[0].step).toBe(10);
  });

  test('an engine: all that waits is refused, and nothing hangs', async () => {
    for (const each of await askedFor(() => engine.destroy())) {
      expect(each).toMatchObject({ status: 'rejected', reason: expect.any(PoolClosed) });
    }
    await expect(traceOf(engine, plan, 0, [0, 0], 3)).rejects.toThrow(PoolClosed);
    await expect(engine.evaluate(plan, [[1, 2]])).rejects.toThrow(PoolClosed);
    const late = await engine.populate(plan);
    late.advance(3);
    await expect(late.measure()).rejects.toThrow(PoolClosed);
    engine.destroy();
  });

  test('a run: its tick ends, and its measurements say nothing more', async () => {
    let told = 0;
    const run = await Run.start(async () => engine, plan, { measured: () => told++ });
    for (let ticks = 0; ticks < 5; ticks++) await run.tick(5);
    const tick = run.tick(50);
    run.destroy();
    const before = told;
    await tick.catch(() => {});
    await run.finished().catch(() => {});
    expect(told).toBe(before);
    expect((await cellsAfter((other) => other.advance(3)))[0].step).toBe(3);
  });
});
