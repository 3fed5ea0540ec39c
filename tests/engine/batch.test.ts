import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/index.ts';
import { planExperiment } from '../../src/experiment/index.ts';
import { openTestEngine } from '../support/engine.ts';
import { compareWithOracle } from '../support/engine-oracle.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.destroy());

const line = {
  formula: 'mean((a*X + b - Y)^2) + 0.01*a^2',
  parameters: ['a', 'b'],
  data: { X: [-1.5, -0.7, 0.2, 0.9, 2.1], Y: [-2, 0.3, 1.4, 0.9, 3.3] },
};
test('oracle', async () => {
  const plan = planExperiment({
    objective: line,
    optimizers: [
      { name: 'adam', lr: 0.02 },
      { name: 'momentum', lr: 0.02 },
    ],
    grid: { x: { vary: 'batch', from: 1, to: 9, count: 5 }, y: { vary: 'a', from: -2, to: 2, count: 3 } },
    start: { b: 0.5 },
  });
  const compared = await compareWithOracle(engine, plan, [1, 20, 60]);
  expect(compared.flatMap(({ failures }) => failures)).toEqual([]);
});
