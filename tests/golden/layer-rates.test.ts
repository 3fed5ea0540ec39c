import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/engine/oracle.ts';
import { type ExperimentInput, planExperiment } from '../../src/experiment/index.ts';
import { type Architecture, backpropagate } from '../support/reference-network.ts';

const WIDTHS = [2, 3, 1];
/** Parameters of the first layer: a unit's two weights and its bias, three times. */
const FIRST = 9;
const STEPS = 120;
const DATA = { x1: [0.1, -0.7, 1.3, 0.4], x2: [0.9, 0.2, -0.5, -1.1], y: [0.3, -0.2, 0.8, 0.1] };
const NET: Architecture = { widths: WIDTHS, activations: ['tanh', 'linear'], biases: true, loss: 'mean-square', l2: 0 };
const EXAMPLES = {
  inputs: DATA.x1.map((x, row) => [x, DATA.x2[row]]),
  targets: DATA.y.map((y) => [y]),
};

const planOf = (optimizer: object, grid: object = {}) =>
  planExperiment({
    objective: { network: { widths: WIDTHS, data: { columns: DATA }, seed: 3 } },
    optimizers: [optimizer],
    grid: { x: { vary: 'network.seed', from: 3, count: 1 }, ...grid },
    steps: STEPS,
  } as ExperimentInput);

type Step = (theta: number, gradient: number, k: number, t: number) => number;

/** Every parameter's path where each of two groups has its own rate, all else the same: `torch.optim` with two parameter groups, written by hand. */
function train(start: readonly number[], step: Step): number[][] {
  const path = [[...start]];
  for (let t = 1; t <= STEPS; t++) {
    const theta = path[t - 1];
    const { gradient } = backpropagate(NET, theta, EXAMPLES);
    path.push(theta.map((value, k) => step(value, gradient[k], k, t)));
  }
  return path;
}

/** A rule by hand, of one parameter after another. */
const BY_HAND: Readonly<Record<string, (rateOf: (k: number, t: number) => number) => Step>> = {
  sgd: (rateOf) => (theta, g, k, t) => theta - rateOf(k, t) * g,
  momentum: (rateOf) => {
    const b: number[] = [];
    return (theta, g, k, t) => {
      b[k] = 0.9 * (b[k] ?? 0) + g;
      return theta - rateOf(k, t) * b[k];
    };
  },
  adamw: (rateOf) => {
    const [m, v]: number[][] = [[], []];
    return (theta, g, k, t) => {
      m[k] = 0.9 * (m[k] ?? 0) + 0.1 * g;
      v[k] = 0.999 * (v[k] ?? 0) + 0.001 * g * g;
      const scaled = m[k] / (1 - 0.9 ** t) / (Math.sqrt(v[k] / (1 - 0.999 ** t)) + 1e-8);
      return theta * (1 - rateOf(k, t) * 0.01) - rateOf(k, t) * scaled;
    };
  },
  rprop: (rateOf) => {
    const [last, size]: number[][] = [[], []];
    return (theta, g, k, t) => {
      const agree = g * (last[k] ?? 0);
      size[k] = Math.min(50, Math.max(1e-6, (size[k] ?? rateOf(k, t)) * (agree > 0 ? 1.2 : agree < 0 ? 0.5 : 1)));
      last[k] = agree < 0 ? 0 : g;
      return theta - Math.sign(last[k]) * size[k];
    };
  },
  // Defazio et al. 2024, SGD without a schedule, beta 0.9: z is stepped, x averages z with weights of squared rates, gradients are taken at y.
  'schedule-free-sgd': (rateOf) => {
    const [z, x, total, largest]: number[][] = [[], [], [], []];
    return (theta, g, k, t) => {
      z[k] = (z[k] ?? theta) - rateOf(k, t) * g;
      largest[k] = Math.max(largest[k] ?? 0, rateOf(k, t));
      total[k] = (total[k] ?? 0) + largest[k] ** 2;
      const c = largest[k] ** 2 / total[k];
      x[k] = (1 - c) * (x[k] ?? theta) + c * z[k];
      return 0.1 * z[k] + 0.9 * x[k];
    };
  },
};

describe('layers with rates of their own train like groups of parameters', () => {
  const cases = [
    ['sgd', 0.2, { 'lr.1': 0.5 }, {}],
    ['sgd', 0.2, { 'lr.1': 0.05, 'lr.2': 0.4 }, {}],
    ['sgd', 0.2, { 'lr.2': 0 }, {}],
    ['sgd', 0.3, { 'lr.1': 0.5 }, { schedule: { name: 'exponential', gamma: 0.97 } }],
    ['momentum', 0.02, { 'lr.2': 0.1 }, {}],
    ['adamw', 0.01, { 'lr.1': 0.05 }, {}],
    ['rprop', 0.01, { 'lr.1': 0.002 }, {}],
    ['schedule-free-sgd', 0.2, { 'lr.2': 0.5 }, {}],
  ] as const;

  test.each(cases)('%s, lr %d, %o %o', (name, lr, own, more) => {
    const plan = planOf({ name, lr, ...own, ...more });
    const decay = 'schedule' in more ? more.schedule.gamma : 1;
    const rates: Readonly<Record<string, number>> = own;
    const rateOf = (k: number, t: number) => (rates[k < FIRST ? 'lr.1' : 'lr.2'] ?? lr) * decay ** (t - 1);
    const expected = train(plan.start, BY_HAND[name](rateOf));
    const rows = simulate(plan, 0);
    expect(rows).toHaveLength(STEPS + 1);
    rows.forEach(({ theta }, step) => {
      theta.forEach((value, k) => {
        const error = Math.abs(value - expected[step][k]);
        const said = `${plan.objective.parameters[k]} at ${step}: got ${value}, expected ${expected[step][k]}`;
        // A hundred steps magnify roundings some thousandfold.
        expect(error, said).toBeLessThan(1e-11);
      });
    });
  });

  test('along an axis, too', () => {
    const y = { vary: 'lr.1', from: 0.01, to: 1, count: 3, scale: 'log' };
    const plan = planOf({ name: 'sgd', lr: 0.2 }, { y });
    plan.y.values.forEach((rate, j) => {
      const given = simulate(planOf({ name: 'sgd', lr: 0.2, 'lr.1': rate }), 0);
      const varied = simulate(plan, 0, [0, j]);
      expect(varied.at(-1)?.theta).toEqual(given.at(-1)?.theta);
    });
  });
});
