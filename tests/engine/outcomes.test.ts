import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eigenvalues } from '../../src/analysis/eigen.ts';
import { hessianOf } from '../../src/analysis/hessian.ts';
import { type CellTable, type Engine, OUTCOMES, type Outcome } from '../../src/engine/index.ts';
import { asFormula, type ExperimentInput, type Plan, planExperiment } from '../../src/experiment/index.ts';
import { withAxes } from '../support/axes.ts';
import { openTestEngine } from '../support/engine.ts';
import { drive } from '../support/engine-bits.ts';
import { compareLandmarks } from '../support/engine-landmarks.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.destroy());

/** The first optimizer's cells after all steps, measured on the way as a run does. */
async function run(plan: Plan): Promise<CellTable> {
  const population = await engine.populate(plan);
  await drive(population, plan.steps, () => Number.POSITIVE_INFINITY);
  const table = await population.cells(0);
  population.destroy();
  return table;
}

const single = (parameter: string, at: number) => ({ x: { vary: parameter, from: at } });
const sgd = (lr: number) => [{ name: 'sgd', lr }];

describe('what a known system comes to', () => {
  const CASES: readonly (readonly [what: string, outcome: Outcome, experiment: ExperimentInput])[] = [
    ['a bowl', 'converged', { objective: 'quadratic', optimizers: sgd(0.05), steps: 400, target: null }],
    [
      'a bowl whose target is high',
      'converged',
      { objective: 'quadratic', optimizers: sgd(1e-3), steps: 8, target: 1e6 },
    ],
    ['a bowl, too fast', 'diverged', { objective: 'quadratic', optimizers: sgd(0.0801), steps: 8000 }],
    [
      'a saddle, started exactly on its ridge',
      'saddle',
      { objective: 'hyperbolic-saddle', optimizers: sgd(0.1), start: { y: 0 }, grid: single('x', 1.5), steps: 200 },
    ],
    [
      'a saddle, left on its falling side',
      'diverged',
      { objective: 'hyperbolic-saddle', optimizers: sgd(0.1), start: { y: 1e-3 }, grid: single('x', 1.5), steps: 400 },
    ],
    [
      'a saddle between two wells',
      'saddle',
      { objective: 'bounded-saddle', optimizers: sgd(0.1), start: { y: 1.5 }, grid: single('x', 0), steps: 300 },
    ],
    [
      'a plain around a hole',
      'flat',
      { objective: 'easom', optimizers: sgd(0.1), start: { x: -9, y: -9 }, grid: single('x', -9), steps: 100 },
    ],
    [
      'a monkey saddle',
      'flat',
      { objective: 'monkey-saddle', optimizers: sgd(0.01), start: { x: 0, y: 0 }, grid: single('x', 0) },
    ],
    [
      "the lecture's root of the squared error, from wall to wall",
      'oscillating',
      { objective: 'ravine-root', optimizers: sgd(1e-2), start: { b: -120, w: -4 }, grid: single('b', -120) },
    ],
    [
      "the lecture's cone, from wall to wall",
      'oscillating',
      { objective: 'cone', optimizers: sgd(1e-2), start: { x: 7, y: -6 }, grid: single('x', 7) },
    ],
    [
      "the lecture's squared error, far too slowly",
      'crawling',
      { objective: 'ravine', optimizers: sgd(1e-7), start: { b: -120, w: -4 }, grid: single('b', -120) },
    ],
    [
      'high up an exponential, far too slowly',
      'crawling',
      {
        objective: { formula: 'exp(-100*x)', parameters: ['x'] },
        optimizers: sgd(1e-9),
        grid: single('x', -0.04),
        steps: 100,
      },
    ],
    [
      'a slope, with steps that have become too short to leave the position',
      'crawling',
      {
        objective: 'himmelblau',
        optimizers: [{ name: 'sgd', lr: 1e-3, schedule: { name: 'exponential', gamma: 0.9 } }],
        start: { x: 1, y: 1 },
        grid: single('x', 1),
        steps: 1000,
      },
    ],
    [
      'a bent valley, far too slowly',
      'crawling',
      { objective: 'rosenbrock', optimizers: sgd(1e-5), start: { x: -1.2, y: 1 }, grid: single('x', -1.2) },
    ],
  ];

  test.each(CASES)('%s: %s', async (_, outcome, experiment) => {
    const defaults = { grid: single('x', 3) };
    const { outcome: codes } = await run(planExperiment({ ...defaults, ...experiment }));
    expect(OUTCOMES[codes[0]]).toBe(outcome);
  });
});

/** A formula on a square or cube of a width around 0. */
const on = (width: number, formula: string, parameters = ['x', 'y']): ExperimentInput['objective'] => ({
  formula,
  parameters,
  domain: parameters.map((): [number, number] => [-width / 2, width / 2]),
});
const plane = (x: readonly [number, number], y: readonly [number, number], count = 6) => ({
  x: { vary: 'x', from: x[0], to: x[1], count },
  y: { vary: 'y', from: y[0], to: y[1], count },
});

