import type { Lesson } from './lesson.ts';

const alone = { grid: { x: { vary: 'x', from: -1.3 } }, start: { y: 0.6 } };
const crescent = {
  objective: 'crescent',
  optimizers: [
    { name: 'adagrad-lecture', lr: 0.01, label: 'Adagrad' },
    { name: 'rmsprop-lecture', lr: 0.01, alpha: 0.99, label: 'RMSProp, α 0.99' },
    { name: 'rmsprop-lecture', lr: 0.01, alpha: 0.9, label: 'RMSProp, α 0.9' },
    { name: 'rmsprop-lecture', lr: 0.01, alpha: 0.5, label: 'RMSProp, α 0.5' },
    { name: 'adagrad', lr: 0.01, label: 'Adagrad (PyTorch)' },
    { name: 'sgd', lr: 0.01 },
  ],
  ...alone,
  steps: 3000,
};

/** Adagrad as the lecture writes it: σ is the root mean square of all gradients so far. */
export const adagrad: Lesson = {
  id: 'adagrad',
  figures: '14–15',
  steps: [
    {
      experiment: {
        objective: 'ravine',
        optimizers: [
          { name: 'adagrad-lecture', lr: 0.7, label: 'Adagrad' },
          { name: 'sgd', lr: 1e-7 },
        ],
        grid: { x: { vary: 'b', from: -120 } },
        start: { w: -4 },
        steps: 1500,
      },
      view: { launched: [-120, -4] },
      pace: 240,
      formula: 'sigma = sqrt(mean(g^2)); theta = theta - eta/sigma*g',
    },
    { experiment: crescent, pace: 1000 },
    { experiment: crescent, view: { cell: [0, 0, 0] }, pace: 1000 },
  ],
};
