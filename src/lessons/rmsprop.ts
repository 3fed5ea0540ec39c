import type { Lesson } from './lesson.ts';

const alphas = (lr: number) =>
  [0.99, 0.9, 0.5, 0.1].map((alpha) => ({ name: 'rmsprop-lecture', lr, alpha, label: `RMSProp, α ${alpha}` }));
const adagrad = (lr: number) => ({ name: 'adagrad-lecture', lr, label: 'Adagrad' });

/** RMSProp as the lecture writes it; the cliff and the ridge are the catalogue's `flat-steep-flat` and `ridge`. */
export const rmsprop: Lesson = {
  id: 'rmsprop',
  figures: '16–17',
  steps: [
    {
      experiment: {
        objective: 'crescent',
        optimizers: [{ name: 'rmsprop-lecture', lr: 0.01, label: 'RMSProp' }],
        grid: {
          x: { vary: 'x', from: -1.6, to: 1.6, count: 96 },
          y: { vary: 'alpha', from: 0.5, to: 0.999, count: 48 },
        },
        start: { y: 0.6 },
        steps: 1500,
      },
      view: { tab: 'maps', quantity: 'arrival' },
      pace: 240,
      formula: 'v = alpha*v + (1 - alpha)*g^2; theta = theta - eta/sqrt(v)*g',
    },
    {
      experiment: {
        objective: 'flat-steep-flat',
        optimizers: [adagrad(0.02), ...alphas(0.02)],
        grid: { x: { vary: 'x', from: -4 } },
        steps: 500,
      },
    },
    {
      experiment: {
        objective: 'ridge',
        optimizers: [adagrad(0.05), ...alphas(0.05)],
        grid: { x: { vary: 'x', from: -6, to: -4, count: 2000 } },
        steps: 2000,
      },
      pace: 240,
    },
  ],
};