describe('ends on a floor of minima that is bent are all flat', () => {
  // In the last row the floor lies where a position's last digit is as large as what is left of the way to it.
  const FLOORS: readonly (readonly [what: string, rate: number, experiment: Partial<ExperimentInput>])[] = [
    ['a ring', 0.01, { objective: on(4, '(x^2 + y^2 - 1)^2') }],
    ['a ring, lower', 100, { objective: on(4, '1e-4*(x^2 + y^2 - 1)^2'), outcomes: { gradient: 1e-9 } }],
    ['a ring, higher', 1e-8, { objective: on(4, '1e6*(x^2 + y^2 - 1)^2') }],
    ['a ring under a root', 0.005, { objective: on(4, 'sqrt(1 + (x^2 + y^2 - 1)^2)') }],
    ['two hyperbolas', 0.01, { objective: on(6, '(x*y - 1)^2'), grid: plane([0.6, 1.8], [0.5, 1.9]) }],
    ['a parabola', 0.01, { objective: on(4, '(y - x^2)^2'), grid: plane([-1.2, 1.3], [-0.5, 1.7]) }],
    [
      'the rings of the drop wave',
      0.002,
      { objective: 'drop-wave', target: null, grid: plane([0.6, 1.9], [0.2, 2.1]) },
    ],
    ['a sphere', 0.01, { objective: on(4, '(x^2 + y^2 + z^2 - 1)^2', ['x', 'y', 'z']), start: { z: 0.4 } }],
    [
      'a ring in space, thirty times as steep along its axis',
      0.015,
      { objective: on(4, '(sqrt(x^2 + y^2) - 1)^2 + 30*z^2', ['x', 'y', 'z']), start: { z: 0.3 } },
    ],
    [
      'a ring far from 0',
      0.01,
      {
        objective: {
          formula: '((x - 100)^2 + (y - 50)^2 - 1)^2',
          domain: [
            [98, 102],
            [48, 52],
          ],
        },
        grid: plane([99.3, 101.1], [49.2, 50.9]),
      },
    ],
  ];

  test.each(FLOORS)('%s', async (_, rate, experiment) => {
    const sides = new Set<number>();
    const seen: string[] = [];
    for (const { name, lr } of [
      { name: 'sgd', lr: rate },
      { name: 'signsgd', lr: 0.001 },
    ]) {
      const plan = planExperiment({
        optimizers: [{ name, lr }],
        grid: plane([-1.3, 1.4], [-1.1, 1.5]),
        steps: 400,
        ...experiment,
      } as ExperimentInput);
      const { outcome, theta } = await run(plan);
      const hessianAt = hessianOf(asFormula(plan.objective));
      for (const [cell, code] of outcome.entries()) {
        const told = OUTCOMES[code];
        if (told === 'oscillating' || told === 'crawling') continue;
        const values = eigenvalues(hessianAt(theta.map((column) => column[cell])));
        const [least, largest] = [values[0], values[values.length - 1]];
        if (Math.abs(least) > 1e-6 * largest) sides.add(Math.sign(least));
        if (told !== 'flat') seen.push(`${name}, cell ${cell}: ${told}, eigenvalues ${values}`);
        else seen.push('flat');
      }
    }
    expect(seen.filter((told) => told !== 'flat')).toEqual([]);
    expect(seen.length).toBeGreaterThan(50);
    // The gradient that is left bends the surface to either side, by more than what counts as 0 where it is.
    expect([...sides].sort()).toEqual([-1, 1]);
  });
});

describe('ends that only look like those of a bent floor', () => {
  const CASES: readonly (readonly [what: string, outcome: Outcome, experiment: Partial<ExperimentInput>])[] = [
    [
      'a saddle that falls ten thousand times as gently as it rises, beside its ridge',
      'saddle',
      { objective: on(4, 'x^2 - 1e-4*y^2'), optimizers: sgd(1e-9), grid: plane([-2e-3, 2e-3], [-2e-3, 2e-3]) },
    ],
    [
      'such a saddle, turned',
      'saddle',
      {
        objective: on(4, '(x + y)^2 - 1e-4*(x - y)^2'),
        optimizers: sgd(1e-9),
        grid: plane([-1e-3, 1e-3], [-1e-3, 1e-3]),
      },
    ],
    [
      'a saddle whose gentle side bends',
      'saddle',
      { objective: on(4, 'x^2 - 0.01*y^2 + x*y^2'), optimizers: sgd(1e-9), grid: plane([-5e-4, 5e-4], [-1e-4, 1e-4]) },
    ],
    [
      'a bowl ten thousand times as steep along x, beside its valley',
      'converged',
      { objective: on(4, 'x^2 + 1e-4*y^2'), optimizers: sgd(1e-9), grid: plane([-2e-3, 2e-3], [-2e-3, 2e-3]) },
    ],
    [
      'the minimum in a valley that is bent, beside the valley',
      'converged',
      {
        objective: on(4, '1e-3*(1 - x)^2 + (y - x^2)^2'),
        optimizers: sgd(1e-9),
        grid: plane([0.9998, 1.0002], [1.0025, 1.004]),
        outcomes: { distance: 0.02 },
      },
    ],
    [
      'a bowl of fourth order',
      'converged',
      { objective: on(4, 'x^4 + y^2'), optimizers: sgd(1e-9), grid: plane([2e-3, 8e-3], [-2e-3, 2e-3]) },
    ],
    [
      'a monkey saddle, beside its middle',
      'saddle',
      { objective: 'monkey-saddle', optimizers: sgd(1e-9), grid: plane([-2e-3, 1e-3], [-1e-3, 2e-3]) },
    ],
  ];
  test.each(CASES)('%s: %s', async (_, outcome, experiment) => {
    const plan = planExperiment({ steps: 200, ...experiment } as ExperimentInput);
    const { outcome: codes } = await run(plan);
    expect(Array.from(codes, (code) => OUTCOMES[code])).toEqual(new Array(plan.cells).fill(outcome));
  });
});

