import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BINS } from '../../src/engine/histogram.ts';
import { type CellTable, type Engine, OUTCOMES, type Population, PROBABILITIES } from '../../src/engine/index.ts';
import { BadExperiment, type ExperimentInput, type Plan, planExperiment } from '../../src/experiment/index.ts';
import { bits, differences, drive } from '../support/gpu-bits.ts';
import { SENTINEL } from '../support/gpu-compute.ts';
import { openTestEngine } from '../support/gpu-engine.ts';
import { EXPERIMENTS } from '../support/gpu-experiments.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.destroy());

const WHOLE = () => Number.POSITIVE_INFINITY;
const SENTINEL_WORD = 0xdeadbeef;

describe.each(Object.entries(EXPERIMENTS))('%s', (_, experiment) => {
  let plan: Plan;
  beforeAll(() => {
    plan = planExperiment(experiment);
  });

  test('a reset leaves nothing behind', async () => {
    const fresh = await engine.populate(plan);
    const first = await fresh.checkpoint();
    const used = await engine.populate(plan);
    used.restore({
      step: 17,
      states: first.states.map(({ values, tallies }) => ({
        values: new Float32Array(values.length).fill(SENTINEL),
        tallies: new Uint32Array(tallies.length).fill(SENTINEL_WORD),
      })),
    });
    used.reset();
    expect(used.step).toBe(0);
    const after = await used.checkpoint();
    const sentinel = bits(Float32Array.of(SENTINEL))[0];
    after.states.forEach(({ values, tallies }, k) => {
      expect(bits(values).indexOf(sentinel), `optimizer ${k}: a slot of values that no reset writes`).toBe(-1);
      expect(tallies.indexOf(SENTINEL_WORD), `optimizer ${k}: a slot of tallies that no reset writes`).toBe(-1);
    });
    expect(differences(after, first)).toEqual([]);
    for (const population of [fresh, used]) await drive(population, 60, WHOLE);
    expect(differences(await used.checkpoint(), await fresh.checkpoint())).toEqual([]);
    for (const population of [fresh, used]) population.destroy();
  });

  test('a measurement is what the cells say', async () => {
    const population = await engine.populate(plan);
    for (const step of [0, 3, plan.steps]) {
      await drive(population, step, WHOLE);
      const { step: at, optimizers } = await population.measure();
      expect(at).toBe(step);
      for (const [k, measure] of optimizers.entries()) {
        const table = await population.cells(k);
        expect(table.step).toBe(step);
        const counted = OUTCOMES.map((_, code) => table.outcome.filter((outcome) => outcome === code).length);
        expect([...measure.outcomes]).toEqual(counted);
        expect(counted.reduce((sum, count) => sum + count)).toBe(plan.cells);
        expect(measure.arrived).toBe(table.arrivedAt.filter((arrived) => arrived >= 0).length);
        expectQuantiles(plan, table, measure);
      }
    }
    population.destroy();
  });
});

/** Quantiles are those of the cells that have not diverged, to the width of a bin. */
function expectQuantiles(
  { objective }: Plan,
  table: CellTable,
  measure: { loss: Float64Array; gradientNorm: Float64Array },
): void {
  const left = [...table.outcome.keys()].filter((cell) => table.divergedAt[cell] < 0);
  const floor = Math.fround(objective.minimum ?? 0);
  const losses = left.map((cell) => Math.fround(table.loss[cell] - floor));
  const norms = left.map((cell) => table.gradientNorm[cell]);
  for (const [got, values, signed] of [
    [measure.loss, losses, objective.minimum === null],
    [measure.gradientNorm, norms, false],
  ] as const) {
    values.sort((a, b) => a - b);
    PROBABILITIES.forEach((probability, i) => {
      const rank = probability * values.length;
      const near = [Math.ceil(rank - 1e-9) - 1, Math.floor(rank + 1e-9)].map((at) => values[Math.max(at, 0)]);
      const fits = near.some((value) => value !== undefined && Math.abs(got[i] - value) <= binWidth(value, signed));
      expect(fits, `quantile ${probability}: got ${got[i]}, expected ${near.join(' or ')}`).toBe(values.length > 0);
      if (values.length === 0) expect(got[i]).toBeNaN();
    });
  }
}

/** Width of the bin that a value falls in: `BINS` divide 128 powers of two, and half of them where there are signs. */
function binWidth(value: number, signed: boolean): number {
  const perOctave = BINS / 128 / (signed ? 2 : 1);
  const octave = Math.floor(Math.log2(Math.max(Math.abs(value), 2 ** -64)));
  return 2 ** octave / perOctave;
}

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
    const [, most, columns, rows] = /at most (\d+) do, such as (\d+) × (\d+)/.exec(message) ?? [];
    expect(Number(most), message).toBeGreaterThan(1000);
    expect(Number(columns) * Number(rows)).toBeLessThanOrEqual(Number(most));
  });

  test('a cell or an optimizer that is not there', async () => {
    const plan = huge(2);
    const failing = (work: () => Promise<unknown>) => expect((async () => work())());
    await failing(() => engine.trace(plan, 1, [0, 0])).rejects.toThrow(BadExperiment);
    await failing(() => engine.trace(plan, 0, [2, 0])).rejects.toThrow('I may be 0 to 1');
    await failing(() => engine.trace(plan, 0, [0, -1])).rejects.toThrow('J 0 to 1');
  });
});
