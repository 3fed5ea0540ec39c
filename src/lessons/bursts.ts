import type { Lesson } from './lesson.ts';

const start = { grid: { x: { vary: 'b', from: -120 } }, start: { w: -4 } };

/** The bursts of the lecture's Adagrad at a constant rate. */
export const bursts: Lesson = {
  id: 'bursts',
  figures: '19',
  steps: [
    {
      experiment: {
        objective: 'ravine',
        optimizers: [{ name: 'adagrad-lecture', lr: 0.7, label: 'Adagrad' }],
        ...start,
        steps: 10_000,
      },
      pace: 1000,
    },
    {
      experiment: {
        objective: 'ravine',
        optimizers: [1, 0.7, 0.5, 0.3, 0.15].map((lr) => ({ name: 'adagrad-lecture', lr, label: `η ${lr}` })),
        ...start,
        steps: 20_000,
      },
      pace: null,
    },
    {
      experiment: {
        objective: 'ravine',
        optimizers: [{ name: 'adagrad-lecture', lr: 0.7, label: 'Adagrad' }],
        ...start,
        steps: 3000,
      },
      view: { cell: [0, 0, 0] },
      pace: 1000,
    },
  ],
};
