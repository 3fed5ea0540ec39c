import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/index.ts';
import { LIMITS, planExperiment } from '../../src/experiment/index.ts';
import { type GoldenCase, goldenCases } from '../support/golden.ts';
import { firstMismatch, float32Steps, float32Tolerance } from '../support/golden-rules.ts';
import { chunks, openTestEngine, withAxes } from '../support/gpu-engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.destroy());

const cases = goldenCases();
const landscapes = [...new Set(cases.map(({ experiment }) => experiment.objective))];
const made = [...new Set(cases.map((golden) => golden.made))];

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

const runs = new Map<string, Promise<Runs>>();

/** Runs of all cases that an optimizer has; neighbours in the same populations are run with them. */
async function runsOf(kind: string): Promise<Runs[]> {
  const group = chunks(made, LIMITS.optimizers).find((kinds) => kinds.includes(kind)) as string[];
  const tasks = landscapes.map((landscape) => {
    const key = `${landscape} ${group}`;
    const own = cases.filter((golden) => golden.experiment.objective === landscape && group.includes(golden.made));
    const task = runs.get(key) ?? runTogether(own);
    runs.set(key, task);
    return task;
  });
  return Promise.all(tasks);
}

describe('the GPU and the golden trajectories', () => {
  let compared = 0;

  test.each(made)('%s', async (kind) => {
    const all = await runsOf(kind);
    const mismatches = cases
      .filter((golden) => golden.made === kind)
      .flatMap((golden) => {
        const run = all.find((each) => each.has(golden))?.get(golden);
        const steps = float32Steps(golden);
        compared += steps.length;
        const tolerances = new Map(steps.map((i) => [i, float32Tolerance(golden, i)]));
        return firstMismatch(golden, (step) => run?.get(step), tolerances) ?? [];
      });
    expect(mismatches).toEqual([]);
  });

  test('hardly any step is beyond comparison', () => {
    expect(cases.length).toBe(522);
    expect(compared / (522 * cases[0].rec.length)).toBeGreaterThan(0.95);
  });
});
