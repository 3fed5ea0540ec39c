import { describe, expect, test } from 'vitest';
import { objectives } from '../../../src/catalogue/index.ts';
import { type ExperimentInput, planExperiment } from '../../../src/experiment/index.ts';

type OptimizerInput = ExperimentInput['optimizers'][number];

const TEN = [...'abcdfghjkl'];
const plan = (fields: Partial<ExperimentInput> = {}) =>
  planExperiment({ objective: 'rosenbrock', optimizers: [{ name: 'adam' }], ...fields });
const resolved = (optimizer: OptimizerInput, fields: Partial<ExperimentInput> = {}) =>
  plan({ optimizers: [optimizer], ...fields }).optimizers[0];
const rulesOf = (optimizer: OptimizerInput, fields: Partial<ExperimentInput> = {}) =>
  resolved(optimizer, fields).rules.map((rule) => rule.name);
const valuesOf = (optimizer: OptimizerInput, fields: Partial<ExperimentInput> = {}) =>
  Object.fromEntries([...resolved(optimizer, fields).hyperparameters].map(([name, { value }]) => [name, value]));

describe('axes', () => {
  const AXES = [
    [{ vary: 'x', from: -2, to: 2, count: 5 }, [-2, -1, 0, 1, 2]],
    [{ vary: 'x', from: 2, to: -1, count: 4 }, [2, 1, 0, -1]],
    [{ vary: 'x', from: 0.1, to: 0.7, count: 1 }, [0.1]],
    [{ vary: 'x', from: 0.1 }, [0.1]],
    [{ vary: 'lr', from: 1e-4, to: 1e-1, count: 4, scale: 'log' }, [1e-4, 1e-3, 1e-2, 1e-1]],
    [{ vary: 'lr', from: 8, to: 1, count: 4, scale: 'log' }, [8, 4, 2, 1]],
  ] as const; // biome-ignore format: a table
  test.each(AXES)('%j', (axis, expected) => {
    const { values } = plan({ grid: { x: axis } }).x;
    expect(values.length).toBe(expected.length);
    expected.forEach((value, i) => {
      expect(values[i]).toBeCloseTo(value, 14);
    });
  });

  test.each(['linear', 'log'] as const)('%s: the first and the last value are exact, all are in order', (scale) => {
    for (const [from, to] of [
      [0.1, 0.7],
      [1 / 3, 1e-7],
      [1e-12, 1e12],
    ]) {
      // biome-ignore format: pairs
      for (const count of [2, 3, 7, 256, 4096]) {
        const { values } = plan({ grid: { x: { vary: 'x', from, to, count, scale } }, outcomes: { escape: 1e13 } }).x;
        expect([values[0], values[count - 1]]).toEqual([from, to]);
        expect(values.every((value, i) => i === 0 || value > values[i - 1] === to > from)).toBe(true);
      }
    }
  });

  test('what they vary', () => {
    const kinds = (vary: string) => plan({ grid: { x: { vary, from: 0.5 } } }).x.varied;
    expect(kinds('y')).toEqual({ kind: 'start', parameter: 1 });
    expect(kinds('start.x')).toEqual({ kind: 'start', parameter: 0 });
    expect(kinds('noise')).toEqual({ kind: 'noise' });
    expect(kinds('beta1')).toEqual({ kind: 'hyperparameter', name: 'beta1' });
  });

  test('a parameter called like a hyperparameter is a start coordinate', () => {
    const objective = { formula: 'beta1^2', parameters: ['beta1'] };
    const grid = { x: { vary: 'beta1', from: 1 } };
    expect(plan({ objective, grid }).x.varied).toEqual({ kind: 'start', parameter: 0 });
  });

  test.each(['lr', 'noise'])('no parameter may be called %s, which every experiment can vary', (name) => {
    expect(() => plan({ objective: { formula: `${name}^2`, parameters: [name] } })).toThrow(/objective.parameters: "/);
  });

  test('one optimizer that has it is enough', () => {
    const optimizers = [{ name: 'sgd' }, { name: 'adam' }];
    expect(plan({ optimizers, grid: { x: { vary: 'beta2', from: 0.9 } } }).optimizers.length).toBe(2);
  });
});

describe('what is not given', () => {
  test.each(objectives.map((each) => [each.name, each] as const))(
    '%s: starts all over the domain',
    (name, objective) => {
      const { x, y, cells, start, target, outcomes } = plan({ objective: name });
      const [first, second] = objective.domain;
      expect([x.values[0], x.values.at(-1)]).toEqual(first);
      if (second) expect([y.values[0], y.values.at(-1)]).toEqual(second);
      expect(cells).toBe(x.values.length * y.values.length);
      expect([start, target]).toEqual([objective.start, objective.target]);
      for (const [i, [low, high]] of objective.domain.entries()) {
        expect(outcomes.escape).toBeGreaterThan(10 * Math.max(Math.abs(low), Math.abs(high)));
        expect(objective.domain[i].length).toBe(2);
      }
    },
  );

  test('one axis alone makes a line, even where it varies the noise', () => {
    expect(plan({ grid: { x: { vary: 'lr', from: 0.1, to: 1, count: 7 } } }).cells).toBe(7);
    const noisy = plan({ grid: { x: { vary: 'noise', from: 0, to: 1, count: 7 } }, start: { x: 0.25 } });
    expect([noisy.cells, noisy.y.values[0]]).toEqual([7, 0.25]);
  });

  test('given values go before defaults, nothing else changes', () => {
    const bare = plan();
    const full = plan({ steps: 77, noise: 0.5, seed: 9, target: null, start: { y: 2 }, outcomes: { bound: 1e6 } });
    expect([bare.steps, bare.noise, bare.seed, bare.target]).toEqual([1000, 0, 0, 0.001]);
    expect([full.steps, full.noise, full.seed, full.target]).toEqual([77, 0.5, 9, null]);
    expect([bare.start, full.start]).toEqual([[-1.2, 1], [-1.2, 2]]); // biome-ignore format: pairs
    expect(full.outcomes).toEqual({ ...bare.outcomes, bound: 1e6 });
  });

  test.each([
    ['an objective of the catalogue', 'rosenbrock', 1e15],
    ['a bowl as usual', { formula: 'x^2 + y^2' }, 1e15],
    [
      'a wide bowl',
      {
        formula: 'x^2 + y^2',
        domain: [
          [-1e9, 1e9],
          [-1e9, 1e9],
        ],
      },
      2e21,
    ],
    ['a steep one', { formula: '1e20*(x^2 + y^2)' }, 5e24],
    [
      'a bowl of ten parameters',
      { formula: TEN.map((name) => `${name}^2`).join(' + '), parameters: TEN, domain: TEN.map(() => [-1e9, 1e9]) },
      1e22,
    ],
    ['a pole in a corner', { formula: '1/(x - 5)', parameters: ['x'] }, 1e15],
    ['more than float32 has room for', { formula: '1e37*x', parameters: ['x'] }, 1e36],
  ])('the bound of losses lies beyond those of the domain: %s', (_, objective, bound) => {
    expect(plan({ objective } as Partial<ExperimentInput>).outcomes.bound / bound).toBeCloseTo(1, 12);
  });

  test("a schedule's length is the experiment's", () => {
    expect(valuesOf({ name: 'sgd', schedule: { name: 'cosine' } }, { steps: 321 })['schedule.T_max']).toBe(321);
    expect(valuesOf({ name: 'sgd', schedule: { name: 'cosine', T_max: 9 } }, { steps: 321 })['schedule.T_max']).toBe(9);
  });

  test('a typed objective is seen from -5 to 5', () => {
    const { x, y, start, target } = plan({ objective: { formula: 'x^2 + y^2' } });
    expect([x.values[0], x.values.at(-1), y.values[0], y.values.at(-1)]).toEqual([-5, 5, -5, 5]);
    expect([start, target]).toEqual([[3, 3], null]);
  });
});

describe('which rules an optimizer has', () => {
  const RULES: readonly (readonly [OptimizerInput, readonly string[]])[] = [
    [{ name: 'sgd' }, []],
    [{ name: 'sgd', momentum: 0.9 }, ['heavy-ball']],
    [{ name: 'sgd', dampening: 0.5 }, ['heavy-ball']],
    [{ name: 'sgd', weight_decay: 0.1 }, ['l2']],
    [{ name: 'sgd', nesterov: true }, ['nesterov']],
    [{ name: 'sgd', nesterov: true, momentum: 0.9, weight_decay: 0 }, ['l2', 'nesterov']],
    [{ name: 'momentum' }, ['heavy-ball']],
    [{ name: 'adam' }, ['ema', 'adam-scale']],
    [{ name: 'adam', amsgrad: true }, ['ema', 'amsgrad-scale']],
    [{ name: 'adam', weight_decay: 0.1 }, ['l2', 'ema', 'adam-scale']],
    [{ name: 'adamw' }, ['ema', 'adam-scale', 'decoupled-decay']],
    [{ name: 'rmsprop' }, ['rms-scale']],
    [{ name: 'rmsprop', centered: true, momentum: 0.5 }, ['rms-scale-centered', 'step-momentum']],
    [{ name: 'radam', weight_decay: 0.1 }, ['l2', 'ema', 'radam-scale']],
    [{ name: 'radam', weight_decay: 0.1, decoupled_weight_decay: true }, ['ema', 'radam-scale', 'decoupled-decay']],
    [{ name: 'adopt' }, ['adopt']],
    [{ name: 'adopt', use_clipping: false }, ['adopt-unclipped']],
    [{ rules: ['clip-norm', 'sign'] }, ['clip-norm', 'sign']],
    [{ rules: [] }, []],
  ];
  test.each(RULES)('%j: %j', (input, expected) => {
    expect(rulesOf(input)).toEqual(expected);
  });

  test.each([
    ['weight_decay', ['l2', 'ema', 'adam-scale']],
    ['beta1', ['ema', 'adam-scale']],
  ])('%s along an axis brings its rule in', (vary, expected) => {
    expect(rulesOf({ name: 'adam' }, { grid: { x: { vary, from: 0, to: 0.5, count: 3 } } })).toEqual(expected);
  });

  test('a warm-up comes in when it is given or varied', () => {
    const schedule = { name: 'cosine' };
    expect(valuesOf({ name: 'sgd', schedule })).not.toHaveProperty('schedule.warmup');
    expect(Object.keys(valuesOf({ name: 'sgd', schedule: { ...schedule, warmup: 5 } }))).toContain(
      'schedule.warmup_from',
    );
    const grid = { x: { vary: 'schedule.warmup', from: 0, to: 50, count: 6 } };
    expect(Object.keys(valuesOf({ name: 'sgd', schedule }, { grid }))).toContain('schedule.warmup');
  });
});

describe('values and labels', () => {
  test.each([
    [{ name: 'adam' }, { lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8 }],
    [
      { name: 'adam', lr: 0.1, beta2: 0.5 },
      { lr: 0.1, beta1: 0.9, beta2: 0.5, eps: 1e-8 },
    ],
    [{ name: 'lion' }, { lr: 1e-3, beta1: 0.9, beta2: 0.99, weight_decay: 1e-3 }],
    [{ rules: ['ema'] }, { lr: 1e-3, beta1: 0.9 }],
    [{ rules: [{ formula: 'u = a*u', hyperparameters: { a: 3 } }] }, { lr: 1e-3, a: 3 }],
    [
      { rules: [{ formula: 'u = a*u', hyperparameters: { a: 3 } }], a: 4, lr: 1 },
      { lr: 1, a: 4 },
    ],
    [
      { name: 'sgd', lr: 1, schedule: { name: 'multi-step', gamma: 0.5, milestones: [3, 9] } },
      { lr: 1, 'schedule.gamma': 0.5, 'schedule.milestones.0': 3, 'schedule.milestones.1': 9 },
    ],
    [
      { name: 'sgd', schedule: { name: 'one-cycle', total_steps: 50, three_phase: true } },
      { 'schedule.total_steps': 50, 'schedule.three_phase': 1, 'schedule.linear': 0, 'schedule.pct_start': 0.3 },
    ],
  ] as [OptimizerInput, Record<string, number>][])('%j', (input, expected) => {
    expect(valuesOf(input)).toMatchObject(expected);
  });

  test('labels are unique', () => {
    const optimizers = [
      { name: 'adam' },
      { name: 'adam', lr: 1 },
      { name: 'sgd', label: 'Adam' },
      { rules: [] },
      { rules: [] },
    ];
    const labels = plan({ optimizers }).optimizers.map((each) => each.label);
    expect(labels).toEqual(['Adam', 'Adam 2', 'Adam 3', 'Composed', 'Composed 2']);
  });

  test('counting on meets no label that is given', () => {
    const optimizers = [{ name: 'adam' }, { name: 'sgd', label: 'Adam 2' }, { name: 'adam' }];
    const labels = plan({ optimizers }).optimizers.map((each) => each.label);
    expect(new Set(labels).size).toBe(3);
  });
});
