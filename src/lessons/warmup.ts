import type { ExperimentInput } from '../experiment/index.ts';
import type { Lesson } from './lesson.ts';

/** Steps of the race, and those before it in which averages may gather. */
const RACE = 200;
const REST = 1000;

const decay = (warmup: number) =>
  warmup > 0
    ? { name: 'linear', total_iters: RACE - warmup, warmup, warmup_from: 0 }
    : { name: 'linear', total_iters: RACE };

/** 6,000 runs from the bottom of the well: nothing varies over the grid but the noise that is drawn. */
const well = (noise: number): Pick<ExperimentInput, 'objective' | 'grid' | 'noise'> => ({
  objective: 'gaussian-well',
  grid: { x: { vary: 'x', from: 0, to: 0, count: 60 }, y: { vary: 'y', from: 0, to: 0, count: 100 } },
  noise,
});

const contenders = [
  { name: 'adam', lr: 0.6, label: 'no warm-up', schedule: decay(0) },
  { name: 'adam', lr: 0.6, label: 'warm-up 10', schedule: decay(10) },
  { name: 'adam', lr: 0.6, label: 'warm-up 40', schedule: decay(40) },
  { name: 'radam', lr: 0.6, label: 'RAdam', schedule: decay(0) },
];

/** Adam's averages as the catalogue's rules have them, begun only after the rest. */
const lateMomentum = {
  formula: `m = if(t <= ${REST}, 0, beta1*m + (1 - beta1)*u); w = if(t <= ${REST}, 0, beta1*w + (1 - beta1)); u = m/max(w, 1e-6)`,
  state: { m: 0, w: 0 },
  hyperparameters: { beta1: 0.9 },
};
const lateScale = {
  formula: `v = if(t <= ${REST}, 0, beta2*v + (1 - beta2)*g^2); z = if(t <= ${REST}, 0, beta2*z + (1 - beta2)); u = u/(sqrt(v/max(z, 1e-6)) + eps)`,
  state: { v: 0, z: 0 },
  hyperparameters: { beta2: 0.999, eps: 1e-8 },
};
const rested = { formula: `if(s < ${REST}, 0, lr*(1 - (s - ${REST})/${RACE}))` };

/** Warm-up, its measured effect, and an experiment on the reason (after Ma & Yarats, arXiv 1910.04209; RAdam: Liu et al., arXiv 1908.03265). */
export const warmup: Lesson = {
  id: 'warmup',
  figures: '22–25',
  steps: [
    {
      experiment: {
        objective: {
          formula: '(x^2 + 5*y^2)/2',
          domain: [
            [-4, 4],
            [-4, 4],
          ],
          minimum: 0,
        },
        optimizers: [
          { name: 'sgd', lr: 0.1, label: 'SGD, ResNet’s', schedule: { name: 'resnet' } },
          { name: 'adam', label: 'Adam, Transformer’s', schedule: { name: 'transformer' } },
        ],
        grid: { x: { vary: 'x', from: -4, to: 4, count: 12 }, y: { vary: 'y', from: -4, to: 4, count: 12 } },
        noise: 1,
        steps: 64_000,
      },
      pace: null,
    },
    { experiment: { ...well(1), optimizers: contenders, steps: RACE }, view: { coloring: 'outcome' }, pace: 60 },
    {
      experiment: {
        ...well(1),
        optimizers: [
          { rules: [lateMomentum, lateScale], lr: 0.6, label: 'nothing gathered', schedule: rested },
          { rules: ['ema', 'adam-scale'], lr: 0.6, label: 'm and σ gathered', schedule: rested },
          { rules: [lateMomentum, 'adam-scale'], lr: 0.6, label: 'σ gathered', schedule: rested },
          { rules: ['ema', lateScale], lr: 0.6, label: 'm gathered', schedule: rested },
        ],
        steps: REST + RACE,
      },
      pace: 240,
    },
    { experiment: { ...well(3), optimizers: contenders, steps: RACE }, view: { coloring: 'outcome' }, pace: 60 },
  ],
};
