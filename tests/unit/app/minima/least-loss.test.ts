import { afterAll, describe, expect, it, vi } from 'vitest';
import { learnMinima } from '../../../../src/app/minima/known-minima.ts';
import { LeastLossWatch } from '../../../../src/app/minima/least-loss-watch.ts';
import { openNodeCpuEngine } from '../../../../src/engine/cpu/node.ts';
import { Run } from '../../../../src/engine/index.ts';
import { asFormula, planExperiment } from '../../../../src/experiment/index.ts';

const planOf = (minimum: number | undefined, formula = 'x^4 - x^2 + y^2 + x*y') =>
  planExperiment({
    objective: { formula, ...(minimum !== undefined && { minimum }) },
    optimizers: [{ name: 'sgd', lr: 0.05 }],
    grid: { x: { vary: 'x', from: -2, to: 2, count: 8 }, y: { vary: 'y', from: -2, to: 2, count: 8 } },
    steps: 200,
  });

describe('trajectories', async () => {
  const engine = await openNodeCpuEngine();
  afterAll(() => engine.destroy());

  it.each([
    ['are below a loss that is not the least', 5, -0.390625],
    ['are not below one that rounding alone comes under', -0.390625, null],
    ['are below one that is nearly the least', -0.39, -0.390625],
    ['are not below one that is lower than all', -0.4, null],
    ['need not be below any', undefined, null],
  ])('%s', async (_, minimum, found) => {
    const plan = planOf(minimum);
    const changed = vi.fn();
    const watch = new LeastLossWatch(changed);
    const run = await Run.start(async () => engine, plan);
    await run.finished();
    for (let k = 0; k < 5; k++) {
      watch.follow(run);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(changed.mock.calls.length).toBeLessThan(2);
    while (!run.done) {
      await run.tick(5);
      await run.finished();
      watch.follow(run);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    watch.follow(run);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const below = watch.below(plan);
    if (found === null) expect(below).toBeNull();
    else expect(below).toBeCloseTo(found, 5);
    // Cells are copied seldom, and of a run that rests once.
    const reads = changed.mock.calls.length;
    for (let k = 0; k < 5; k++) {
      watch.follow(run);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(changed.mock.calls.length).toBe(reads);
    expect(changed.mock.calls.length).toBeLessThan(10);
    expect(changed.mock.calls.length > 0).toBe(minimum !== undefined && minimum > -0.4);
    run.destroy();
  });
});

it('a search is, before any trajectory', () => {
  const [plan, other] = [planOf(1), planOf(-2)];
  const watch = new LeastLossWatch(() => {});
  expect(watch.below(plan)).toBeNull();
  for (const { objective } of [plan, other]) learnMinima(asFormula(objective), [{ at: [0, 0], value: -0.5 }]);
  expect([watch.below(plan), watch.below(other)]).toEqual([-0.5, null]);
});
