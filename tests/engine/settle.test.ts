import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eigensystem } from '../../src/analysis/eigen.ts';
import type { Engine, Settled, SettleOptions } from '../../src/engine/index.ts';
import { spread } from '../../src/engine/spread.ts';
import { asFormula, type ExperimentInput, type Plan, planExperiment } from '../../src/experiment/index.ts';
import { interpret } from '../../src/formula/index.ts';
import { ENGINE, openTestEngine } from '../support/engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.destroy());

const planOf = (objective: ExperimentInput['objective']) =>
  planExperiment({ objective, optimizers: [{ name: 'sgd' }] });

/** Value, gradient and Hessian in float64, in the units of a call. */
function jetIn(plan: Plan, units: readonly number[]) {
  const { graph, inputs, loss, gradient, hessian } = asFormula(plan.objective).compiled;
  const n = inputs.length;
  const program = interpret(graph, [loss, ...gradient, ...hessian.flat()], inputs);
  return (at: ArrayLike<number>) => {
    const values = program.run(at);
    return {
      loss: values[0],
      gradient: units.map((unit, i) => values[1 + i] * unit),
      hessian: units.map((row, i) => units.map((column, j) => values[1 + n + i * n + j] * row * column)),
    };
  };
}

const sum = (terms: readonly number[]) => terms.reduce((total, term) => total + term, 0);
const times = (matrix: readonly (readonly number[])[], v: readonly number[]) =>
  matrix.map((row) => sum(row.map((entry, j) => entry * v[j])));

/** Objectives of several sizes, with starts all over them and the units of their domains. */
const CASES: Readonly<Record<string, { plan: Plan; starts: readonly number[][]; options: SettleOptions }>> = {
  'one parameter': of({ formula: 'sin(3*x) + x^2/8', parameters: ['x'] }, 6, 0.5),
  himmelblau: of('himmelblau', 9, 0.3),
  'a network of seven': of({ network: { widths: [1, 2, 1], data: { name: 'sinc', rows: 12 } } }, 5, 0.2),
  // Adapters compile so many parameters for a minute.
  ...(ENGINE === 'cpu' && {
    'a network of 45': of({ network: { widths: [2, 11, 1], loss: 'logistic', data: 'spirals', l2: 0.01 } }, 3, 0.2),
  }),
};

function of(objective: ExperimentInput['objective'], count: number, longest: number) {
  const plan = planOf(objective);
  const { domain } = plan.objective;
  const starts = Array.from({ length: count }, (_, k) => spread(k, domain).map(Math.fround));
  return { plan, starts, options: { iterations: 80, longest, units: domain.map(([low, high]) => high - low) } };
}

