import type { ExperimentInput } from '../experiment/index.ts';
import type { Lesson, LessonWords } from './lesson.ts';

const words: LessonWords = {
  title: 'Warm-up',
  steps: [
    {
      title: 'Two famous schedules',
      text: 'ResNet-110 was trained at rate 0.01 for its first 400 or so updates, then at 0.1, a tenth of that after 32,000 and again after 48,000. The Transformer’s rate rises for 4,000 updates to 0.0007 and then falls as 1/√t. Both start small: a *warm-up*.\n\nThe lecture says that ResNet does not train at 0.1 from the start. The paper’s own footnote is milder: it begins to converge only after several epochs, “but still reaches similar accuracy”.',
      watch:
        'Unfold “η and effective step” for the two shapes. In the loss, with noise on every gradient, each fall of ResNet’s rate lowers the floor by about the same factor of ten.',
      question: 'Set ResNet’s low rate to 0.1, so that there is no warm-up. Does it matter on this surface?',
    },
    {
      title: 'A case where it helps',
      text: 'A Gaussian well, flat all around. 6,000 runs start at its bottom with noise 1 on the gradients, Adam with η = 0.6 falling to 0 in 200 steps. Nothing is to be learned; the question is who is thrown out.\n\nMeasured: 66 % end inside the radius 2 without a warm-up, 78 % with one of 10 steps, 81 % with 40. RAdam, which was made to do without, holds 89 %.',
      watch: 'Colour by outcome, and the losses: those that were thrown out stand on the plain, 1 above the minimum.',
      question: 'Try a warm-up of 100 steps. Is longer always better?',
    },
    {
      title: 'Why? A hypothesis, measured',
      text: 'The lecture’s explanation: σ is a statistic, imprecise after few steps. That is so: in pure noise its relative error is about 1/√(2t), 32 % at t = 5 and 7 % at t = 100. Whether *that* is what warm-up repairs is a hypothesis.\n\nThe test: for 1,000 steps η is 0 while m, σ or both gather; then the same 200 steps as before. Both gathered: 80 % stay, as with a long warm-up. σ alone: 62 %, no better than nothing (65 %). m alone: 74 %. Here warm-up repairs the early momentum, an average of too few gradients, not σ (as Ma and Yarats argue, 2019).',
      watch: 'From step 1,000 on, the four losses part.',
      question:
        'Set β₁ to 0 for all four: m is then the gradient, with nothing to gather. What is left of the difference?',
    },
    {
      title: 'RAdam is no cure for everything',
      text: 'RAdam estimates how reliable σ is and makes its steps shorter at first. For its first five steps it does not divide by σ at all: it is plain momentum descent.\n\nWith noise 1 that was the best. With noise 3 those five steps are three times as long, and it is the worst of all: 16 % stay, against 21 % without any warm-up and 26 % with one of 40 steps. No explanation that names only one part is the whole story.',
      watch: 'The losses of the first ten steps: who loses the most balls at once.',
      question: 'At which noise do RAdam and plain Adam change places?',
    },
  ],
};

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
  words,
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
