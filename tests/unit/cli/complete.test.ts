import { describe, expect, test } from 'vitest';
import { objectives, optimizers, schedules } from '../../../src/catalogue/index.ts';
import { completeExperiment } from '../../../src/cli/complete.ts';
import { type Plan, planExperiment } from '../../../src/experiment/index.ts';

/** What of a plan determines its run, as text. */
function determined(plan: Plan): string {
  const { experiment: _, objective, optimizers, ...rest } = plan;
  const plain = optimizers.map(({ label, rules, hyperparameters, update }) => ({
    label,
    rules: rules.map(({ formula }) => formula),
    values: [...hyperparameters].map(([name, { value: each }]) => [name, each]),
    states: update.states.map(({ name }) => name),
    eta: [...update.hyperparameters.keys()],
  }));
  return JSON.stringify({ ...rest, objective: { ...objective, compiled: undefined }, plain });
}

function expectSame(experiment: object): void {
  const plan = planExperiment(experiment);
  const complete = completeExperiment(plan);
  const again = planExperiment(complete);
  expect(determined(again)).toBe(determined(plan));
  expect(completeExperiment(again)).toEqual(complete);
}

describe('a completed experiment is the same experiment', () => {
  test.each(objectives.map(({ name }) => name))('objective %s', (objective) => {
    expectSame({ objective, optimizers: [{ name: 'sgd' }] });
  });

  test.each(
    optimizers.flatMap(({ name, flags = {} }) => [
      { name },
      ...Object.keys(flags).map((flag) => ({ name, [flag]: !flags[flag] })),
    ]),
  )('optimizer %j', (optimizer) => {
    expectSame({ objective: 'beale', optimizers: [optimizer] });
    expectSame({
      objective: 'beale',
      optimizers: [optimizer],
      grid: { x: { vary: 'lr', from: 1e-3, to: 1, count: 3 } },
    });
  });

  test.each(schedules.map(({ name }) => name))('schedule %s', (name) => {
    expectSame({ objective: 'beale', optimizers: [{ name: 'adam', schedule: { name } }] });
    expectSame({ objective: 'beale', optimizers: [{ name: 'adam', schedule: { name, warmup: 7 } }], steps: 50 });
  });

  test.each([
    { optimizers: [{ name: 'adam' }, { name: 'adam', lr: 0.1, label: 'A' }, { name: 'adam' }], seed: 7, noise: 0.5 },
    { optimizers: [{ name: 'sgd', momentum: 0.5, weight_decay: 0.1 }], target: null },
    { optimizers: [{ name: 'sgd' }], grid: { x: { vary: 'momentum', from: 0, to: 0.9, count: 4 } } },
    { optimizers: [{ name: 'sgd' }], grid: { x: { vary: 'schedule.warmup', from: 0, to: 10, count: 4 } } },
    { objective: 'linear-regression', optimizers: [{ name: 'sgd' }], batch: 3 },
    { optimizers: [{ name: 'sgd' }], grid: { x: { vary: 'noise', from: 0, to: 1, count: 2 } }, start: { x: 0.5 } },
    { optimizers: [{ name: 'sgd', schedule: { formula: 'lr/(1 + s)', warmup: 3 } }], outcomes: { escape: 50 } },
    {
      optimizers: [
        {
          rules: ['ema', { formula: 'u = k*u; m = m + 1', hyperparameters: { k: 2 }, state: { m: 0 } }],
          lr: 0.1,
          k: 3,
        },
      ],
    },
    { optimizers: [{ name: 'sgd', schedule: { name: 'multi-step', milestones: [5, 10, 15] } }], steps: 20 },
  ])('%j', (rest) => {
    expectSame({ objective: 'himmelblau', ...rest });
  });

  test.each([
    {},
    { grid: { x: { vary: 'network.seed', from: 3, to: 9, count: 7 } } },
    { grid: { x: { vary: 'network.scale', from: 0.5, to: 2, count: 3 } }, start: { w1_1_1: 0.5 } },
    {
      grid: { x: { vary: 'w1_2_1', from: -1, to: 1, count: 3 }, y: { vary: 'network.seed', from: 0, to: 1, count: 2 } },
    },
  ])('a network %j', (rest) => {
    const network = { widths: [2, 3, 1], data: { name: 'xor', noise: 0.1 }, loss: 'logistic', scale: 2, seed: 5 };
    expectSame({ objective: { network }, optimizers: [{ name: 'sgd' }], ...rest });
  });

  test('a typed objective with data', () => {
    const objective = { formula: 'mean((Y - a*X)^2)', parameters: ['a'], data: { X: [1, 2], Y: [2, 4] }, minimum: 0 };
    expectSame({ objective, optimizers: [{ name: 'sgd' }] });
  });
});
