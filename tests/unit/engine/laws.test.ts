import { describe, expect, test } from 'vitest';
import { optimizers } from '../../../src/catalogue/index.ts';
import { apart, type OptimizerInput, path, trajectory } from '../../support/paths.ts';

describe('methods that are the same', () => {
  const lr = 0.02;
  const SAME: readonly (readonly [string, OptimizerInput, OptimizerInput])[] = [
    ['Adam without memory is sign descent', { name: 'adam', beta1: 0, beta2: 0, eps: 0 }, { name: 'signsgd' }],
    ['RMSProp without memory is sign descent', { name: 'rmsprop', alpha: 0, eps: 0 }, { name: 'signsgd' }],
    [
      "the lecture's Adagrad is PyTorch's with η·√t",
      { name: 'adagrad-lecture' },
      { name: 'adagrad', eps: 0, schedule: { formula: 'lr*sqrt(s + 1)' } },
    ],
    [
      "PyTorch's Adagrad is the lecture's with η/√t",
      { name: 'adagrad', eps: 0 },
      { name: 'adagrad-lecture', schedule: { name: 'inverse-sqrt' } },
    ],
    ['momentum 0 is plain descent', { name: 'momentum', momentum: 0, lr: 1e-3 }, { name: 'sgd', lr: 1e-3 }],
    ['Nesterov by a flag', { name: 'sgd', nesterov: true, momentum: 0.9, lr: 1e-3 }, { name: 'nesterov', lr: 1e-3 }],
    ['AMSGrad by a flag', { name: 'adam', amsgrad: true }, { name: 'amsgrad' }],
    ['AdamW without decay is Adam', { name: 'adamw', weight_decay: 0 }, { name: 'adam' }],
    [
      'decay is the same coupled and decoupled for plain descent',
      { rules: ['l2'], weight_decay: 0.5, lr: 1e-3 },
      { rules: ['decoupled-decay'], weight_decay: 0.5, lr: 1e-3 },
    ],
    ['Adam composed of its rules', { rules: ['ema', 'adam-scale'] }, { name: 'adam' }],
    ['Lion without memory is sign descent', { name: 'lion', beta1: 0, weight_decay: 0 }, { name: 'signsgd' }],
    ['clipping that never bites', { rules: ['clip-norm'], max_norm: 1e6, lr: 1e-3 }, { name: 'sgd', lr: 1e-3 }],
    [
      'clipping that always bites',
      { rules: ['clip-norm'], max_norm: 0.1 },
      { name: 'normalized-momentum', momentum: 0, lr: lr * 0.1 },
    ],
    [
      'schedule-free without averaging is plain descent',
      { name: 'schedule-free-sgd', beta1: 0, lr: 1e-3 },
      { name: 'sgd', lr: 1e-3 },
    ],
  ];
  test.each(SAME)('%s', (_, one, other) => {
    const [a, b] = [one, other].map((each) => path('rosenbrock', { lr, ...each }, [-0.7, 1.1], 60));
    expect(apart(a, b)).toBeLessThan(1e-11);
    expect(
      apart(
        a,
        a.map(() => [-0.7, 1.1]),
      ),
    ).toBeGreaterThan(1e-3);
  });
});

describe('only signs or ratios of gradients count', () => {
  test.each([
    { name: 'lion' },
    { name: 'signsgd' },
    { name: 'rprop' },
    { name: 'adagrad-lecture' },
    { name: 'rmsprop-lecture' },
    { name: 'normalized-momentum' },
    { name: 'adam', eps: 0 },
    { name: 'amsgrad', eps: 0 },
    { name: 'nadam', eps: 0 },
    { name: 'adamax', eps: 0 },
    { name: 'adan', eps: 0, eps_root: 0 },
    { name: 'adagrad', eps: 0 },
    { name: 'rmsprop', eps: 0, centered: true },
    { name: 'lamb', eps: 0 },
    { name: 'adopt', eps: 0 },
    { name: 'sophia', eps: 0 },
    { name: 'schedule-free-adamw', eps: 0 },
  ])('%j moves the same on an objective times 1000', (optimizer) => {
    const [plain, scaled] = ['', '1000*'].map((factor) =>
      path({ formula: `${factor}(x^2 + 3*y^2 + 0.5*x*y)` }, { lr: 0.02, ...optimizer }, [1.7, -0.9], 40),
    );
    expect(apart(plain, scaled)).toBeLessThan(1e-9);
    expect(
      apart(
        plain,
        plain.map(() => [1.7, -0.9]),
      ),
    ).toBeGreaterThan(1e-3);
  });

  test('plain descent does not', () => {
    const [plain, scaled] = ['', '2*'].map((factor) =>
      path({ formula: `${factor}(x^2 + 3*y^2)` }, { name: 'sgd', lr: 0.02 }, [1.7, -0.9], 40),
    );
    expect(apart(plain, scaled)).toBeGreaterThan(0.01);
  });
});

