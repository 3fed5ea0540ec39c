import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine, Population } from '../../src/engine/index.ts';
import { traceOf } from '../../src/engine/index.ts';
import { BadExperiment, type ExperimentInput, planExperiment } from '../../src/experiment/index.ts';
import { openTestEngine } from '../support/engine.ts';
import { binWidth } from '../support/engine-bins.ts';
import { differences, drive } from '../support/engine-bits.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.destroy());

const WHOLE = () => Number.POSITIVE_INFINITY;

describe('retuning', () => {
  const base: ExperimentInput = {
    objective: 'himmelblau',
    optimizers: [
      { name: 'adam', lr: 0.02 },
      { name: 'momentum', lr: 1e-3 },
    ],
    grid: { x: { vary: 'x', from: -4, to: 4, count: 5 }, y: { vary: 'y', from: -4, to: 4, count: 5 } },
    noise: 0.1,
    steps: 128,
  };
  const [adam, momentum] = base.optimizers;
  const sweep = (from: number, to: number) => ({ ...base, grid: { x: { vary: 'lr', from, to, count: 5 } } });

  const NUMBERS: readonly (readonly [string, ExperimentInput, ExperimentInput])[] = [
    ['learning rate and decay', base, { ...base, optimizers: [{ ...adam, lr: 0.2, beta1: 0.5 }, momentum] }],
    ['noise', base, { ...base, noise: 0.7 }],
    ['the seed of the noise', base, { ...base, seed: 9 }],
    ['the ends of an axis of learning rates', sweep(1e-3, 1e-2), sweep(1e-2, 1e-1)],
  ];
  test.each(NUMBERS)('%s: no pipeline is built, and the run goes on with it', async (_, old, fresh) => {
    const population = await engine.populate(planExperiment(old));
    await drive(population, 40, WHOLE);
    const checkpoint = await population.checkpoint();
    const { pipelinesBuilt } = engine;
    expect(population.retune(planExperiment(fresh))).toBe(true);
    expect(population.step).toBe(40);
    await drive(population, 128, WHOLE);
    expect(engine.pipelinesBuilt).toBe(pipelinesBuilt);
    const end = await population.checkpoint();
    population.destroy();

    const from = async (experiment: ExperimentInput) => {
      const other = await engine.populate(planExperiment(experiment));
      other.restore(checkpoint);
      await drive(other, 128, WHOLE);
      const result = await other.checkpoint();
      other.destroy();
      return result;
    };
    expect(differences(end, await from(fresh))).toEqual([]);
    expect(differences(end, await from(old))).not.toEqual([]);
  });

  test('a target: cells that are below it arrive', async () => {
    const population = await engine.populate(planExperiment({ ...base, target: null }));
    await drive(population, 128, WHOLE);
    expect((await population.measure()).optimizers[0].arrived).toBe(0);
    expect(population.retune(planExperiment({ ...base, target: 1e6 }))).toBe(true);
    expect((await population.measure()).optimizers[0].arrived).toBe(25);
    expect([...(await population.cells(0)).arrivedAt]).toEqual(Array(25).fill(128));
    population.destroy();
  });

  test('the known minimum of a typed objective: losses count from it', async () => {
    const typed = (minimum?: number) => planExperiment({ ...base, objective: { formula: 'x^2 + y^2 + 3', minimum } });
    const population = await engine.populate(typed());
    const before = (await population.measure()).optimizers[0].loss;
    if (population.retune(typed(3))) {
      const after = (await population.measure()).optimizers[0].loss;
      after.forEach((value, i) => {
        expect(Math.abs(value - (before[i] - 3))).toBeLessThan(binWidth(before[i], true) + binWidth(value, false));
      });
    }
    population.destroy();
  });

  const STRUCTURES: readonly (readonly [string, ExperimentInput])[] = [
    ['another optimizer', { ...base, optimizers: [{ name: 'adamax', lr: 0.02 }, momentum] }],
    ['another number of optimizers', { ...base, optimizers: [adam] }],
    ['another rule in an optimizer', { ...base, optimizers: [{ ...adam, weight_decay: 0.1 }, momentum] }],
    ['a schedule', { ...base, optimizers: [{ ...adam, schedule: { name: 'cosine' } }, momentum] }],
    ['another objective', { ...base, objective: 'beale' }],
    ['other starts', { ...base, grid: { ...base.grid, x: { vary: 'x', from: -3, to: 4, count: 5 } } }],
    ['another number of cells', { ...base, grid: { ...base.grid, x: { vary: 'x', from: -4, to: 4, count: 6 } } }],
    ['another axis', { ...base, grid: { ...base.grid, x: { vary: 'lr', from: 0.01, to: 0.02, count: 5 } } }],
    ['no noise', { ...base, noise: 0 }],
    ['another number of steps', { ...base, steps: 129 }],
  ];
  test.each(STRUCTURES)('%s needs a run of its own', async (_, fresh) => {
    const population = await engine.populate(planExperiment(base));
    expect(population.retune(planExperiment(fresh))).toBe(false);
    expect(population.plan.experiment).toEqual(planExperiment(base).experiment);
    population.destroy();
  });
});

describe('what does not fit', () => {
  const huge = (count: number) =>
    planExperiment({
      objective: 'sphere',
      optimizers: [{ name: 'adam' }],
      grid: { x: { vary: 'x', from: -1, to: 1, count }, y: { vary: 'y', from: -1, to: 1, count } },
    });

  test('too many cells: the error says how many do fit', async () => {
    const error = await engine.populate(huge(16384)).then(
      (population: Population) => population.destroy(),
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(BadExperiment);
    const { field, message } = error as BadExperiment;
    expect(field).toBe('grid');
    const [, most, columns, rows] = /at most (\d+) .*such as (\d+) × (\d+)/.exec(message) ?? [];
    expect(Number(most), message).toBeGreaterThan(1000);
    expect(Number(columns) * Number(rows)).toBeLessThanOrEqual(Number(most));
  });

  test('a cell or an optimizer that is not there', async () => {
    const plan = huge(2);
    const failing = (work: () => Promise<unknown>) => expect((async () => work())());
    await failing(() => traceOf(engine, plan, 1, [0, 0])).rejects.toThrow(BadExperiment);
    await failing(() => traceOf(engine, plan, 0, [2, 0])).rejects.toThrow('I may be 0 to 1');
    await failing(() => traceOf(engine, plan, 0, [0, -1])).rejects.toThrow('J 0 to 1');
  });
});
