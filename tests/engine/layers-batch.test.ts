import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/index.ts';
import { traceOf } from '../../src/engine/index.ts';
import { simulate } from '../../src/engine/oracle.ts';
import type { ExperimentInput } from '../../src/experiment/index.ts';
import { ENGINE, openTestEngine } from '../support/engine.ts';
import { cellDifferences, differences, drive } from '../support/engine-bits.ts';
import { compareWithOracle } from '../support/engine-oracle.ts';
import { layeredPlan } from '../support/layered-plan.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine?.destroy());

const even = (vary: string, from: number, to: number, count: number) => ({ vary, from, to, count });
const CASES: readonly ExperimentInput[] = [
  {
    objective: { network: { widths: [2, 5, 1], l2: 0.01, data: { name: 'xor', rows: 7 } } },
    optimizers: [{ name: 'adam', lr: 0.02, 'lr.2': 0.05 }],
    grid: { x: even('batch', 1, 9, 5) },
    noise: 0.01,
    seed: 3,
  },
  // More rows than a tile, of a size that all cells share.
  {
    objective: { network: { widths: [2, 6, 3], loss: 'cross-entropy', data: { columns: table(90) } } },
    optimizers: [{ name: 'sgd', lr: 0.1 }],
    grid: { x: even('network.seed', 0, 1, 2) },
    batch: 75,
  },
];

function table(rows: number) {
  const at = (of: (row: number) => number) => Array.from({ length: rows }, (_, row) => of(row));
  return { x: at((row) => Math.sin(row)), y: at((row) => Math.cos(1.7 * row)), label: at((row) => row % 3) };
}

// A software adapter's compiler takes many seconds for each form; batches of the first are more than one of its tiles.
const cases = ENGINE === 'cpu' ? CASES : CASES.slice(0, 1);

describe.each(cases)('batches of a network whose layers are data: $batch', (experiment) => {
  const plan = layeredPlan({ ...experiment, steps: 9 });

  test('go where the float64 oracle goes', async () => {
    for (const { failures, compared } of await compareWithOracle(engine, plan, [1, 9])) {
      expect(failures).toEqual([]);
      expect(compared).toBeGreaterThan(plan.cells);
    }
  });

  test.runIf(experiment === CASES[0])(
    'have the same bits however steps are cut and whoever looks, and as a trace',
    async () => {
      const population = await engine.populate(plan);
      await drive(population, plan.steps, () => Number.POSITIVE_INFINITY);
      const [expected, cells] = [await population.checkpoint(), await population.cells(0)];
      population.reset();
      while (population.step < plan.steps) {
        population.advance(1);
        await population.measure();
      }
      expect(cellDifferences(await population.cells(0), cells)).toEqual([]);
      expect(differences(await population.checkpoint(), expected)).toEqual([]);
      population.destroy();
      const cell = plan.x.values.length - 1;
      const { rows } = await traceOf(engine, plan, 0, [cell, 0]);
      expect([...(rows.at(-1)?.theta ?? [])]).toEqual(cells.theta.map((values) => values[cell]));
      // What is told of a step is of all rows.
      const [first] = simulate(plan, 0, [cell, 0], { steps: 0 });
      expect(rows[0].loss).toBeCloseTo(first.loss, 4);
    },
  );
});
