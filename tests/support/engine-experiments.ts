import type { ExperimentInput } from '../../src/experiment/index.ts';

const STEPS = 203;

/** Experiments that differ in what an engine must keep apart: state, noise, data, what the axes vary, divergence and arrival on the way. */
export const EXPERIMENTS: Readonly<Record<string, ExperimentInput>> = {
  'starts, several optimizers': {
    objective: 'rosenbrock',
    optimizers: [
      { name: 'adam', lr: 0.05 },
      { name: 'sgd', lr: 2e-3 },
      { name: 'prodigy', schedule: { name: 'cosine', warmup: 20 } },
    ],
    grid: { x: { vary: 'x', from: -2, to: 1.9, count: 9 }, y: { vary: 'y', from: -1, to: 3, count: 5 } },
    steps: STEPS,
  },
  'noise and a learning rate that diverges': {
    objective: 'himmelblau',
    optimizers: [{ name: 'momentum', momentum: 0.8 }, { name: 'adagrad-lecture' }],
    grid: {
      x: { vary: 'lr', from: 1e-3, to: 1, count: 8, scale: 'log' },
      y: { vary: 'noise', from: 0, to: 5, count: 5 },
    },
    start: { x: 1, y: -1 },
    steps: STEPS,
    seed: 77,
  },
  'a data table with noise': {
    objective: {
      formula: 'mean((y - (w*x + b))^2)',
      parameters: ['w', 'b'],
      data: { x: [-2, -1, 0.5, 1, 3], y: [4.1, 2.2, -0.7, -2.4, -6] },
      minimum: 0,
    },
    optimizers: [
      { name: 'rmsprop', lr: 0.02 },
      { name: 'sgd', lr: 0.05 },
    ],
    grid: { x: { vary: 'w', from: -3, to: 3, count: 7 }, y: { vary: 'b', from: -3, to: 3, count: 5 } },
    noise: 0.3,
    seed: 4_000_000_000,
    steps: STEPS,
    target: 0.5,
  },
  'two hyperparameters': {
    objective: 'beale',
    optimizers: [{ name: 'adam' }, { name: 'nadam' }],
    grid: {
      x: { vary: 'beta1', from: 0, to: 0.99, count: 6 },
      y: { vary: 'lr', from: 1e-3, to: 0.5, count: 6, scale: 'log' },
    },
    start: { x: -0.6, y: 1.2 },
    steps: STEPS,
  },
  'a curvature rule in four dimensions': {
    objective: {
      formula: '(a - 1)^2 + 10*(b - a^2)^2 + (c + d)^4 + exp(0.3*c) + d^2',
      parameters: ['a', 'b', 'c', 'd'],
    },
    optimizers: [
      { name: 'sophia', lr: 0.02 },
      { name: 'lamb', lr: 0.01 },
    ],
    grid: { x: { vary: 'c', from: -1, to: 2, count: 5 }, y: { vary: 'd', from: -1, to: 1, count: 3 } },
    start: { a: -1, b: 0.5 },
    noise: 0.01,
    steps: STEPS,
  },
};
