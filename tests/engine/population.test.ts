import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CellTable, type Engine, OUTCOMES, PROBABILITIES } from '../../src/engine/index.ts';
import { lossScaleOf } from '../../src/engine/loss-scale.ts';
import { type Plan, planExperiment } from '../../src/experiment/index.ts';
import { openTestEngine } from '../support/engine.ts';
import { binWidth } from '../support/engine-bins.ts';
import { bits, differences, drive } from '../support/engine-bits.ts';
import { EXPERIMENTS } from '../support/engine-experiments.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.destroy());

const WHOLE = () => Number.POSITIVE_INFINITY;
/** Fills states before a reset, so that a slot that it leaves out shows. */
const SENTINEL = 7.7777e33;
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
  const { from } = lossScaleOf(objective);
  const shown = objective.minimum === null ? from : 0;
  const losses = left.map((cell) => Math.fround(table.loss[cell] - from));
  const norms = left.map((cell) => table.gradientNorm[cell]);
  for (const [got, values, signed] of [
    [measure.loss.map((loss) => loss - shown), losses, objective.minimum === null],
    [measure.gradientNorm, norms, false],
  ] as const) {
    values.sort((a, b) => a - b);
    PROBABILITIES.forEach((probability, i) => {
      if (values.length === 0) {
        expect(got[i]).toBeNaN();
        return;
      }
      const place = probability * (values.length - 1);
      const [low, high] = [values[Math.floor(place)], values[Math.ceil(place)]];
      const expected = low + (place % 1) * (high - low);
      const width = Math.max(binWidth(low, signed), binWidth(high, signed));
      const fits = Math.abs(got[i] - expected) <= width;
      expect(fits, `quantile ${probability}: got ${got[i]}, expected ${expected} to ${width}`).toBe(true);
    });
  }
}
