import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { binEdges, type Engine, type Measurement, OUTCOMES, PROBABILITIES } from '../../src/engine/index.ts';
import { simulate } from '../../src/engine/oracle.ts';
import { type ExperimentInput, learningRateOf, type Plan, planExperiment } from '../../src/experiment/index.ts';
import { openTestEngine } from '../support/engine.ts';
import { EXPERIMENTS } from '../support/engine-experiments.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.destroy());

const MEDIAN = PROBABILITIES.indexOf(0.5);
/** Width of a bin, of the value in it, at most. */
const BIN = 0.125;

/** Measurements of an experiment after so many steps each. */
async function measured(experiment: ExperimentInput, steps: readonly number[]): Promise<[Plan, Measurement[]]> {
  const plan = planExperiment(experiment);
  const population = await engine.populate(plan);
  const measurements: Measurement[] = [];
  for (const step of steps) {
    population.advance(step - population.step);
    measurements.push(await population.measure());
  }
  population.destroy();
  return [plan, measurements];
}

const row = (from: number, to: number, count: number) => ({ x: { vary: 'x', from, to, count } });

describe('effective steps', () => {
  test("plain descent's median is η to the digit, whatever its schedule", async () => {
    const schedule = { name: 'cosine', T_max: 50, warmup: 10, warmup_from: 1e-5 };
    const optimizers = [
      { name: 'sgd', lr: 0.0123 },
      { name: 'sgd', lr: 3e-4, schedule },
    ];
    const [plan, measurements] = await measured({ objective: 'himmelblau', optimizers, steps: 60 }, [0, 7, 23, 59]);
    for (const { step, optimizers: measures } of measurements) {
      measures.forEach(({ effectiveStep }, k) => {
        const eta = learningRateOf(plan, k).at(step + 1);
        expect(effectiveStep[MEDIAN] / eta, `step ${step}, optimizer ${k}`).toBeCloseTo(1, 6);
      });
    }
  });

  test("Adam's first is η over the gradient's size", async () => {
    const objective = { formula: 'x^2/2', parameters: ['x'], minimum: 0 };
    // Gradients from 1 to 1001: the quantiles of their reciprocals are those of the gradients, from the other end.
    const grid = row(1, 1001, 1001);
    const optimizers = [{ name: 'adam', lr: 0.01 }];
    const outcomes = { escape: 1e4 };
    const [, [{ optimizers: measures }]] = await measured({ objective, optimizers, grid, outcomes }, [0]);
    PROBABILITIES.forEach((probability, i) => {
      const expected = 0.01 / (1 + 1000 * (1 - probability));
      expect(Math.abs(measures[0].effectiveStep[i] / expected - 1), `quantile ${probability}`).toBeLessThan(BIN);
    });
  });

  test('are those of the oracle in every cell, noise and what axes vary included', async () => {
    for (const [name, experiment] of Object.entries(EXPERIMENTS)) {
      const [plan, measurements] = await measured(experiment, [0, 1, 4]);
      for (const { step, optimizers } of measurements) {
        optimizers.forEach(({ effectiveStep }, k) => {
          const exact = oracleSteps(plan, k, step);
          PROBABILITIES.forEach((probability, i) => {
            // Between order statistics, each of which is known to a bin's width.
            const rank = probability * (exact.length - 1);
            const [low, high] = [exact[Math.floor(rank)], exact[Math.ceil(rank)]];
            const expected = low + (rank % 1) * (high - low);
            const got = effectiveStep[i];
            const where = `${name}, ${k}, step ${step}, quantile ${probability}: got ${got}, expected ${expected}`;
            expect(Math.abs(got - expected), where).toBeLessThanOrEqual(1.01 * BIN * expected);
          });
        });
      }
    }
  });

  test('leave out who has no gradient', async () => {
    const objective = { formula: 'relu(x)', parameters: ['x'], domain: [[-1, 1]] as [number, number][] };
    const optimizers = [{ name: 'momentum', lr: 0.5 }];
    const [, [some]] = await measured({ objective, optimizers, grid: row(-1, 0.25, 40) }, [0]);
    expect(some.optimizers[0].effectiveStep[MEDIAN]).toBeCloseTo(0.5, 6);
    const [, [none]] = await measured({ objective, optimizers, grid: row(-1, -0.5, 40) }, [0]);
    expect([...none.optimizers[0].effectiveStep]).toEqual(Array(5).fill(Number.NaN));
  });
});

describe('counts of the loss', () => {
  test.each(Object.entries(EXPERIMENTS))(
    '%s: are as many as live cells, and hold the quantiles',
    async (_, experiment) => {
      const [plan, measurements] = await measured(experiment, [0, 60]);
      for (const { optimizers } of measurements) {
        for (const { lossCounts, loss, outcomes } of optimizers) {
          const { first, counts, signed, from } = lossCounts;
          const live = plan.cells - outcomes[OUTCOMES.indexOf('diverged')];
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(live);
          expect(signed).toBe(plan.objective.minimum === null);
          if (live === 0) continue;
          expect(Math.min(counts[0], counts[counts.length - 1])).toBeGreaterThan(0);
          const low = from + binEdges(first, signed)[0];
          const high = from + binEdges(first + counts.length - 1, signed)[1];
          for (const quantile of loss) {
            expect(quantile).toBeGreaterThanOrEqual(low);
            expect(quantile).toBeLessThanOrEqual(high);
          }
        }
      }
    },
  );
});

/** Effective steps of the update after `step` of all cells that live and have a gradient, in ascending order, in float64. */
function oracleSteps(plan: Plan, optimizer: number, step: number): number[] {
  const columns = plan.x.values.length;
  const steps: number[] = [];
  for (let cell = 0; cell < plan.cells; cell++) {
    const rows = simulate(plan, optimizer, [cell % columns, Math.floor(cell / columns)], { steps: step + 1 });
    const next = rows[step + 1];
    if (!next || rows[step].diverged) continue;
    const still = next.effective.every((each) => each === 0);
    const gradient = still ? rows[step].gradient : next.effective.map((each, i) => (next.eta * next.u[i]) / each);
    steps.push(Math.abs(next.eta) * (Math.hypot(...next.u) / Math.hypot(...gradient)));
  }
  return steps.filter(Number.isFinite).sort((a, b) => a - b);
}
