import type { ExperimentInput } from '../experiment/index.ts';
import type { Lesson } from './lesson.ts';

/** The ten points of the lecture's regression: the demo data of Hung-yi Lee's regression lecture, as in the catalogue's `ravine`. */
const data = {
  X: [338, 333, 328, 207, 226, 25, 179, 60, 208, 606],
  Y: [640, 633, 619, 393, 428, 27, 193, 66, 226, 1591],
};
/** The mean square error of the least-squares line: no shift or scaling of X changes it. */
const minimum = 10193.672989589078;
/** The level at which b is within 1 of the minimum on the original valley's floor. */
const target = minimum + 0.2787;

const grid = (b: readonly [number, number], w: readonly [number, number]): ExperimentInput['grid'] => ({
  x: { vary: 'b', from: b[0], to: b[1], count: 24 },
  y: { vary: 'w', from: w[0], to: w[1], count: 24 },
});

const line = (formula: string, b: [number, number], w: [number, number], lr: number, steps: number) => ({
  objective: { formula, parameters: ['b', 'w'], data, domain: [b, w], minimum },
  optimizers: [{ name: 'sgd', lr }],
  grid: grid(b, w),
  steps,
  target,
});

/** Standardisation of the ravine, half by half. */
export const flattening: Lesson = {
  id: 'flattening',
  figures: '30',
  steps: [
    {
      experiment: line('mean((Y - (b + w*X))^2)', [-200, -100], [-5, 5], 1e-5, 100_000),
      pace: null,
    },
    {
      experiment: line('mean((Y - (b + w*(X - 251)))^2)', [300, 600], [-5, 5], 4e-5, 100_000),
      pace: null,
    },
    {
      experiment: line('mean((Y - (b + w*X/156))^2)', [-200, -100], [0, 800], 0.2, 200),
      pace: 60,
    },
    {
      experiment: {
        objective: 'ravine-standardised',
        optimizers: [{ name: 'sgd', lr: 0.5 }],
        grid: grid([-3, 3], [-3, 3]),
        steps: 20,
      },
      pace: 10,
    },
  ],
};
