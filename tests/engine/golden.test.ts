import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/index.ts';
import { simulate } from '../../src/engine/oracle.ts';
import { LIMITS, planExperiment } from '../../src/experiment/index.ts';
import { withAxes } from '../support/axes.ts';
import { ENGINE, openTestEngine } from '../support/engine.ts';
import { type GoldenCase, goldenCases } from '../support/golden.ts';
import { firstMismatch, float32Steps, float32Tolerance } from '../support/golden-rules.ts';
import { chunks, inPairs } from '../support/tasks.ts';
import { ulps } from '../support/ulps.ts';

const every = goldenCases();
const landscapes = [...new Set(every.map(({ experiment }) => experiment.objective))];
const made = [...new Set(every.map((golden) => golden.made))];
/** On WebGPU, where pipelines take long to compile, each optimizer runs on one of the landscapes. */
const cases = every.filter(
  ({ experiment, made: kind }) =>
    ENGINE === 'cpu' || (landscapes.indexOf(experiment.objective) + made.indexOf(kind)) % landscapes.length === 0,
);

/** θ of a golden case after so many steps. */
type Runs = ReadonlyMap<GoldenCase, ReadonlyMap<number, readonly number[]>>;

/**
 * Runs several optimizers' cases of one landscape in one population: hyperparameters are data, and the grid's axes hold all coordinates of
 * their starts.
 */
async function runTogether(own: readonly GoldenCase[]): Promise<Runs> {
  const kinds = [...new Set(own.map((golden) => golden.made))];
  const { experiment, rec } = own[0];
  const coordinates = (name: 'x' | 'y') => [...new Set(own.map((golden) => golden.experiment.start?.[name] as number))];
  const [xs, ys] = [coordinates('x'), coordinates('y')];
  const plan = withAxes(
    planExperiment({
      ...experiment,
      optimizers: kinds.map((kind) => own.find((golden) => golden.made === kind)?.experiment.optimizers[0]),
      grid: { x: { vary: 'x', from: xs[0] }, y: { vary: 'y', from: ys[0] } },
    }),
    xs,
    ys,
  );
  const population = await engine.populate(plan);
  const results = new Map(own.map((golden) => [golden, new Map<number, readonly number[]>()]));
  for (const step of rec) {
    population.advance(step - population.step);
    const tables = await Promise.all(kinds.map((_, k) => population.cells(k)));
    for (const golden of own) {
      const { theta } = tables[kinds.indexOf(golden.made)];
      const { x, y } = golden.experiment.start as { x: number; y: number };
      const cell = ys.indexOf(y) * xs.length + xs.indexOf(x);
      results.get(golden)?.set(
        step,
        theta.map((values) => values[cell]),
      );
    }
  }
  population.destroy();
  return results;
}

/**
 * The same rule, with the errors of four more float32 runs with noise of ±4 ulp on the gradient beside the one that `eg` holds: a burst can hide
 * from a single one.
 */
function wider(golden: GoldenCase, steps: readonly number[]): Map<number, number> {
  const plan = planExperiment(golden.experiment);
  const runs = [1, 2, 3, 4].map((seed) => simulate(plan, 0, [0, 0], { precision: 'float32', perturb: ulps(seed, 4) }));
  let error = 0;
  return new Map(
    steps.map((i) => {
      for (const rows of runs) {
        golden.theta[i].forEach((value, k) => {
          error = Math.max(error, Math.abs(rows[golden.rec[i]].theta[k] - value));
        });
      }
      return [i, float32Tolerance(golden, i) + 10 * error];
    }),
  );
}

/** Cases of one landscape, with as many optimizers as fit one experiment. */
const groups = landscapes.flatMap((landscape) =>
  chunks(made, LIMITS.optimizers).map((kinds) =>
    cases.filter((golden) => golden.experiment.objective === landscape && kinds.includes(golden.made)),
  ),
);

let engine: Engine;
let results: readonly Promise<Runs>[];
beforeAll(async () => {
  engine = await openTestEngine();
  results = inPairs(groups.map((group) => () => runTogether(group)));
});
afterAll(() => engine.destroy());

describe('the engine and the golden trajectories', () => {
  let compared = 0;
  const widened: string[] = [];

  test.each(made)('%s', async (kind) => {
    const own = cases.filter((golden) => golden.made === kind);
    const mismatches: string[] = [];
    for (const golden of own) {
      const run = (await results[groups.findIndex((group) => group.includes(golden))]).get(golden);
      const path = (step: number) => run?.get(step);
      const steps = float32Steps(golden);
      compared += steps.length;
      const tolerances = new Map(steps.map((i) => [i, float32Tolerance(golden, i)]));
      if (!firstMismatch(golden, path, tolerances)) continue;
      widened.push(golden.title);
      const mismatch = firstMismatch(golden, path, wider(golden, steps));
      if (mismatch) mismatches.push(mismatch);
    }
    expect(mismatches).toEqual([]);
  });

  test('hardly any step is beyond comparison', () => {
    expect(every.length).toBe(522);
    expect(new Set(cases.map((golden) => golden.made)).size).toBe(made.length);
    expect(widened.length, widened.join('\n')).toBeLessThanOrEqual(2);
    expect(compared / (cases.length * cases[0].rec.length)).toBeGreaterThan(0.95);
  });
});
