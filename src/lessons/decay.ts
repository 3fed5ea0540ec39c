import type { Lesson } from './lesson.ts';

/** Decayed learning rates on the ravine; the second is faster than the lecture's. */
export const decay: Lesson = {
  id: 'decay',
  figures: '20–21',
  steps: [
    {
      experiment: {
        objective: 'ravine',
        optimizers: [
          { name: 'adagrad-lecture', lr: 1, label: 'η falls as 1/√t', schedule: { name: 'inverse-sqrt' } },
          { name: 'adagrad-lecture', lr: 0.7, label: 'η stays 0.7' },
        ],
        grid: { x: { vary: 'b', from: -120 } },
        start: { w: -4 },
        steps: 100_000,
      },
      pace: null,
      formula: 'theta = theta - eta/(sqrt(t + 1)*sigma)*g',
    },
    {
      experiment: {
        objective: 'ravine',
        optimizers: [
          { name: 'adagrad-lecture', lr: 0.7, label: 'Adagrad', schedule: { name: 'inverse-time', T: 1000 } },
        ],
        grid: {
          x: { vary: 'schedule.T', from: 100, to: 100_000, count: 61, scale: 'log' },
          y: { vary: 'w', from: -5, to: 5, count: 24 },
        },
        start: { b: -120 },
        steps: 20_000,
        outcomes: { distance: 0.01 },
      },
      view: { tab: 'maps', quantity: 'arrival' },
      pace: null,
    },
  ],
};
