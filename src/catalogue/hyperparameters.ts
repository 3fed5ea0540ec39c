import type { Hyperparameter } from './rule.ts';

type Pair = readonly [number, number];

const logarithmic = (value: number, slider: Pair, what: string, range: Pair = [0, 1e6]): Hyperparameter => ({
  default: value,
  range,
  slider,
  log: true,
  what,
});

/** A number that runs evenly over its slider. */
export const linear = (value: number, range: Pair, what: string, slider: Pair = range): Hyperparameter => ({
  default: value,
  range,
  slider,
  log: false,
  what,
});

/** A number of steps; by default as many as the experiment has. */
export const steps = (what: string, value: number | 'steps' = 'steps', range: Pair = [1, 1e7]): Hyperparameter => ({
  default: value,
  range,
  slider: [Math.max(range[0], 1), 1e5],
  log: true,
  what,
});

/** A decay factor in [0, 1): near 1, where the interesting values lie. */
const decay = (value: number, what: string): Hyperparameter => linear(value, [0, 0.999999], what);

/** The learning rate, which every optimizer has. */
export const LEARNING_RATE: Hyperparameter = logarithmic(1e-3, [1e-5, 1], 'learning rate');

/** Standard deviation of the normal noise added to every gradient component. */
export const NOISE: Hyperparameter = logarithmic(
  0,
  [1e-3, 10],
  'standard deviation of the noise on each gradient component',
);

/** Number of rows of the data that each update's gradient is made from. */
export const BATCH: Hyperparameter = {
  default: 1,
  range: [1, 4096],
  slider: [1, 256],
  log: true,
  what: 'rows of the data that each update’s gradient is made from, drawn anew for each',
};

/** What a network's first weights are drawn from, as axes call it. */
export const NETWORK: Readonly<Record<string, Hyperparameter>> = {
  'network.scale': logarithmic(1, [0.1, 10], 'factor on the first weights'),
  'network.seed': linear(0, [0, 0xffffffff], 'seed of the first weights', [0, 255]),
};

/** Hyperparameters under PyTorch's names, each defined once; an optimizer's own defaults go before these. */
export const H = {
  momentum: decay(0, 'share of the previous step that is kept'),
  dampening: linear(0, [0, 1], 'share of the new gradient that is left out'),
  weight_decay: logarithmic(0, [1e-5, 1], 'pull towards the origin'),
  beta1: decay(0.9, 'decay of the averaged gradient'),
  beta2: decay(0.999, 'decay of the averaged square'),
  beta3: decay(0.99, 'decay of the averaged square'),
  alpha: decay(0.99, 'decay of the averaged square'),
  rho: decay(0.9, 'decay of the averaged squares'),
  eps: logarithmic(1e-8, [1e-10, 1e-1], 'added to the divisor'),
  eps_root: logarithmic(1e-16, [1e-16, 1e-2], 'added under the root'),
  lr_decay: logarithmic(0, [1e-5, 1], 'learning rate is divided by 1 + (t − 1) · lr_decay'),
  initial_accumulator_value: logarithmic(0, [1e-3, 10], 'first value of the sum of squares'),
  momentum_decay: logarithmic(4e-3, [1e-4, 1e-1], 'how fast the momentum warms up'),
  eta_minus: linear(0.5, [0.01, 0.99], 'factor of the step size after a change of sign'),
  eta_plus: linear(1.2, [1.01, 5], 'factor of the step size after an equal sign'),
  step_min: logarithmic(1e-6, [1e-8, 1e-2], 'smallest step size'),
  step_max: logarithmic(50, [1e-1, 100], 'largest step size'),
  gamma: logarithmic(0.01, [1e-3, 10], 'scale of the curvature in the divisor'),
  every: linear(10, [1, 1000], 'steps between two looks at the curvature', [1, 100]),
  estim_lr0: logarithmic(1e-6, [1e-8, 1e-1], 'first estimate of the learning rate'),
  estim_lr_coef: logarithmic(1, [0.1, 10], 'factor on the estimated learning rate'),
} as const satisfies Record<string, Hyperparameter>;
