import type { Lesson } from './lesson.ts';

const ridge = (lr: number) => [
  { name: 'sgd', lr },
  { name: 'momentum', lr },
  { name: 'adam', lr },
];

/** Kinds of critical points on surfaces, where saddles hold hardly anybody, and figure 4: those of small networks. */
export const critical: Lesson = {
  id: 'critical',
  figures: '4',
  steps: [
    {
      experiment: {
        objective: 'bounded-saddle',
        optimizers: ridge(0.05),
        grid: { x: { vary: 'y', from: -2, to: 2, count: 64 } },
        start: { x: 0 },
        steps: 400,
      },
      view: { coloring: 'outcome', critical: true },
    },
    {
      experiment: {
        objective: 'bounded-saddle',
        optimizers: ridge(0.05),
        grid: {
          x: { vary: 'noise', from: 1e-6, to: 0.1, count: 64, scale: 'log' },
          y: { vary: 'y', from: -2, to: 2, count: 64 },
        },
        start: { x: 0 },
        steps: 300,
      },
      view: { tab: 'maps', quantity: 'arrival' },
    },
    {
      experiment: {
        objective: 'monkey-saddle',
        optimizers: [{ name: 'sgd', lr: 0.05 }],
        grid: { x: { vary: 'x', from: -2, to: 2, count: 65 }, y: { vary: 'y', from: -2, to: 2, count: 65 } },
        steps: 5000,
      },
      view: { tab: 'maps', quantity: 'divergence' },
      pace: 1000,
    },
    {
      experiment: {
        objective: 'himmelblau',
        optimizers: [
          { name: 'sgd', lr: 0.01 },
          { name: 'momentum', lr: 0.001 },
          { name: 'adam', lr: 0.05 },
        ],
        grid: { x: { vary: 'x', from: -5, to: 5, count: 128 }, y: { vary: 'y', from: -5, to: 5, count: 128 } },
        steps: 1000,
      },
      view: { tab: 'maps' },
      pace: 240,
    },
    {
      experiment: {
        objective: { network: { widths: [1, 4, 1], data: 'sinc' } },
        optimizers: [{ name: 'adam', lr: 0.02 }],
        steps: 300,
      },
      view: { tab: 'ratio' },
    },
  ],
};
