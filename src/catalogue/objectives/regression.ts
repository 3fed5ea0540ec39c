import type { Objective } from '../objective.ts';
import { points } from './points.ts';

/** The ten data points of the lecture's linear regression. */
export const lectureTable = {
  X: [338, 333, 328, 207, 226, 25, 179, 60, 208, 606],
  Y: [640, 633, 619, 393, 428, 27, 193, 66, 226, 1591],
} as const;

/** The least-squares line y = b + w·x through the ten points, as (b, w), and its sum of squared errors. */
const LINE = [-188.43319665732673, 2.669454966762258] as const;
const SSE = 101936.72989589078;
/** The sum of squared errors on the valley floor, 1 away from the minimum in b. */
const ARRIVED = SSE + 2.787;

const SOURCE = 'Hung-yi Lee, demo data of the regression lecture; figures 5 to 8 and 19 to 21 of 2021';

/** The regression ravine as a function of the squared errors' sum; `scale` is applied to its levels. */
function ravine(
  scale: (sse: number) => number,
  rest: Pick<Objective, 'name' | 'title' | 'formula' | 'note'>,
): Objective {
  return {
    ...rest,
    parameters: ['b', 'w'],
    domain: [
      [-200, -100],
      [-5, 5],
    ],
    start: [-120, -4],
    minima: points([...LINE, scale(SSE)]),
    saddles: [],
    maxima: [],
    minimum: scale(SSE),
    target: scale(ARRIVED),
    data: lectureTable,
    source: SOURCE,
  };
}

/** A column with its mean subtracted, in units of its standard deviation (of the population). */
function standardised(column: readonly number[]): number[] {
  const mean = column.reduce((sum, x) => sum + x) / column.length;
  const deviation = Math.sqrt(column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / column.length);
  return column.map((x) => (x - mean) / deviation);
}

const standardTable = { X: standardised(lectureTable.X), Y: standardised(lectureTable.Y) };
const correlation = standardTable.X.reduce((sum, x, i) => sum + x * standardTable.Y[i], 0) / standardTable.X.length;

/** Linear regression on the lecture's data: four scalings of the ravine, and what standardising makes of it. */
export const regression: readonly Objective[] = [
  ravine((sse) => sse, {
    name: 'ravine',
    title: 'Regression ravine',
    formula: 'sum((Y - (b + w*X))^2)',
    note: 'Convex, with condition number 313,000. Plain descent is stable for learning rates below 1.145e-6.',
  }),
  ravine((sse) => 1.14493e-4 * sse, {
    name: 'ravine-scaled',
    title: 'Regression ravine, scaled',
    formula: '1.14493e-4*sum((Y - (b + w*X))^2)',
    note: 'The ravine in other units: here learning rate 1e-2 is just stable, and swings from wall to wall.',
  }),
  ravine(Math.sqrt, {
    name: 'ravine-root',
    title: 'Regression ravine, root',
    formula: 'sqrt(sum((Y - (b + w*X))^2))',
    note: 'The same ellipses with walls of even slope: at learning rate 1e-2 plain descent swings for ever.',
  }),
  ravine((sse) => sse / 10, {
    name: 'linear-regression',
    title: 'Linear regression',
    formula: 'mean((Y - (b + w*X))^2)',
    note: 'The ravine with the mean in place of the sum. Replace the table to fit a line to other data.',
  }),
  {
    name: 'ravine-standardised',
    title: 'Regression ravine, standardised',
    formula: 'mean((Y - (b + w*X))^2)',
    parameters: ['b', 'w'],
    domain: [
      [-3, 3],
      [-3, 3],
    ],
    start: [-2, -2],
    minima: points([0, correlation, 1 - correlation ** 2]),
    saddles: [],
    maxima: [],
    minimum: 1 - correlation ** 2,
    target: 1 - correlation ** 2 + 0.0001,
    data: standardTable,
    note: 'The same data, both columns standardised: condition number 1, and plain descent arrives in a few steps.',
    source: 'Made for figure 30 of Hung-yi Lee 2021',
  },
];
