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

/** A period of a sine at 24 points, with x as it comes, from 0 to 100, or with mean 0 and standard deviation 1. */
const POINTS = 24;
const wave = (inputs: 'as they come' | 'standardised') => {
  const raw = Array.from({ length: POINTS }, (_, i) => Math.round((1000 * i) / (POINTS - 1)) / 10);
  const mean = raw.reduce((sum, x) => sum + x, 0) / POINTS;
  const spread = Math.sqrt(raw.reduce((sum, x) => sum + (x - mean) ** 2, 0) / POINTS);
  const digits = (value: number) => Math.round(1000 * value) / 1000;
  return {
    x: inputs === 'standardised' ? raw.map((x) => digits((x - mean) / spread)) : raw,
    y: raw.map((x) => digits(Math.sin((2 * Math.PI * x) / 100))),
  };
};

/** A slice of a small network's surface: the weight and the bias of its first unit, which the map shows. */
const small = (activation: 'tanh' | 'relu', inputs: Parameters<typeof wave>[0]): ExperimentInput => ({
  objective: { network: { widths: [1, 4, 1], activation, data: { columns: wave(inputs) } } },
  optimizers: [{ name: 'sgd', lr: 0.1 }],
  grid: {
    x: { vary: 'w1_1_1', from: -3, to: 3, count: 24 },
    y: { vary: 'b1_1', from: -3, to: 3, count: 24 },
  },
  steps: 2000,
  target: 0.05,
});

/** Standardisation of the ravine, half by half; activation and scaling of a small network. */
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
      experiment: line('mean((Y - (b + w*X/156))^2)', [-600, 200], [0, 800], 0.2, 200),
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
    { experiment: small('tanh', 'as they come'), view: { coloring: 'outcome' }, pace: 240 },
    { experiment: small('tanh', 'standardised'), view: { coloring: 'outcome' }, pace: 240 },
    { experiment: small('relu', 'standardised'), view: { coloring: 'outcome' }, pace: 240 },
  ],
};
