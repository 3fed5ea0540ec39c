import { describe, expect, test } from 'vitest';
import { normal, optimizers } from '../../../src/catalogue/index.ts';
import { type OracleOptions, simulate } from '../../../src/engine/oracle.ts';
import { type ExperimentInput, planExperiment } from '../../../src/experiment/index.ts';

const run = (fields: Partial<ExperimentInput> = {}, options?: OracleOptions, cell: [number, number] = [0, 0]) => {
  const base = { objective: 'quadratic', optimizers: [{ name: 'sgd', lr: 0.05 }], start: { x: 2, y: -1 }, steps: 20 };
  return simulate(
    planExperiment({ ...base, grid: { x: { vary: 'noise', from: fields.noise ?? 0 } }, ...fields }),
    0,
    cell,
    options,
  );
};

describe('a row holds a step', () => {
  const rows = run({ noise: 0.3, seed: 5 });

  test('where it stands: θ moves by η·u, loss and gradient are those of θ', () => {
    expect(rows.length).toBe(21);
    for (const [i, { step, theta, loss, gradient, gradientNorm, eta, u }] of rows.entries()) {
      const [x, y] = theta;
      expect(step).toBe(i);
      expect(loss).toBeCloseTo((x * x + 25 * y * y) / 2, 13);
      expect([...gradient]).toEqual([x, 25 * y]);
      expect(gradientNorm).toBe(Math.hypot(x, 25 * y));
      expect(eta).toBe(i === 0 ? Number.NaN : 0.05);
      for (const k of [0, 1]) {
        const moved = i === 0 ? [2, -1][k] : rows[i - 1].theta[k] - eta * u[k];
        expect(theta[k]).toBeCloseTo(moved, 14);
      }
    }
    expect([...rows[0].u]).toEqual([Number.NaN, Number.NaN]);
  });

  test('the update is made from the gradient before, noise included', () => {
    for (const i of [1, 2, 20]) {
      for (const k of [0, 1]) {
        const g = rows[i - 1].gradient[k] + 0.3 * normal(5, 0, i, k);
        expect(rows[i].u[k]).toBeCloseTo(g, 13);
        expect(rows[i].effective[k]).toBeCloseTo(0.05, 13);
      }
    }
  });

  test('the effective rate is what plain descent would have needed', () => {
    const adam = run({ optimizers: [{ name: 'adam', lr: 0.1 }] });
    const { u, effective } = adam[7];
    expect(effective[0]).toBeCloseTo((0.1 * u[0]) / adam[6].gradient[0], 13);
    const valley = run({ start: { x: 2, y: 0 } });
    expect(valley[3].effective[1]).toBeNaN();
  });
});

describe('noise belongs to the cell', () => {
  const grid = { x: { vary: 'x', from: 2, to: 2, count: 2 }, y: { vary: 'y', from: -1, to: -1, count: 2 } };
  const endOf = (cell: [number, number], fields: Partial<ExperimentInput> = {}) => [
    ...(run({ grid, noise: 0.3, ...fields }, {}, cell).at(-1)?.theta ?? []),
  ];

  test('cell [i, j] of a grid draws as number j · columns + i', () => {
    const wide = { x: { ...grid.x, count: 3 }, y: grid.y };
    const [before, row] = run({ grid: wide, noise: 0.3, seed: 8 }, { steps: 1 }, [2, 1]);
    expect((row.u[1] - before.gradient[1]) / 0.3).toBeCloseTo(normal(8, 5, 1, 1), 12);
  });

  test('cells differ, runs and optimizers do not', () => {
    const ends = [endOf([0, 0]), endOf([1, 0]), endOf([0, 1]), endOf([1, 1])].map(String);
    expect(new Set(ends).size).toBe(4);
    expect(endOf([1, 1])).toEqual(endOf([1, 1]));
    expect(endOf([1, 1], { optimizers: [{ name: 'momentum', momentum: 0, lr: 0.05 }] })).toEqual(endOf([1, 1]));
    expect(endOf([1, 1], { seed: 1 })).not.toEqual(endOf([1, 1]));
  });
});

