import type { Objective } from '../objective.ts';
import { evenProfile, separable } from './points.ts';

const SOURCE = 'Liu 2024, arXiv:2406.13971; amplitude 0.5 and wavelength 1 chosen here';

// x² + 0.5·cos 2πx
const additive = evenProfile(
  [
    [0.4533981007945992, -0.2731486814872188],
    [1.337795885618465, 1.5276564277071927],
  ],
  [
    [0, 0.5],
    [1.1274096907879472, 1.6192126961791145],
  ],
);

// x²·(1 + 0.5·cos 2πx)
const multiplicative = evenProfile(
  [
    [0, 0],
    [1.4642307391598712, 1.098945209914242],
    [2.4793369118238444, 3.0994230657573145],
  ],
  [
    [1.1343897820227797, 1.7141888674192505],
    [2.0733223156915055, 6.223914164298513],
  ],
);

/** Quadratics with a ripple: the set of learning rates that train them has a fractal boundary. */
export const trainability: readonly Objective[] = [
  {
    name: 'liu-additive',
    title: 'Quadratic with an added ripple',
    formula: 'x^2 + y^2 + 0.5*(cos(2*pi*x) + cos(2*pi*y))',
    parameters: ['x', 'y'],
    domain: [
      [-3, 3],
      [-3, 3],
    ],
    start: [2.2, 1.6],
    ...separable(additive, additive),
    minimum: 2 * -0.2731486814872188,
    target: -0.5,
    note: 'Amplitude/wavelength² is 0.5, ten times the threshold of convexity. Compare learning rates near 1.',
    source: SOURCE,
  },
  {
    name: 'liu-multiplicative',
    title: 'Quadratic with a multiplied ripple',
    formula: 'x^2*(1 + 0.5*cos(2*pi*x)) + y^2*(1 + 0.5*cos(2*pi*y))',
    parameters: ['x', 'y'],
    domain: [
      [-3, 3],
      [-3, 3],
    ],
    start: [2.2, 1.6],
    ...separable(multiplicative, multiplicative),
    minimum: 0,
    target: 0.01,
    note: 'The ripple grows with the distance, so that it is not convex far out however small the amplitude is.',
    source: SOURCE,
  },
];