describe.each(Object.entries(CASES))('%s', (_, { plan, starts, options }) => {
  const jet = jetIn(plan, options.units);
  let ends: Settled[];
  beforeAll(async () => {
    ends = await engine.settle(plan, starts, options);
  });

  test('the first step is that of the eigenvalues: −U·(L/(L² + μ))·Uᵀ·g, no longer than asked for', async () => {
    const first = await engine.settle(plan, starts, { ...options, iterations: 1 });
    let moved = 0;
    first.forEach(({ theta, gradientNorm }, k) => {
      const { gradient, hessian } = jet(starts[k]);
      const { eigenvalues, eigenvectors } = eigensystem(hessian);
      const damping = 1e-3 * Math.max(...hessian.map((row) => sum(row.map((entry) => entry ** 2))));
      const along = [...eigenvalues].map((value, i) => {
        const part = sum(gradient.map((g, j) => g * eigenvectors[i][j]));
        return (-value / (value ** 2 + damping)) * part;
      });
      const step = gradient.map((_, j) => sum(along.map((part, i) => part * eigenvectors[i][j])));
      const shortened = Math.min(1, options.longest / Math.hypot(...step));
      const expected = step.map((part, j) => starts[k][j] + shortened * part * options.units[j]);
      const [before, after] = [gradient, jet(expected).gradient].map((g) => Math.hypot(...g));
      // Rounding errors decide where it hardly helps.
      if (Math.abs(after / before - 1) < 1e-3) return;
      if (after < before) moved++;
      const told = `start ${k}: got (${theta}), expected (${after < before ? expected : starts[k]})`;
      (after < before ? expected : starts[k]).forEach((value, j) => {
        expect(Math.abs(theta[j] - value), told).toBeLessThanOrEqual(2e-5 * options.units[j]);
      });
      expect(Math.abs(gradientNorm - Math.min(before, after)), told).toBeLessThanOrEqual(1e-3 * before);
    });
    expect(moved).toBeGreaterThan(0);
  });

  test('gradients never grow, and most vanish, those of many parameters more slowly', () => {
    const norms = starts.map((start) => Math.hypot(...jet(start).gradient));
    ends.forEach(({ gradientNorm }, k) => {
      expect(gradientNorm, `start ${k}`).toBeLessThanOrEqual(norms[k] * (1 + 1e-5));
    });
    const small = options.units.length < 10 ? 1e-4 : 0.3;
    const fallen = ends.filter(({ gradientNorm }, k) => gradientNorm < small * norms[k]);
    expect(fallen.length).toBeGreaterThan(starts.length / 2);
  });

  test('what is told of an end is so', () => {
    ends.forEach(({ theta, loss, gradientNorm, push, eigenvalues }, k) => {
      const at = jet(theta);
      const expected = eigensystem(at.hessian).eigenvalues;
      const largest = Math.max(...expected.map(Math.abs));
      // θ itself is rounded to float32.
      const rounding = largest * Math.hypot(...[...theta].map((value, i) => value / options.units[i])) * 3e-7;
      expect(Math.abs(loss - at.loss), `loss ${k}`).toBeLessThanOrEqual(1e-5 * (1e-3 + Math.abs(at.loss)));
      const norm = Math.hypot(...at.gradient);
      expect(Math.abs(gradientNorm - norm), `norm ${k}: got ${gradientNorm}, expected ${norm}`).toBeLessThanOrEqual(
        1e-5 * norm + 10 * rounding,
      );
      const pushed = Math.hypot(...times(at.hessian, at.gradient));
      expect(Math.abs(push - pushed), `push ${k}: got ${push}, expected ${pushed}`).toBeLessThanOrEqual(
        1e-4 * pushed + 10 * rounding * largest,
      );
      expected.forEach((value, i) => {
        const told = `run ${k}, eigenvalue ${i}: got ${eigenvalues[i]}, expected ${value}`;
        expect(Math.abs(eigenvalues[i] - value), told).toBeLessThanOrEqual(1e-5 * largest);
      });
    });
  });

  test('runs do not depend on their neighbours', async () => {
    const alone = await engine.settle(plan, starts.slice(2, 3), options);
    expect(alone).toEqual(ends.slice(2, 3));
  });
});

test('where the objective has no value, a run stays', async () => {
  const plan = planOf({ formula: 'log(x) - x + y^2', parameters: ['x', 'y'] });
  const [outside, inside] = await engine.settle(
    plan,
    [
      [-1, 0.5],
      [0.5, 0.5],
    ],
    { iterations: 20, longest: 0.3, units: [1, 1] },
  );
  expect([...outside.theta]).toEqual([-1, 0.5]);
  expect(inside.theta[0]).toBeCloseTo(1, 3);
  expect(inside.theta[1]).toBeCloseTo(0, 3);
  expect(outside.gradientNorm).toBe(Number.POSITIVE_INFINITY);
});

test('a slope without curvature, and none at all', async () => {
  const options = { iterations: 5, longest: 1, units: [1, 1] };
  const [slope] = await engine.settle(planOf({ formula: '3*x + 4*y', parameters: ['x', 'y'] }), [[1, 2]], options);
  expect([...slope.theta]).toEqual([1, 2]);
  expect(slope).toMatchObject({ loss: 11, gradientNorm: 5, push: 0 });
  expect(await engine.settle(planOf('himmelblau'), [], options)).toEqual([]);
});

test('a network that is no formula is refused', async () => {
  const plan = planOf({ network: { widths: [1, 16, 1], data: 'sinc' } });
  const settling = engine.settle(plan, [[...plan.start]], {
    iterations: 1,
    longest: 1,
    units: plan.start.map(() => 1),
  });
  await expect(settling).rejects.toThrow('a network of 49 parameters is no formula');
});