describe('divergence', () => {
  test.each([
    [
      'beyond the escape radius',
      { outcomes: { escape: 50 } },
      (row: { theta: Float64Array }) => Math.hypot(...row.theta) > 50,
    ],
    ['beyond the loss bound', { outcomes: { bound: 1e5 } }, (row: { loss: number }) => row.loss > 1e5],
  ] as const)('%s the row is kept and is the last', (_, outcomes, beyond) => {
    const rows = run({ optimizers: [{ name: 'sgd', lr: 0.1 }], steps: 200, ...outcomes });
    expect(rows.length).toBeLessThan(50);
    expect(rows.map((row) => beyond(row as never))).toEqual(rows.map((_, i) => i === rows.length - 1));
    expect(rows.map((row) => row.diverged)).toEqual(rows.map((_, i) => i === rows.length - 1));
  });

  test('no value counts as divergence', () => {
    const rows = run({
      objective: { formula: 'log(x) + y^2' },
      optimizers: [{ name: 'sgd', lr: 1 }],
      start: { x: 0.5, y: 0 },
    });
    expect(rows.map((row) => [row.theta[0], row.diverged])).toEqual([
      [0.5, false],
      [-1.5, true],
    ]);
  });
});

describe('options', () => {
  test('steps', () => {
    expect(run({}, { steps: 3 })).toEqual(run().slice(0, 4));
  });

  test('perturb changes the gradient that the update is made from', () => {
    const seen: [number, number, number][] = [];
    const perturb = (g: number, step: number, k: number) => {
      seen.push([g, step, k]);
      return 2 * g;
    };
    const rows = run({}, { steps: 2, perturb });
    expect(seen.slice(0, 2)).toEqual([
      [2, 1, 0],
      [-25, 1, 1],
    ]);
    expect([...rows[1].u]).toEqual([4, -50]);
    expect(seen.length).toBe(4);
  });
});

describe('float32', () => {
  test.each(optimizers.map((each) => [each.name]))('%s: every number is one, and near the float64 run', (name) => {
    const fields = { optimizers: [{ name }], start: { x: -1.2, y: 1 }, noise: 0.1, steps: 30 };
    const [single, double] = [run(fields, { precision: 'float32' }), run(fields)];
    single.forEach((row, i) => {
      const numbers = [...row.theta, row.loss, ...row.gradient, ...row.u, row.eta];
      expect(numbers.map(Math.fround)).toEqual(numbers);
      row.theta.forEach((value, k) => {
        expect(Math.abs(value - double[i].theta[k])).toBeLessThan(2e-3);
      });
    });
  });

  test('steps far below the last digit of θ are not lost', () => {
    const fields = {
      objective: { formula: 'x', parameters: ['x'] },
      start: { x: 4 },
      grid: { x: { vary: 'x', from: 4 } },
    };
    const rows = run({ ...fields, optimizers: [{ name: 'sgd', lr: 1e-9 }], steps: 10_000 }, { precision: 'float32' });
    expect(Math.fround(4 - 1e-9)).toBe(4);
    expect(rows.at(-1)?.theta[0]).toBeCloseTo(4 - 1e-5, 6);
    expect(rows.at(-1)?.theta[0]).toBeLessThan(4 - 0.9e-5);
  });

  test('near 0 θ is as fine as floats are there, however far the start', () => {
    const rows = run(
      { optimizers: [{ name: 'sgd', lr: 0.03 }], start: { x: 2, y: -1.7 }, steps: 1500 },
      { precision: 'float32' },
    );
    const exact = run({ optimizers: [{ name: 'sgd', lr: 0.03 }], start: { x: 2, y: -1.7 }, steps: 1500 });
    for (const step of [300, 600, 1000]) {
      expect(rows[step].theta[0] / exact[step].theta[0]).toBeCloseTo(1, 3);
    }
    expect(rows[1000].theta[0]).toBeLessThan(1e-12);
  });
});
