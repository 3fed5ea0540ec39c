import type { Objective } from '../objective.ts';
import { points } from './points.ts';

/** Objectives whose point of interest is a saddle. */
export const saddles: readonly Objective[] = [
  {
    name: 'hyperbolic-saddle',
    title: 'Hyperbolic saddle',
    formula: 'x^2 - y^2',
    parameters: ['x', 'y'],
    domain: [
      [-2, 2],
      [-2, 2],
    ],
    start: [1.5, 0.001],
    minima: [],
    saddles: points([0, 0, 0]),
    maxima: [],
    minimum: null,
    target: null,
    note: 'Falls for ever along y. Started exactly on y = 0, plain descent ends in the saddle.',
    source: 'Textbook example',
  },
  {
    name: 'monkey-saddle',
    title: 'Monkey saddle',
    formula: 'x^3 - 3*x*y^2',
    parameters: ['x', 'y'],
    domain: [
      [-2, 2],
      [-2, 2],
    ],
    start: [1.5, 0.001],
    minima: [],
    saddles: [{ at: [0, 0], value: 0, kink: true }],
    maxima: [],
    minimum: null,
    target: null,
    note: 'Three ways down and three up. The Hessian vanishes at the saddle, so curvature does not reveal it.',
    source: 'Textbook example',
  },
  {
    name: 'bounded-saddle',
    title: 'Bounded saddle',
    formula: 'x^4/4 - x^2/2 + y^2/2',
    parameters: ['x', 'y'],
    domain: [
      [-2, 2],
      [-2, 2],
    ],
    start: [0.001, 1.5],
    minima: points([1, 0, -0.25], [-1, 0, -0.25]),
    saddles: points([0, 0, 0]),
    maxima: [],
    minimum: -0.25,
    target: -0.249,
    note: 'A saddle between two wells: how long does a method stay there before it leaves?',
    source: 'Textbook example',
  },
];
