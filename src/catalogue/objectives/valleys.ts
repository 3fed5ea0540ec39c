import type { Objective } from '../objective.ts';
import { points } from './points.ts';

// With v = x + y and u = 2x − 3y the function is a(v)·b(u), both factors positive: its stationary points are the nine
// pairs of v in {−1, 1, 2} and u in {0, 1, 3}, at x = (3v + u)/5 and y = (2v − u)/5.
const goldsteinPrice = {
  parameters: ['x', 'y'],
  domain: [
    [-2, 2],
    [-2, 2],
  ],
  start: [-1.5, 1.5],
  minima: points([0, -1, 3], [-0.6, -0.4, 30], [1.8, 0.2, 84], [1.2, 0.8, 840]),
  saddles: points([-0.4, -0.6, 35], [1.2, -0.2, 99], [1.4, 0.6, 980], [0.6, 0.4, 990]),
  maxima: points([0.8, 0.2, 1155]),
} as const;

/** Long or bent valleys with steep walls. */
export const valleys: readonly Objective[] = [
  {
    name: 'rosenbrock',
    title: 'Rosenbrock',
    formula: '(1 - x)^2 + 100*(y - x^2)^2',
    parameters: ['x', 'y'],
    domain: [
      [-2, 2],
      [-1, 3],
    ],
    start: [-1.2, 1],
    minima: points([1, 1, 0]),
    saddles: [],
    maxima: [],
    minimum: 0,
    target: 0.001,
    note: 'A bent valley, steep across and nearly flat along. At the minimum the curvatures are 0.4 and 1,002.',
    source: 'Rosenbrock 1960',
  },
  {
    name: 'beale',
    title: 'Beale',
    formula: '(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2',
    parameters: ['x', 'y'],
    domain: [
      [-4.5, 4.5],
      [-4.5, 4.5],
    ],
    start: [1, 1],
    minima: points([3, 0.5, 0]),
    saddles: points([0.1005379373241584, -2.6445135850231245, 9.86451228475556], [0, 1, 14.203125]),
    maxima: [],
    minimum: 0,
    target: 0.001,
    note: 'Plateaus in the middle, walls of 180,000 in the corners. To the left a valley sinks for ever, to 0.45.',
    source: 'Beale 1958',
  },
  {
    name: 'dixon-price',
    title: 'Dixon–Price',
    formula: '(x - 1)^2 + 2*(2*y^2 - x)^2',
    parameters: ['x', 'y'],
    domain: [
      [-10, 10],
      [-10, 10],
    ],
    start: [8, 0.5],
    minima: points([1, Math.SQRT1_2, 0], [1, -Math.SQRT1_2, 0]),
    saddles: points([1 / 3, 0, 2 / 3]),
    maxima: [],
    minimum: 0,
    target: 0.001,
    note: 'A valley bent like a horseshoe, with an equally deep minimum in either arm and a saddle between.',
    source: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
  },
  {
    ...goldsteinPrice,
    name: 'goldstein-price',
    title: 'Goldstein–Price',
    formula: 'v = x + y; u = 2*x - 3*y; (1 + (v + 1)^2*(19 - 14*v + 3*v^2))*(30 + u^2*(18 - 16*u + 3*u^2))',
    minimum: 3,
    target: 3.1,
    note: 'Values from 3 to a million, curvatures up to 26,000. Written as a product in x + y and 2x − 3y.',
    source: 'Goldstein & Price 1971',
  },
  {
    ...goldsteinPrice,
    name: 'goldstein-price-log',
    title: 'Goldstein–Price, logarithm',
    formula: 'v = x + y; u = 2*x - 3*y; log(1 + (v + 1)^2*(19 - 14*v + 3*v^2)) + log(30 + u^2*(18 - 16*u + 3*u^2))',
    minima: goldsteinPrice.minima.map(logarithm),
    saddles: goldsteinPrice.saddles.map(logarithm),
    maxima: goldsteinPrice.maxima.map(logarithm),
    minimum: Math.log(3),
    target: Math.log(3.1),
    note: 'The logarithm keeps every minimum and saddle in place and makes the steep walls gentle.',
    source: 'Goldstein & Price 1971; logarithm taken here',
  },
  {
    name: 'bukin-6',
    title: 'Bukin N. 6',
    formula: '100*sqrt(abs(y - 0.01*x^2)) + 0.01*abs(x + 10)',
    parameters: ['x', 'y'],
    domain: [
      [-15, -5],
      [-3, 3],
    ],
    start: [-6, 2],
    minima: [{ at: [-10, 1], value: 0, kink: true }],
    saddles: [],
    maxima: [],
    minimum: 0,
    target: 1,
    note: 'The valley floor is a fold where the gradient becomes infinite: every method is thrown off it again.',
    source: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
  },
];

function logarithm(point: { readonly at: readonly number[]; readonly value: number }) {
  return { at: point.at, value: Math.log(point.value) };
}
