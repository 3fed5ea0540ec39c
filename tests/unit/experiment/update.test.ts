import { describe, expect, test } from 'vitest';
import { simulate } from '../../../src/engine/oracle.ts';
import { type ExperimentInput, planExperiment } from '../../../src/experiment/index.ts';

type OptimizerInput = ExperimentInput['optimizers'][number];

const plan = (optimizer: OptimizerInput, fields: Partial<ExperimentInput> = {}) =>
  planExperiment({
    objective: 'quadratic',
    optimizers: [optimizer],
    start: { x: 2, y: -1 },
    grid: { x: { vary: 'x', from: 2 } },
    steps: 6,
    ...fields,
  });
const statesOf = (optimizer: OptimizerInput) => plan(optimizer).optimizers[0].update.states.map((state) => state.name);
const end = (optimizer: OptimizerInput, fields?: Partial<ExperimentInput>) => [
  ...(simulate(plan(optimizer, fields), 0).at(-1)?.theta ?? []),
];
const typed = (
  formula: string,
  state: Record<string, number | string> = {},
  hyperparameters: Record<string, number> = {},
) => ({
  rules: [{ formula, state, hyperparameters }],
});

describe('state is kept once for each parameter, or once in all where it depends on none', () => {
  test.each([
    [{ name: 'sgd' }, []],
    [{ name: 'momentum' }, ['b.x', 'b.y']],
    [{ name: 'adam' }, ['m.x', 'm.y', 'w', 'v.x', 'v.y', 'z']],
    [{ name: 'radam' }, ['m.x', 'm.y', 'w', 'v.x', 'v.y', 'z', 'n']],
    [{ name: 'nadam' }, ['m.x', 'm.y', 'p', 'v.x', 'v.y', 'z']],
    [{ name: 'adagrad' }, ['s.x', 's.y']],
    [{ name: 'prodigy' }, ['w', 'z', 'd', 'm.x', 'm.y', 'v.x', 'v.y', 's.x', 's.y', 'r', 'first.x', 'first.y']],
    [{ name: 'schedule-free-sgd' }, ['largest', 'total', 'q.x', 'q.y']],
    [typed('n = n + norm(u); u = u/n', { n: 0 }), ['n']],
    [typed('n = n + abs(u); u = u/n', { n: 0 }), ['n.x', 'n.y']],
    [typed('a = b; b = u; u = a', { a: 0, b: 0 }), ['a.x', 'a.y', 'b.x', 'b.y']],
    [typed('u = u/(1 + norm(m)); m = m + g', { m: 0 }), ['m.x', 'm.y']],
    [typed('u = u + far; far = far*0.5', { far: '2*theta' }), ['far.x', 'far.y']],
    [typed('u = theta - home', { home: 'theta' }), ['home.x', 'home.y']],
  ] as [OptimizerInput, string[]][])('%j: %j', (optimizer, expected) => {
    expect(statesOf(optimizer)).toEqual(expected);
  });
});

describe('rules typed as text', () => {
  const PAIRS: readonly (readonly [what: string, typed: OptimizerInput, named: OptimizerInput])[] = [
    ['a rule from the catalogue', typed('u = sign(u)'), { name: 'signsgd' }],
    ['hyperparameters', typed('b = c*b + u; u = b', { b: 0 }, { c: 0.9 }), { name: 'momentum' }],
    ['a comment and several lines', typed('# sign\ns = sign(u)\nu = s'), { name: 'signsgd' }],
    ['the gradient after the rules before', { rules: ['sign', { formula: 'u = u + g - g' }] }, { name: 'signsgd' }],
    ['a changed gradient', typed('g = g + 0.1*theta; u = g'), { name: 'sgd', weight_decay: 0.1 }],
    ['a norm', typed('u = u/sqrt(dot(u, u))'), typed('u = u/norm(u)')],
    ['the mean over parameters', typed('u = u*0 + mean(u)'), typed('u = u*0 + sum(u)/2')],
    ['the curvature', typed('u = u/h'), typed('u = theta')],
    ['the step and the rate', typed('u = u*t/eta', {}), { ...typed('u = u*k/0.1; k = k + 1', { k: 1 }), lr: 0.1 }],
    [
      'the next rate',
      { ...typed('u = u*eta_next/eta'), schedule: { name: 'exponential', gamma: 0.5 } },
      { ...typed('u = u*0.5'), schedule: { name: 'exponential', gamma: 0.5 } },
    ],
    [
      'first values of hyperparameters',
      typed('u = u*a; a = a*0.5', { a: '2*c' }, { c: 1.5 }),
      typed('u = u*a; a = a*0.5', { a: 3 }),
    ],
    [
      'a start that is remembered',
      typed('u = u + 0.1*(theta - home)', { home: 'theta' }),
      typed('u = u - 0.1*moved; moved = moved + eta*u', { moved: 0 }),
    ],
  ];
  test.each(PAIRS)('%s', (_, one, other) => {
    const lr = 0.01;
    const [got, expected] = [one, other].map((each) => end({ lr, ...each }));
    got.forEach((value, k) => {
      expect(Math.abs(value - expected[k]), `got ${got}, expected ${expected}`).toBeLessThan(1e-14);
    });
    expect(got).not.toEqual([2, -1]);
  });
});

