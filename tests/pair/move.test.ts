import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engine, Run } from '../../src/engine/index.ts';
import { planExperiment } from '../../src/experiment/index.ts';
import { openTestEngine } from '../support/engine.ts';

const axis = (vary: string, count: number) => ({ vary, from: -5, to: 5, count });
const plan = planExperiment({
  objective: 'himmelblau',
  optimizers: [{ name: 'momentum', lr: 1e-3 }, { name: 'radam' }],
  grid: { x: axis('x', 33), y: axis('y', 9) },
  noise: 0.1,
  steps: 640,
});

let gpu: Engine;
let cpu: Engine;
beforeAll(async () => {
  gpu = await openTestEngine('webgpu');
  cpu = await openTestEngine('cpu');
});
afterAll(() => {
  gpu?.destroy();
  cpu?.destroy();
});

/** Runs the plan to its end on WebGPU, but for moves at some steps. */
async function follow(moves: readonly (readonly [step: number, engine: Engine])[]) {
  const run = await Run.start(async () => gpu, plan);
  for (const [step, engine] of moves) {
    while (run.step < step) await run.tick(20, step - run.step);
    const before = await cellsOf(run);
    await run.move(async () => engine);
    expect(run.engine).toBe(engine);
    expect(await cellsOf(run)).toEqual(before);
  }
  while (!run.done) await run.tick(20);
  await run.finished();
  return { cells: await cellsOf(run), steps: run.history.map(({ step }) => step) };
}

/** What every engine keeps of the cells to the bit. */
async function cellsOf(run: Run) {
  const tables = await Promise.all(plan.optimizers.map((_, k) => run.population.cells(k)));
  return tables.map(({ theta, best, divergedAt, arrivedAt }) => ({ theta, best, divergedAt, arrivedAt }));
}

test('a run that changes its engine four times ends where one does that stays', async () => {
  const still = await follow([]);
  const moved = await follow([
    [200, cpu],
    [333, gpu],
    [480, cpu],
    [481, gpu],
  ]);
  expect(moved.steps).toEqual(still.steps);
  moved.cells.forEach(({ theta }, k) => {
    theta.forEach((values, p) => {
      const apart = values.map((value, cell) => Math.abs(value - still.cells[k].theta[p][cell]));
      expect(Math.max(...apart)).toBeLessThan(1e-5);
    });
  });
});
