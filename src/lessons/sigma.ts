import type { Lesson } from './lesson.ts';

/** σ as the root mean square of a parameter's gradients. The second step's surface is a plain quadratic form, made for it. */
export const sigma: Lesson = {
  id: 'sigma',
  figures: '9–13',
  steps: [
    {
      experiment: {
        objective: 'ravine',
        optimizers: [{ name: 'adagrad-lecture', lr: 0.7 }],
        grid: { x: { vary: 'b', from: -120 } },
        start: { w: -4 },
        steps: 200,
      },
      view: { cell: [0, 0, 0] },
      formula: 'sigma = sqrt(mean(g^2)); theta = theta - eta/sigma*g',
    },
    {
      experiment: {
        objective: {
          formula: '(x^2 + 10000*y^2)/2',
          domain: [
            [-6, 6],
            [-6, 6],
          ],
          minimum: 0,
        },
        optimizers: [
          { name: 'sgd', lr: 1.9e-4 },
          { name: 'adagrad-lecture', lr: 0.1 },
        ],
        grid: { x: { vary: 'x', from: -6, to: 6, count: 64 }, y: { vary: 'y', from: -6, to: 6, count: 64 } },
        steps: 300,
        target: 0.01,
      },
      view: { launched: [-5, 4] },
      pace: 60,
    },
  ],
};
