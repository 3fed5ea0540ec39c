import type { ExperimentInput } from '../../src/experiment/index.ts';

/** More cells than five tiles hold, the last of which is not full, and more steps than two jobs make. */
const GRID = { columns: 37, rows: 36, steps: 1300 };

/** Experiments that many tiles work on: states of a cell's own and states that all share, noise, data, and what the axes vary. */
export const LARGE: Readonly<Record<string, ExperimentInput>> = {
  'starts, noise, several optimizers': {
    objective: 'himmelblau',
    optimizers: [
      { name: 'adam', lr: 0.02, schedule: { name: 'linear' } },
      { name: 'momentum', lr: 2e-3 },
      { name: 'radam', lr: 0.03 },
    ],
    grid: {
      x: { vary: 'x', from: -4, to: 4.1, count: GRID.columns },
      y: { vary: 'y', from: -4, to: 4.2, count: GRID.rows },
    },
    noise: 0.4,
    seed: 3,
    steps: GRID.steps,
  },
  'learning rates that diverge, a data table': {
    objective: {
      formula: 'mean((y - (w*x + b))^2)',
      parameters: ['w', 'b'],
      data: { x: [-2, -1, 0.5, 1, 3], y: [4.1, 2.2, -0.7, -2.4, -6] },
      minimum: 0,
    },
    optimizers: [{ name: 'nesterov' }, { name: 'adadelta' }],
    grid: {
      x: { vary: 'lr', from: 1e-3, to: 2, count: GRID.columns, scale: 'log' },
      y: { vary: 'b', from: -3, to: 3, count: GRID.rows },
    },
    start: { w: 2 },
    steps: GRID.steps,
    target: 0.2,
  },
  'batches of many sizes': {
    objective: {
      formula: 'mean((y - (w*x + b))^2)',
      parameters: ['w', 'b'],
      data: { x: [-2, -1, 0.5, 1, 3], y: [4.1, 2.2, -0.7, -2.4, -6] },
    },
    optimizers: [{ name: 'momentum' }],
    grid: {
      x: { vary: 'batch', from: 1, to: 8, count: GRID.columns },
      y: { vary: 'b', from: -3, to: 3, count: GRID.rows },
    },
    start: { w: 2 },
    steps: GRID.steps,
  },
};
