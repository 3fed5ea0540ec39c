import { expect, test } from 'vitest';
import { simulate } from '../../src/engine/oracle.ts';
import { planExperiment } from '../../src/experiment/index.ts';
import { openTestEngine } from '../support/engine.ts';

test('batches of every lane’s own size have the bits of the float32 oracle', async () => {
  const plan = planExperiment({
    objective: {
      formula: 'mean((a*X + b - Y)^2) + sum(abs(X*b))/7',
      parameters: ['a', 'b'],
      data: { X: [-1.5, -0.7, 0.2, 0.9, 2.1, 0.4, -2.2], Y: [-2, 0.3, 1.4, 0.9, 3.3, -0.1, 0.8] },
    },
    optimizers: [
      { name: 'adam', lr: 0.02 },
      { name: 'nesterov', lr: 0.01 },
    ],
    grid: { x: { vary: 'batch', from: 1, to: 11, count: 11 }, y: { vary: 'lr', from: 0.001, to: 2, count: 3 } },
    start: { a: -1.1, b: 0.7 },
    seed: 5,
    steps: 66,
  });
  const engine = await openTestEngine('cpu');
  const population = await engine.populate(plan);
  for (const [from, to] of [
    [0, 1],
    [1, 17],
    [17, plan.steps],
  ]) {
    population.advance(to - from);
    for (const optimizer of plan.optimizers.keys()) {
      const { theta, divergedAt } = await population.cells(optimizer);
      for (let cell = 0; cell < plan.cells; cell++) {
        const rows = simulate(plan, optimizer, [cell % 11, Math.floor(cell / 11)], { precision: 'float32', steps: to });
        const last = rows[rows.length - 1];
        const said = `optimizer ${optimizer}, cell ${cell}, step ${to}`;
        expect(
          theta.map((values) => values[cell] + 0),
          said,
        ).toEqual([...last.theta].map((value) => value + 0));
        expect(divergedAt[cell], said).toBe(last.diverged ? last.step : -1);
      }
    }
  }
  engine.destroy();
});
