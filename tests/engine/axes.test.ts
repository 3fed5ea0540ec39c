import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/index.ts';
import { layKnobs } from '../../src/engine/knobs.ts';
import { type ExperimentInput, planExperiment } from '../../src/experiment/index.ts';
import { openTestEngine } from '../support/engine.ts';
import { compareWithOracle } from '../support/engine-oracle.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.destroy());

const log = (vary: string, from: number, to: number) => ({ vary, from, to, count: 4, scale: 'log' as const });
const even = (vary: string, from: number, to: number) => ({ vary, from, to, count: 4 });

interface Case {
  readonly optimizer: ExperimentInput['optimizers'][number];
  readonly x: ReturnType<typeof even>;
  readonly y: ReturnType<typeof even>;
  /** Whether a value that is computed once depends on both: it then differs from cell to cell. */
  readonly together?: true;
}

const cosine = { name: 'cosine', T_max: 60 };

/** What axes may vary, alone and together. */
const CASES: readonly Case[] = [
  { optimizer: { name: 'adam' }, x: even('beta1', 0, 0.95), y: log('lr', 1e-3, 0.1) },
  { optimizer: { name: 'adam', lr: 0.02 }, x: even('beta2', 0.5, 0.999), y: log('eps', 1e-8, 1) },
  { optimizer: { name: 'momentum' }, x: log('lr', 1e-4, 2e-3), y: even('noise', 0, 3) },
  { optimizer: { name: 'nesterov', lr: 1e-3 }, x: even('noise', 0, 2), y: even('momentum', 0, 0.9) },
  { optimizer: { name: 'adamw' }, x: even('x', -3, 3.1), y: log('weight_decay', 1e-3, 1) },
  { optimizer: { name: 'rmsprop' }, x: even('y', -3, 3.1), y: even('x', -2.7, 3) },
  { optimizer: { name: 'lion', lr: 0.01 }, x: even('start.y', -3, 3.1), y: even('beta2', 0.5, 0.99) },
  {
    optimizer: { name: 'sgd', schedule: cosine },
    x: even('schedule.warmup', 0, 30),
    y: log('lr', 1e-4, 1e-2),
  },
  {
    optimizer: { name: 'sgd', schedule: cosine },
    x: log('lr', 1e-3, 1e-2),
    y: log('schedule.eta_min', 1e-4, 1e-3),
    together: true,
  },
  { optimizer: { name: 'rprop' }, x: log('lr', 1e-3, 0.1), y: log('step_min', 1e-6, 1e-2), together: true },
  {
    optimizer: { name: 'sgd', lr: 3e-3, schedule: { name: 'multi-step', milestones: [10, 40] } },
    x: even('schedule.milestones.0', 5, 35),
    y: even('schedule.gamma', 0.1, 1),
  },
  {
    optimizer: { rules: ['clip-norm', { formula: 'u = u*(1 + k*t)', hyperparameters: { k: 0 } }], lr: 0.01 },
    x: log('max_norm', 0.1, 10),
    y: even('k', -0.01, 0.1),
  },
];

describe('axes over', () => {
  test.each(CASES.map((each) => [`${each.x.vary} × ${each.y.vary}`, each] as const))('%s', async (_, each) => {
    const plan = planExperiment({
      objective: 'himmelblau',
      optimizers: [each.optimizer],
      grid: { x: each.x, y: each.y },
      start: { x: 1.7, y: -1.1 },
      steps: 80,
      seed: 12,
    });
    const { counts } = layKnobs(plan, 0);
    expect(counts.cell > 0).toBe(each.together === true);
    expect(counts.column + counts.cell).toBeGreaterThan(0);
    expect(counts.row + counts.cell).toBeGreaterThan(0);
    const [{ compared, failures }] = await compareWithOracle(engine, plan, [1, 7, 80]);
    expect(failures).toEqual([]);
    expect(compared).toBeGreaterThan(40);
  });

  test('one parameter, and five', async () => {
    const rosenbrock = ['a', 'b', 'c', 'd', 'f'];
    const terms = rosenbrock
      .slice(1)
      .map((next, i) => `100*(${next} - ${rosenbrock[i]}^2)^2 + (1 - ${rosenbrock[i]})^2`);
    for (const objective of [
      { formula: 'x^4 - 3*x^2 + x', parameters: ['x'] },
      { formula: terms.join(' + '), parameters: rosenbrock },
    ]) {
      const plan = planExperiment({
        objective,
        optimizers: [
          { name: 'adam', lr: 0.02 },
          { name: 'sgd', lr: 3e-4 },
          { name: 'prodigy', lr: 0.1 },
        ],
        grid: { x: { vary: objective.parameters[0], from: -1.3, to: 1.4, count: 3 }, y: log('lr', 1e-4, 1e-2) },
        start: objective.parameters.length > 1 ? { b: 0.4, c: -0.2, d: 0.9, f: 1.1 } : {},
        steps: 100,
      });
      for (const { compared, failures } of await compareWithOracle(engine, plan, [1, 10, 100])) {
        expect(failures).toEqual([]);
        expect(compared).toBeGreaterThan(30);
      }
    }
  });
});
