import type { Lesson } from './lesson.ts';

const grid = { x: { vary: 'x', from: -5, to: 5, count: 64 }, y: { vary: 'y', from: -5, to: 5, count: 64 } };
const population = { objective: 'himmelblau', optimizers: [{ name: 'sgd', lr: 0.02 }], grid, steps: 1000 };

/** Training that is stuck is seldom at a critical point. The surface of the first step is made to show it; see the catalogue's `cone`. */
export const stuck: Lesson = {
  id: 'stuck',
  figures: '1–3',
  steps: [
    {
      experiment: {
        objective: 'cone',
        optimizers: [{ name: 'sgd', lr: 0.01 }],
        grid: { x: { vary: 'x', from: 7 } },
        start: { y: -6 },
        steps: 1000,
      },
      view: { cell: [0, 0, 0] },
      pace: 240,
    },
    { experiment: population, view: { coloring: 'outcome', trails: false }, pace: 240 },
    { experiment: population, view: { coloring: 'outcome', cell: [0, 12, 18] }, pace: 240 },
  ],
};