/** Optimizers whose learning rate is 1 and means something else. */
const OWN_RATE = new Set(['prodigy', 'adadelta']);

describe('every optimizer', () => {
  const FORMULA = '(x - 0.3)^4 + 2*(y + 0.4)^2 + 0.3*x*y';
  const mirror = { x: 'y', y: 'x' } as const;

  test.each(optimizers.map((each) => [each.name]))('%s treats all parameters alike', (name) => {
    const swapped = FORMULA.replace(/[xy]/g, (letter) => mirror[letter as 'x' | 'y']);
    const plain = path({ formula: FORMULA }, { name, lr: 0.01 }, [1.5, -1.2], 60);
    const other = path({ formula: swapped }, { name, lr: 0.01 }, [-1.2, 1.5], 60);
    expect(
      apart(
        plain,
        other.map(([x, y]) => [y, x]),
      ),
    ).toBeLessThan(1e-9);
  });

  test.each(optimizers.map((each) => [each.name]))('%s comes down from where it starts', (name) => {
    const rows = trajectory(
      { formula: FORMULA },
      { name, ...(OWN_RATE.has(name) ? {} : { lr: 0.02 }) },
      [1.5, -1.2],
      1000,
    );
    expect(rows.at(-1)?.loss).toBeLessThan(0.5 * rows[0].loss);
  });
});

describe('lengths of steps', () => {
  const stepsOf = (optimizer: OptimizerInput) =>
    trajectory('rosenbrock', { lr: 0.01, ...optimizer }, [-1.2, 1], 50).slice(1);
  const length = (u: Float64Array) => Math.hypot(...u);

  test('normalised momentum: one', () => {
    for (const { u } of stepsOf({ name: 'normalized-momentum' })) expect(length(u)).toBeCloseTo(1, 12);
  });
  test('clipping: at most the bound', () => {
    for (const { u } of stepsOf({ rules: ['clip-norm'], max_norm: 3 })) expect(length(u)).toBeLessThan(3 + 1e-12);
  });
  test("LAMB: the parameters' length", () => {
    const rows = trajectory('rosenbrock', { name: 'lamb', lr: 0.01 }, [-1.2, 1], 50);
    rows.slice(1).forEach(({ u }, i) => {
      expect(length(u)).toBeCloseTo(length(rows[i].theta), 12);
    });
  });
  test('Sophia: at most one for each coordinate', () => {
    for (const { u } of stepsOf({ name: 'sophia' })) expect(Math.max(...u.map(Math.abs))).toBeLessThanOrEqual(1);
  });
  test('RMSProp: at most 1/√(1 − α), the lecture’s Adagrad at most √t', () => {
    for (const { u } of stepsOf({ name: 'rmsprop-lecture', alpha: 0.75 }))
      expect(Math.max(...u.map(Math.abs))).toBeLessThanOrEqual(2 + 1e-12);
    for (const { u, step } of stepsOf({ name: 'adagrad-lecture' })) {
      expect(Math.max(...u.map(Math.abs))).toBeLessThanOrEqual(Math.sqrt(step) + 1e-12);
    }
  });
  test('RAdam: plain momentum for five steps, then rectified', () => {
    const [radam, ema] = [{ name: 'radam' }, { rules: ['ema'] }].map((each) =>
      path('rosenbrock', { lr: 1e-4, ...each }, [-1.2, 1], 6),
    );
    expect(apart(radam.slice(0, 6), ema.slice(0, 6))).toBeLessThan(1e-13);
    expect(apart(radam, ema)).toBeGreaterThan(1e-3);
  });
});
