import { describe, expect, it, test } from 'vitest';
import { Replay } from '../../../src/analysis/replay.ts';
import { kindOf } from '../../../src/analysis/rule-kinds.ts';
import { optimizers } from '../../../src/catalogue/index.ts';
import type { TraceRow } from '../../../src/engine/index.ts';
import { simulate } from '../../../src/engine/oracle.ts';
import {
  type ExperimentInput,
  type OptimizerInput,
  planExperiment,
  readExperiment,
} from '../../../src/experiment/index.ts';
import { layeredPlan } from '../../support/layered-plan.ts';

const STEPS = 25;

/** What every step of an optimizer on a bowl is made of, beside the oracle's own rows. */
function parts(optimizer: OptimizerInput, fields: Partial<ExperimentInput> = {}) {
  const plan = planExperiment({
    objective: 'rosenbrock',
    optimizers: [optimizer],
    grid: { x: { vary: 'lr', from: 1e-3, to: 2e-3, count: 3 } },
    start: { x: -1.2, y: 1 },
    steps: STEPS,
    ...fields,
  });
  const rows = simulate(plan, 0, [1, 0]);
  const replay = new Replay(plan, 0, [1, 0]);
  const steps = rows.slice(0, -1).map((row) => {
    const { g, m, sigma, u, eta } = replay.after(row as unknown as TraceRow);
    return { g: [...g], m: [...m], sigma: [...sigma], u: [...u], eta };
  });
  return { rows, replay, steps };
}

/** Compares what a replay tells of one parameter, step by step, with a formula written by hand. */
function expectSteps(
  { steps }: ReturnType<typeof parts>,
  name: 'm' | 'sigma',
  byHand: (g: readonly number[], step: number) => number,
) {
  for (let k = 0; k < STEPS; k++) {
    for (const parameter of [0, 1]) {
      const gradients = steps.slice(0, k + 1).map(({ g }) => g[parameter]);
      const [found, expected] = [steps[k][name][parameter], byHand(gradients, k + 1)];
      expect(found / expected, `${name} of step ${k + 1}: ${found}, expected ${expected}`).toBeCloseTo(1, 11);
    }
  }
}

const averaged = (beta: number, values: readonly number[]) =>
  values.reduce((average, value) => beta * average + (1 - beta) * value, 0);
const squares = (g: readonly number[]) => g.map((value) => value ** 2);

test('Adam: m̂ = m/(1 − β₁ᵗ), σ = √v̂ + ε', () => {
  const found = parts({ name: 'adam', beta1: 0.8, beta2: 0.95 });
  expectSteps(found, 'm', (g, t) => averaged(0.8, g) / (1 - 0.8 ** t));
  expectSteps(found, 'sigma', (g, t) => Math.sqrt(averaged(0.95, squares(g)) / (1 - 0.95 ** t)) + 1e-8);
});

test('RMSProp: no m but the gradient, σ = √v + ε', () => {
  const found = parts({ name: 'rmsprop', alpha: 0.9 });
  expect([found.replay.hasMomentum, found.replay.hasScale]).toEqual([false, true]);
  expectSteps(found, 'm', (g) => g.at(-1) as number);
  expectSteps(found, 'sigma', (g) => Math.sqrt(averaged(0.9, squares(g))) + 1e-8);
});

test('heavy ball: m = Σ μᵏ g, no σ', () => {
  const found = parts({ name: 'momentum', momentum: 0.7, lr: 1e-4 }, { grid: {} });
  expect([found.replay.hasMomentum, found.replay.hasScale]).toEqual([true, false]);
  expectSteps(found, 'm', (g) => g.reduce((ball, value) => 0.7 * ball + value, 0));
  expectSteps(found, 'sigma', () => 1);
});

test("the lecture's Adagrad: σ is the root mean square of all gradients", () => {
  const found = parts({ name: 'adagrad-lecture' });
  expectSteps(found, 'sigma', (g) => Math.sqrt(squares(g).reduce((sum, each) => sum + each, 0) / g.length));
});

test('AdaBelief, which makes both at once: m̂ and √v̂ + ε of the surprise', () => {
  const found = parts({ name: 'adabelief', beta1: 0.8, beta2: 0.95, eps: 1e-8 });
  expectSteps(found, 'm', (g, t) => averaged(0.8, g) / (1 - 0.8 ** t));
  const surprise = (g: readonly number[]) => g.map((value, k) => (value - averaged(0.8, g.slice(0, k + 1))) ** 2);
  expectSteps(found, 'sigma', (g, t) => Math.sqrt(averaged(0.95, surprise(g)) / (1 - 0.95 ** t)) + 1e-8);
});