describe('which minimum is found', () => {
  test("Himmelblau's four, from a start near each", async () => {
    const plan = planExperiment({
      objective: 'himmelblau',
      optimizers: sgd(0.01),
      grid: { x: { vary: 'x', from: 0 }, y: { vary: 'y', from: 0 } },
      steps: 300,
    });
    const { minima } = plan.objective;
    const [xs, ys] = [0, 1].map((p) => minima.map(({ at }, i) => at[p] + (i % 2 ? 0.2 : -0.2)));
    const table = await run(withAxes(plan, xs, ys));
    minima.forEach((_, i) => {
      const cell = i * minima.length + i;
      expect(OUTCOMES[table.outcome[cell]]).toBe('converged');
      expect(table.minimum[cell]).toBe(i);
    });
  });

  test('every converged cell has come to the nearest; the others to none', async () => {
    const domain = { x: { vary: 'x', from: -5, to: 5, count: 12 }, y: { vary: 'y', from: -5, to: 5, count: 12 } };
    const plan = planExperiment({ objective: 'himmelblau', optimizers: sgd(0.011), grid: domain, steps: 100 });
    const { outcome, minimum, theta } = await run(plan);
    const away = (cell: number, m: number) =>
      Math.hypot(...plan.objective.minima[m].at.map((at, p) => theta[p][cell] - at));
    const found = new Set<number>();
    for (const cell of outcome.keys()) {
      if (OUTCOMES[outcome[cell]] !== 'converged') expect(minimum[cell]).toBe(-1);
      else {
        const order = [0, 1, 2, 3].sort((a, b) => away(cell, a) - away(cell, b));
        expect(minimum[cell], `cell ${cell} at ${theta.map((values) => values[cell])}`).toBe(order[0]);
        found.add(order[0]);
      }
    }
    expect(found.size).toBe(4);
  });
});

describe('steps of divergence and arrival, and the best loss, are the oracle’s', () => {
  const STEPS = 300;
  const rates = (from: number, to: number) => ({ vary: 'lr', from, to, count: 12, scale: 'log' as const });
  const CASES: Readonly<Record<string, ExperimentInput>> = {
    'SGD on a quadratic': {
      objective: 'quadratic',
      optimizers: sgd(0.01),
      grid: { x: rates(5e-3, 3), y: { vary: 'x', from: -4, to: 3.5, count: 6 } },
      start: { y: 1.3 },
    },
    'SGD on Rosenbrock': {
      objective: 'rosenbrock',
      optimizers: sgd(0.01),
      grid: { x: rates(1e-4, 1), y: { vary: 'y', from: -0.7, to: 2.6, count: 6 } },
      start: { x: -0.9 },
      target: 0.05,
    },
    'momentum on Himmelblau': {
      objective: 'himmelblau',
      optimizers: [{ name: 'momentum' }],
      grid: { x: rates(1e-4, 0.3), y: { vary: 'y', from: -4, to: 4.5, count: 6 } },
      start: { x: 1.1 },
    },
    'Adam on Beale': {
      objective: 'beale',
      optimizers: [{ name: 'adam' }],
      grid: { x: rates(1e-3, 2), y: { vary: 'y', from: -1.2, to: 2, count: 6 } },
      start: { x: 1.4 },
    },
    'Adam leaving a small circle': {
      objective: 'himmelblau',
      optimizers: [{ name: 'adam' }],
      grid: { x: rates(1e-2, 5), y: { vary: 'y', from: -2, to: 2, count: 6 } },
      start: { x: 0.3 },
      outcomes: { escape: 4 },
    },
  };
  test.each(Object.entries(CASES))('%s', async (_, experiment) => {
    const plan = planExperiment({ ...experiment, steps: STEPS });
    const { told, diverged, arrived, failures } = compareLandmarks(plan, 0, await run(plan));
    expect(failures).toEqual([]);
    expect(told).toBeGreaterThan(0.9 * 2 * plan.cells);
    expect(diverged + arrived).toBeGreaterThan(0.2 * plan.cells);
  });
});
