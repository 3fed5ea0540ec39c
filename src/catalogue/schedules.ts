import { linear, steps } from './hyperparameters.ts';
import type { Hyperparameter, Schedule } from './rule.ts';

const gamma = (value: number): Hyperparameter => linear(value, [1e-6, 1], 'factor of each fall', [0.01, 1]);
const floor = (what: string): Hyperparameter => ({
  default: 0,
  range: [0, 1e6],
  slider: [1e-6, 1e-1],
  log: true,
  what,
});

/** Hyperparameters of the linear warm-up that may precede any schedule; the schedule then counts from its own 0. */
export const WARM_UP: Readonly<Record<string, Hyperparameter>> = {
  warmup: steps('steps of linear warm-up', 0, [0, 1e7]),
  warmup_from: floor('learning rate at the start of the warm-up'),
};

/**
 * Every schedule. `s` is a whole number, so half is added before a floor: a quotient rounded down by one digit then changes nothing. Powers
 * with a hyperparameter as base are written exp(s · log γ): the logarithm is computed once in float64.
 */
export const schedules: readonly Schedule[] = [
  { name: 'constant', title: 'constant', formula: 'lr', hyperparameters: {}, source: 'none needed' },
  {
    name: 'step',
    title: 'step decay',
    formula: 'lr*exp(log(gamma)*floor((s + 0.5)/step_size))',
    hyperparameters: { step_size: steps('steps between two falls', 100), gamma: gamma(0.1) },
    source: 'torch.optim.lr_scheduler.StepLR',
  },
  {
    name: 'multi-step',
    title: 'multi-step',
    formula: 'lr*exp(log(gamma)*sum(milestones <= s))',
    hyperparameters: { gamma: gamma(0.1) },
    lists: { milestones: [100, 200] },
    source: 'torch.optim.lr_scheduler.MultiStepLR',
  },
  {
    name: 'exponential',
    title: 'exponential',
    formula: 'lr*exp(log(gamma)*s)',
    hyperparameters: { gamma: linear(0.99, [1e-6, 1], 'factor of each step', [0.9, 1]) },
    source: 'torch.optim.lr_scheduler.ExponentialLR',
  },
  {
    name: 'inverse-time',
    title: '1/t',
    formula: 'lr/(1 + s/T)',
    hyperparameters: { T: steps('steps until the rate is halved', 100) },
    source: 'Robbins & Monro 1951',
  },
  {
    name: 'inverse-sqrt',
    title: '1/√t',
    formula: 'lr/sqrt(s + 1)',
    hyperparameters: {},
    source: 'Hung-yi Lee 2021, figures 20–21',
  },
  {
    name: 'linear',
    title: 'linear',
    formula: '(lr - end)*(1 - min(s, total_iters)/total_iters) + end',
    hyperparameters: { total_iters: steps('steps until the end is reached'), end: floor('last learning rate') },
    source: 'torch.optim.lr_scheduler.LinearLR',
  },
  {
    name: 'polynomial',
    title: 'polynomial',
    formula: 'if(s < total_iters, (lr - end)*(1 - min(s, total_iters - 0.5)/total_iters)^power + end, end)',
    hyperparameters: {
      total_iters: steps('steps until the end is reached'),
      power: linear(2, [0.01, 20], 'exponent', [0.5, 5]),
      end: floor('last learning rate'),
    },
    source: 'torch.optim.lr_scheduler.PolynomialLR',
  },
  {
    name: 'cosine',
    title: 'cosine',
    formula: 'eta_min + (lr - eta_min)*(1 + cos(pi*min(s, T_max)/T_max))/2',
    hyperparameters: { T_max: steps('steps until the lowest rate'), eta_min: floor('lowest learning rate') },
    source: 'torch.optim.lr_scheduler.CosineAnnealingLR, at its lowest from T_max on',
  },
  {
    name: 'restarts',
    title: 'cosine with restarts',
    formula: `k = max(T_mult - 1, 1e-3); i = floor(log(1 + (s + 0.5)*k/T_0)/log(1 + k))
      even = s - T_0*floor((s + 0.5)/T_0)
      grown = s - T_0*(exp(i*log(1 + k)) - 1)/k
      share = if(T_mult > 1, grown/(T_0*exp(i*log(1 + k))), even/T_0)
      eta_min + (lr - eta_min)*(1 + cos(pi*share))/2`,
    hyperparameters: {
      T_0: steps('steps of the first cycle', 100),
      T_mult: linear(1, [1, 10], 'each cycle is so many times longer', [1, 4]),
      eta_min: floor('lowest learning rate'),
    },
    source: 'Loshchilov & Hutter 2017, arXiv 1608.03983; torch.optim.lr_scheduler.CosineAnnealingWarmRestarts',
  },
  {
    name: 'one-cycle',
    title: 'one-cycle',
    formula: `up = pct_start*total_steps - 1; last = total_steps - 1
      down = if(three_phase, 2*pct_start*total_steps - 2, last)
      first = lr/div_factor; lowest = first/final_div_factor
      from = if(s <= up, first, if(s <= down, lr, first))
      goal = if(s <= up, lr, if((s <= down) and three_phase, first, lowest))
      start = if(s <= up, 0, if(s <= down, up, down))
      length = if(s <= up, up, if(s <= down, down - up, last - down))
      p = min((s - start)/max(length, 1e-6), 1)
      if(linear, from + (goal - from)*p, goal + (from - goal)*(1 + cos(pi*p))/2)`,
    hyperparameters: {
      total_steps: steps('steps of the whole cycle'),
      pct_start: linear(0.3, [0.01, 0.99], 'share of the steps that rises'),
      div_factor: { default: 25, range: [1, 1e6], slider: [1, 1000], log: true, what: 'peak over first rate' },
      final_div_factor: { default: 1e4, range: [1, 1e9], slider: [1, 1e6], log: true, what: 'first over last rate' },
      three_phase: linear(0, [0, 1], '1: falls back to the first rate before the last phase'),
      linear: linear(0, [0, 1], '1: straight lines instead of cosines'),
    },
    source: 'Smith & Topin 2018, arXiv 1708.07120; torch.optim.lr_scheduler.OneCycleLR',
  },
  {
    name: 'resnet',
    title: "ResNet-110's warm-up",
    formula: 'if(s < warm, low, lr*exp(log(0.1)*sum(drops <= s)))',
    hyperparameters: {
      warm: steps('steps at the low rate', 400, [0, 1e7]),
      low: { ...floor('low learning rate'), default: 0.01 },
    },
    lists: { drops: [32000, 48000] },
    source: 'He et al. 2016, arXiv 1512.03385, section 4.2',
  },
  {
    name: 'transformer',
    title: "the Transformer's",
    formula: 'scale*min(1/sqrt(s + 1), (s + 1)/(W*sqrt(W)))/sqrt(d_model)',
    hyperparameters: {
      d_model: linear(512, [1, 1e6], 'width of the model', [16, 4096]),
      W: steps('steps of warm-up', 4000),
      scale: { default: 1, range: [0, 1e6], slider: [1e-3, 100], log: true, what: 'factor; lr is not used' },
    },
    source: 'Vaswani et al. 2017, arXiv 1706.03762, section 5.3',
  },
];
