import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantile, sortedWhere } from '../../../src/cli/quantiles.ts';
import { formatReport } from '../../../src/cli/report.ts';
import { summarise } from '../../../src/cli/summary.ts';
import { planExperiment } from '../../../src/experiment/index.ts';
import { FakeEngine, fakeCells } from '../../support/cli.ts';

test("quantiles are NumPy's", () => {
  const sorted = [1, 2, 4, 8];
  expect([0, 0.25, 0.5, 0.95, 1].map((p) => quantile(sorted, p))).toEqual(
    [1, 1.75, 3, 7.4, 8].map((x) => expect.closeTo(x, 14)),
  );
  expect(quantile([3], 0.95)).toBe(3);
  expect(quantile([], 0.5)).toBeNaN();
});

test('a quantile has its share of the values below it', () => {
  fc.assert(
    fc.property(
      fc.float32Array({ minLength: 1, maxLength: 200, noNaN: true, noDefaultInfinity: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, p) => {
        const sorted = sortedWhere(values, () => true);
        const q = quantile(sorted, p);
        const below = values.filter((value) => value < q).length;
        const above = values.filter((value) => value > q).length;
        expect(below).toBeLessThanOrEqual(Math.ceil(p * (values.length - 1)));
        expect(above).toBeLessThanOrEqual(Math.ceil((1 - p) * (values.length - 1) + 1e-9));
      },
    ),
  );
});

const plan = planExperiment({
  objective: 'sphere',
  optimizers: [{ name: 'sgd' }],
  grid: { x: { vary: 'x', from: -1, to: 1, count: 6 }, y: { vary: 'lr', from: 1e-3, to: 1, count: 2 } },
});

test('sums up twelve cells, two of each outcome', () => {
  const summary = summarise(plan, 0, fakeCells(plan, 1000));
  expect(summary).toEqual({
    optimizer: 'SGD',
    cells: 12,
    outcomes: { converged: 2, saddle: 2, flat: 2, oscillating: 2, crawling: 2, diverged: 2 },
    // Cells 5 and 11 have diverged; 0–4 and 6–10 remain.
    median_loss: 5 / 8,
    loss_95: expect.closeTo(9.55 / 8, 14),
    median_gradient_norm: 5 / 4,
    arrived: 4,
    median_steps_to_target: 45,
  });
});

test('where all have diverged, there are no quantiles', () => {
  const cells = {
    ...fakeCells(plan, 1000),
    outcome: new Uint8Array(12).fill(5),
    arrivedAt: new Int32Array(12).fill(-1),
  };
  const summary = summarise({ ...plan, target: null }, 0, cells);
  expect(summary).toMatchObject({ median_loss: null, loss_95: null, median_gradient_norm: null, arrived: null });
  const reason = 'Nothing else was there.';
  const performance = { device: new FakeEngine().device, reason, starting: 0.5, stepping: 2, whole: 4 };
  expect(formatReport({ ...plan, target: null }, [summary], performance)).toBe(
    [
      'optimizer  diverged  median loss  95 % loss  median |∇|  arrived  median steps',
      'SGD           100 %            –          –           –        –             –',
      '12 cells × 1 × 1,000 steps in 2.0 s on the CPU engine (fake): 6000 particle-steps/s.',
      'In all 4.0 s: 0.500 s to start, 2.0 s of steps, 1.5 s for the results.',
      reason,
      '',
    ].join('\n'),
  );
});
