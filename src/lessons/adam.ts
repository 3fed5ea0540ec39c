import type { Lesson } from './lesson.ts';

/** Momentum over the root mean square. The second step's surface is made for it: one constant gradient, one that swings. */
export const adam: Lesson = {
  id: 'adam',
  figures: '18, 26–27',
  steps: [
    {
      experiment: {
        objective: 'ravine',
        optimizers: [
          { name: 'rmsprop', lr: 0.1 },
          { name: 'adam', lr: 0.1 },
        ],
        grid: { x: { vary: 'b', from: -200, to: -100, count: 24 }, y: { vary: 'w', from: -5, to: 5, count: 24 } },
        steps: 10_000,
        // A hundredth of the domain's extent is wider than the swinging that this step is about.
        outcomes: { distance: 0.01 },
      },
      pace: 1000,
      formula: 'm = beta1*m + (1 - beta1)*g; v = beta2*v + (1 - beta2)*g^2; theta = theta - eta*m/sqrt(v)',
    },
    {
      experiment: {
        objective: {
          formula: '10*abs(y) - x',
          domain: [
            [-1, 11],
            [-1.5, 1.5],
          ],
        },
        optimizers: [
          { name: 'adam', lr: 0.05 },
          { name: 'rmsprop-lecture', lr: 0.05, alpha: 0.9, label: 'RMSProp' },
          { name: 'sgd', lr: 0.05 },
        ],
        grid: { x: { vary: 'x', from: 0 } },
        start: { y: 0.62 },
        steps: 200,
      },
      view: { cell: [0, 0, 0] },
      pace: 60,
    },
  ],
};