describe('every optimizer', () => {
  it.each(optimizers.map(({ name }) => [name]))('%s is replayed as it ran, noise included', (name) => {
    const { rows, steps } = parts({ name }, { noise: 0.3, seed: 4 });
    steps.forEach(({ u, eta, g }, k) => {
      const next = rows[k + 1];
      expect(eta, `η of step ${k + 1}`).toBeCloseTo(next.eta, 14);
      u.forEach((value, p) => {
        expect(value, `u of step ${k + 1}`).toBeCloseTo(next.u[p], 6);
        expect((eta * value) / g[p], `rate of step ${k + 1}`).toBeCloseTo(next.effective[p], 6);
      });
    });
  });

  it('moves by η·m/σ where it has m and σ and nothing else', () => {
    for (const name of ['adam', 'amsgrad', 'radam', 'adamax', 'nadam', 'rmsprop', 'adagrad', 'adadelta', 'yogi']) {
      for (const { m, sigma, u } of parts({ name }).steps) {
        m.forEach((value, p) => {
          expect(value / sigma[p] / u[p], name).toBeCloseTo(1, 9);
        });
      }
    }
  });
});

test('typed rules are told apart by what their states are made of', () => {
  const kind = (formula: string, ...states: string[]) =>
    kindOf({ name: 'typed', formula, state: Object.fromEntries(states.map((name) => [name, 0])) });
  expect(kind('b = mu*b + u; u = b', 'b')).toBe('momentum');
  expect(kind('v = a*v + (1 - a)*g^2\nu = u/(sqrt(v) + eps)', 'v')).toBe('scale');
  expect(kind('v = a*v + g^2; u = u/sqrt(v + eps); d = u^2', 'v', 'd')).toBe('scale');
  expect(kind('u = sign(u)')).toBe('other');
  expect(kind('m = b*m + u; v = v + g^2; u = m/sqrt(v)', 'm', 'v')).toBe('other');
  expect(kind('g = g + w*theta; u = g')).toBe('other');
});

test.each([
  { name: 'adam', 'lr.2': 0.003 },
  { name: 'lamb' },
  { name: 'normalized-momentum' },
  { name: 'rmsprop', momentum: 0.9 },
])('of a parameter that stands for all it is that of all of them: %j', (optimizer) => {
  const network = { widths: [2, 3, 1], data: { name: 'xor', rows: 5 } };
  const input = readExperiment({ objective: { network }, optimizers: [optimizer], noise: 0.1, steps: 12 });
  const [all, one] = [planExperiment(input), layeredPlan(input)].map((plan) => new Replay(plan, 0, [1, 2]));
  for (const row of simulate(planExperiment(input), 0, [1, 2]) as unknown as TraceRow[]) {
    const [expected, got] = [all.after(row), one.after(row)];
    expect(Math.abs(got.eta - expected.eta)).toBeLessThan(1e-15);
    for (const part of ['g', 'm', 'sigma', 'u', 'rates'] as const) {
      expected[part].forEach((each, k) => {
        expect
          .soft(Math.abs(got[part][k] - each), `${part} of ${k} at step ${row.step}`)
          .toBeLessThan(1e-12 * (1 + Math.abs(each)));
      });
    }
  }
});

test('of a batch of a network whose layers are data: g is the gradient over the rows that were drawn', () => {
  const network = { widths: [2, 3, 1], data: { name: 'xor', rows: 5 } };
  const input = readExperiment({ objective: { network }, optimizers: [{ name: 'sgd' }], batch: 2, steps: 12 });
  const replay = new Replay(layeredPlan(input), 0, [1, 2]);
  const rows = simulate(layeredPlan(input), 0, [1, 2]);
  rows.slice(0, -1).forEach((row, step) => {
    const { g, batchLoss } = replay.after(row as unknown as TraceRow);
    g.forEach((each, k) => {
      expect(each).toBeCloseTo(rows[step + 1].u[k], 12);
    });
    expect(batchLoss).not.toBe(row.loss);
  });
});

test('of a batch: g is the gradient over the rows that were drawn, and so is the curvature', () => {
  const objective = {
    formula: 'mean((a*X + b - Y)^2) + 0.1*a^2*b^2',
    parameters: ['a', 'b'],
    data: { X: [-1.5, -0.7, 0.2, 0.9, 2.1], Y: [-2, 0.3, 1.4, 0.9, 3.3] },
  };
  for (const name of ['sgd', 'sophia']) {
    const { rows, steps } = parts({ name }, { objective, start: { a: 1, b: -1 }, batch: 2, noise: 0.1 });
    steps.forEach(({ g, u }, step) => {
      u.forEach((value, k) => {
        expect(value).toBeCloseTo(rows[step + 1].u[k], 12);
        if (name === 'sgd') expect(g[k]).toBe(value);
      });
      expect(Math.abs(g[0] - rows[step].gradient[0])).toBeGreaterThan(1e-6);
    });
  }
});