describe('schedules typed as text', () => {
  test.each([
    ['lr*0.9^s', { name: 'exponential', gamma: 0.9 }],
    ['lr/(1 + s/100)', { name: 'inverse-time', T: 100 }],
    ['half = lr/2\nhalf + half', { name: 'constant' }],
  ])('%j', (formula, named) => {
    const got = end({ name: 'adam', lr: 0.1, schedule: { formula } });
    const expected = end({ name: 'adam', lr: 0.1, schedule: named });
    got.forEach((value, k) => {
      expect(value).toBeCloseTo(expected[k], 12);
    });
  });

  test('a warm-up goes before them', () => {
    const schedule = { formula: 'lr*(s + 1)', warmup: 3, warmup_from: 0 };
    const rates = simulate(plan({ name: 'sgd', lr: 0.03, schedule }), 0).map((row) => row.eta);
    [0, 0.01, 0.02, 0.03, 0.06, 0.09].forEach((eta, s) => {
      expect(rates[s + 1]).toBeCloseTo(eta, 15);
    });
  });
});

describe('what an axis varies reaches the run', () => {
  const cellOf = (vary: string, value: number, optimizer: OptimizerInput, fields: Partial<ExperimentInput> = {}) => {
    const varied = plan(optimizer, { grid: { x: { vary, from: 0, to: value, count: 3 } }, ...fields });
    return [...(simulate(varied, 0, [2, 0]).at(-1)?.theta ?? [])];
  };
  test.each([
    ['lr', 0.05, { name: 'sgd' }, { name: 'sgd', lr: 0.05 }],
    ['beta1', 0.5, { name: 'adam', lr: 0.1 }, { name: 'adam', lr: 0.1, beta1: 0.5 }],
    ['weight_decay', 0.5, { name: 'adam', lr: 0.1 }, { name: 'adam', lr: 0.1, weight_decay: 0.5 }],
    [
      'schedule.T_max',
      4,
      { name: 'sgd', schedule: { name: 'cosine' } },
      { name: 'sgd', schedule: { name: 'cosine', T_max: 4 } },
    ],
    [
      'schedule.milestones.0',
      2,
      { name: 'sgd', schedule: { name: 'multi-step', milestones: [9] } },
      { name: 'sgd', schedule: { name: 'multi-step', milestones: [2] } },
    ],
    ['a', 2, typed('u = a*u', {}, { a: 1 }), typed('u = a*u', {}, { a: 2 })],
  ] as [string, number, OptimizerInput, OptimizerInput][])('%s', (vary, value, optimizer, given) => {
    const from = vary === 'schedule.T_max' ? 1 : 0;
    const grid = { x: { vary, from, to: value, count: 3 } };
    expect(cellOf(vary, value, optimizer, { grid })).toEqual(end(given));
  });

  test('start and noise', () => {
    const optimizer = { name: 'sgd', lr: 0.05 };
    expect(cellOf('y', 3, optimizer)).toEqual(end(optimizer, { start: { x: 2, y: 3 } }));
    const noisy = cellOf('noise', 2, optimizer, { seed: 4 });
    expect(noisy).not.toEqual(end(optimizer));
    // The same cell of a grid of the same width, where the noise is everywhere 2.
    const grid = { x: { vary: 'x', from: 2, to: 2, count: 3 } };
    expect(noisy).toEqual([...(simulate(plan(optimizer, { grid, noise: 2, seed: 4 }), 0, [2, 0]).at(-1)?.theta ?? [])]);
  });
});
