import { afterAll, describe, expect, test } from 'vitest';
import { simulate } from '../../src/engine/oracle.ts';
import { traceOf } from '../../src/engine/trace-rows.ts';
import { type ExperimentInput, layeredFunction, type LayeredNetwork } from '../../src/experiment/index.ts';
import { openCpuEngine } from '../support/cpu-engine.ts';
import { layeredPlan } from '../support/layered-plan.ts';

const engine = openCpuEngine();
afterAll(() => engine.destroy());

const plain = (network: object, optimizer: object = { name: 'sgd', lr: 0.05 }, rest: object = {}) =>
  layeredPlan({
    objective: { network },
    optimizers: [optimizer],
    grid: { x: { vary: 'network.seed', from: 0, to: 4, count: 5 } },
    steps: 20,
    ...rest,
  } as ExperimentInput);

test('traces', async () => {
  const plan = plain({ widths: [2, 5, 1], data: { name: 'circles', rows: 10 }, loss: 'mean-square' });
  const trace = await traceOf(engine, plan, 0, [2, 0]);
  const oracle = simulate(plan, 0, [2, 0]);
  expect(trace.rows.length).toBe(oracle.length);
  for (const [k, row] of oracle.entries()) {
    expect(Math.abs(trace.rows[k].loss - row.loss)).toBeLessThan(1e-5);
  }
  const population = await engine.populate(plan);
  population.advance(20);
  const cells = await population.cells(0);
  console.log(cells.loss, cells.ratios, oracle.at(-1)?.loss);
});
