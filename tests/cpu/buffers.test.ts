import { afterEach, expect, test, vi } from 'vitest';
import type { Checkpoint } from '../../src/engine/index.ts';
import { type Plan, planExperiment } from '../../src/experiment/index.ts';
import { openCpuEngine } from '../support/cpu-engine.ts';
import { differences } from '../support/engine-bits.ts';

afterEach(() => vi.unstubAllGlobals());

/** Counts the memory that is made anew from here on. */
function countMade(name: 'SharedArrayBuffer' | 'ArrayBuffer', least: number): () => number {
  let made = 0;
  vi.stubGlobal(
    name,
    new Proxy(globalThis[name], {
      construct(target, given: [number]) {
        if (given[0] >= least) made++;
        return new target(...given);
      },
    }),
  );
  return () => made;
}

const OBJECTIVES = ['himmelblau', 'booth', 'beale'];
const OPTIMIZERS = [
  { name: 'adam', lr: 0.01 },
  { name: 'momentum', lr: 1e-4 },
] as const;
const GRID = {
  x: { vary: 'x', from: -2, to: 2, count: 101 },
  y: { vary: 'y', from: -2, to: 2, count: 99 },
} as const;

test.each([true, false])(
  'twenty populations one after another work in the memory of two (shared: %s)',
  async (shared) => {
    const plans = OBJECTIVES.map((objective) =>
      planExperiment({ objective, optimizers: [...OPTIMIZERS], grid: GRID, steps: 40 }),
    );
    const made = countMade(shared ? 'SharedArrayBuffer' : 'ArrayBuffer', 100_000);
    const engine = openCpuEngine({ workers: 2, shared });
    const ends: Checkpoint[] = [];
    const end = async (plan: Plan) => {
      const population = await engine.populate(plan);
      population.advance(plan.steps);
      const checkpoint = await population.checkpoint();
      // Destroyed in the middle of a job.
      population.advance(1000);
      population.destroy();
      return checkpoint;
    };
    for (const plan of plans) ends.push(await end(plan));
    const first = made();
    for (let i = 0; i < 20; i++) {
      const k = i % plans.length;
      expect(differences(await end(plans[k]), ends[k]), `population ${i}`).toEqual([]);
    }
    engine.destroy();
    expect(first).toBeGreaterThan(0);
    expect(made()).toBeLessThanOrEqual(2 * OPTIMIZERS.length);
  },
);
