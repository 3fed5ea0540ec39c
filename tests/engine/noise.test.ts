import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { normal } from '../../src/catalogue/index.ts';
import type { Engine } from '../../src/engine/index.ts';
import { traceOf } from '../../src/engine/index.ts';
import { type ExperimentInput, planExperiment } from '../../src/experiment/index.ts';
import { openTestEngine } from '../support/engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.destroy());

/**
 * What float32 may change in a draw: 2π·turn is rounded twice (4.1e-7 at the most), the cosine is 1.2e-7 off, and the radius, which the error is
 * multiplied with, stays below 5.8.
 */
const TOLERANCE = 3.2e-6;
const SIDE = 64;

/** On a flat objective plain descent at rate 1 steps by the noise alone. */
const flat = (seed: number): ExperimentInput => ({
  objective: { formula: '0*x + 0*y + 0*z', parameters: ['x', 'y', 'z'] },
  optimizers: [{ name: 'sgd', lr: 1 }],
  grid: { x: { vary: 'x', from: 0, to: 0, count: SIDE }, y: { vary: 'y', from: 0, to: 0, count: SIDE } },
  start: { z: 0 },
  noise: 1,
  steps: 400,
  seed,
});

describe.each([0, 1, 0xffffffff])('seed %i', (seed) => {
  test('every cell draws what noise.ts draws', async () => {
    const population = await engine.populate(planExperiment(flat(seed)));
    population.advance(1);
    const { theta } = await population.cells(0);
    population.destroy();
    const failures: string[] = [];
    theta.forEach((values, parameter) => {
      values.forEach((value, cell) => {
        const expected = -normal(seed, cell, 1, parameter);
        if (Math.abs(value - expected) <= TOLERANCE) return;
        failures.push(`[${cell}], parameter ${parameter}: got ${value}, expected ${expected}`);
      });
    });
    expect(failures.slice(0, 10)).toEqual([]);
    expectNormal(theta.flatMap((values) => [...values]));
  });

  test('every step draws what noise.ts draws', async () => {
    const cell = [5, 63] as const;
    const { rows } = await traceOf(engine, planExperiment(flat(seed)), 0, cell);
    const draws = rows.slice(1).flatMap(({ u, step }) => {
      u.forEach((value, parameter) => {
        const expected = normal(seed, cell[1] * SIDE + cell[0], step, parameter);
        expect(Math.abs(value - expected), `step ${step}: got ${value}, expected ${expected}`).toBeLessThan(TOLERANCE);
      });
      return [...u];
    });
    expectNormal(draws);
  });
});

test('noise along an axis is that many standard deviations', async () => {
  const plan = planExperiment({
    ...flat(3),
    grid: { x: { vary: 'noise', from: 0, to: 4, count: 5 }, y: { vary: 'x', from: 0, to: 0, count: 3 } },
    start: { y: 0, z: 0 },
  });
  const population = await engine.populate(plan);
  population.advance(1);
  const { theta } = await population.cells(0);
  population.destroy();
  theta.forEach((values, parameter) => {
    values.forEach((value, cell) => {
      const noise = cell % 5;
      expect(Math.abs(value + noise * normal(3, cell, 1, parameter))).toBeLessThanOrEqual(noise * TOLERANCE);
    });
  });
});

/** Mean, variance, skewness and kurtosis within five standard errors. */
function expectNormal(draws: readonly number[]): void {
  const moment = (power: number) => draws.reduce((sum, value) => sum + value ** power, 0) / draws.length;
  const error = 5 / Math.sqrt(draws.length);
  expect(Math.abs(moment(1))).toBeLessThan(error);
  expect(Math.abs(moment(2) - 1)).toBeLessThan(Math.sqrt(2) * error);
  expect(Math.abs(moment(3))).toBeLessThan(Math.sqrt(15) * error);
  expect(Math.abs(moment(4) - 3)).toBeLessThan(Math.sqrt(96) * error);
}
