import type { Lesson } from './lesson.ts';

const start = { grid: { x: { vary: 'b', from: -120 } }, start: { w: -4 } };

/** Why one learning rate does not fit all parameters: the lecture's regression, and the cone, on which both of its rates show at once. */
export const ravine: Lesson = {
  id: 'ravine',
  figures: '5–8',
  steps: [
    {
      experiment: { objective: 'ravine-scaled', optimizers: [{ name: 'sgd', lr: 0.01 }], ...start, steps: 1000 },
      view: { cell: [0, 0, 0] },
      pace: 240,
    },
    {
      experiment: { objective: 'ravine', optimizers: [{ name: 'sgd', lr: 1e-7 }], ...start, steps: 100_000 },
      view: { cell: [0, 0, 0] },
      pace: null,
    },
    {
      experiment: {
        objective: 'ravine',
        optimizers: [{ name: 'sgd' }],
        grid: {
          x: { vary: 'lr', from: 1e-8, to: 2e-6, count: 48, scale: 'log' },
          y: { vary: 'w', from: -5, to: 5, count: 24 },
        },
        start: { b: -120 },
        steps: 100_000,
      },
      view: { tab: 'maps' },
      pace: null,
    },
    {
      experiment: {
        objective: 'cone',
        optimizers: [
          { name: 'sgd', lr: 1e-2, label: 'rate 10⁻²' },
          { name: 'sgd', lr: 1e-7, label: 'rate 10⁻⁷' },
        ],
        grid: { x: { vary: 'x', from: 7 } },
        start: { y: -6 },
        steps: 100_000,
      },
      pace: null,
    },
  ],
};
