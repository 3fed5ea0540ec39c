import type { Objective } from '../objective.ts';
import { points, separable, throughOrigin } from './points.ts';

// (x⁴ − 16x² + 5x)/2 at the roots of its derivative 2x³ − 16x + 5/2.
const styblinskiTang = {
  valleys: [
    [-2.903534027771177, -39.16616570377142],
    [2.746802770990837, -25.029446655283945],
  ],
  hills: [[0.1567312567803401, 0.19561235905535804]],
};

// The curved coordinate is 0 at all of them; what is left is 10(1 − 1/8π)·cos x + 10.
const BRANIN = { low: 10 / (8 * Math.PI), high: 20 - 10 / (8 * Math.PI) };

/** A few minima, saddles between them: every stationary point in the domain is known. */
export const wells: readonly Objective[] = [
  {
    name: 'himmelblau',
    title: 'Himmelblau',
    formula: '(x^2 + y - 11)^2 + (x + y^2 - 7)^2',
    parameters: ['x', 'y'],
    domain: [
      [-5, 5],
      [-5, 5],
    ],
    start: [-0.5, -0.5],
    minima: points(
      [3, 2, 0],
      [-2.805118086952745, 3.131312518250573, 0],
      [-3.779310253377747, -3.283185991286169, 0],
      [3.5844283403304917, -1.8481265269644036, 0],
    ),
    saddles: points(
      [3.385154183607021, 0.07385187983774928, 13.311926270405587],
      [0.08667750455539634, 2.884254701174776, 67.71915008752613],
      [-3.0730257507643897, -0.08135304428796751, 104.01516291755811],
      [-0.12796134673068005, -1.9537149802445766, 178.33723920192745],
    ),
    maxima: points([-0.2708445906673476, -0.9230385564799815, 181.6165215225827]),
    minimum: 0,
    target: 0.01,
    note: 'Four equally deep minima around one hill: a basin map has four colours.',
    source: 'Himmelblau 1972',
  },
  {
    name: 'three-hump-camel',
    title: 'Three-hump camel',
    formula: '2*x^2 - 1.05*x^4 + x^6/6 + x*y + y^2',
    parameters: ['x', 'y'],
    domain: [
      [-5, 5],
      [-5, 5],
    ],
    start: [-4, 3],
    minima: [...points([0, 0, 0]), ...throughOrigin([1.7475523458302888, -0.8737761729151444, 0.29863844223685987])],
    saddles: throughOrigin([1.0705422918236598, -0.5352711459118299, 0.8773615577631402]),
    maxima: [],
    minimum: 0,
    target: 0.01,
    note: 'Two shallow minima guard the global one in the middle.',
    source: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
  },
  {
    name: 'six-hump-camel',
    title: 'Six-hump camel',
    formula: '(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (4*y^2 - 4)*y^2',
    parameters: ['x', 'y'],
    domain: [
      [-3, 3],
      [-2, 2],
    ],
    start: [2, 1.5],
    minima: throughOrigin(
      [0.08984201310031806, -0.7126564030207396, -1.0316284534898774],
      [1.7036067149699807, -0.7960835686726251, -0.21546382438371725],
      [1.6071047529201976, 0.5686514548841313, 2.104250310311258],
    ),
    saddles: throughOrigin(
      [0, 0, 0],
      [1.1092053368047863, -0.7682680925095399, 0.543718600978185],
      [1.6380679841897787, 0.22867406904439408, 2.229357197530713],
      [1.296070267167109, 0.6050843880386585, 2.2294708180298595],
    ),
    maxima: throughOrigin([1.2302298765166524, 0.16233458445899493, 2.496295351023577]),
    minimum: -1.0316284534898774,
    target: -1.03,
    note: 'Six minima in three pairs, two of them global.',
    source: 'Dixon & Szegő 1978',
  },
  {
    name: 'mccormick',
    title: 'McCormick',
    formula: 'sin(x + y) + (x - y)^2 - 1.5*x + 2.5*y + 1',
    parameters: ['x', 'y'],
    domain: [
      [-1.5, 4],
      [-3, 4],
    ],
    start: [3.5, 0],
    minima: points(
      [0.5 - Math.PI / 3, -0.5 - Math.PI / 3, -Math.sqrt(0.75) - Math.PI / 3],
      [0.5 + (2 * Math.PI) / 3, -0.5 + (2 * Math.PI) / 3, -Math.sqrt(0.75) + (2 * Math.PI) / 3],
    ),
    saddles: points([0.5 + Math.PI / 3, -0.5 + Math.PI / 3, Math.sqrt(0.75) + Math.PI / 3]),
    maxima: [],
    minimum: -Math.sqrt(0.75) - Math.PI / 3,
    target: -1.91,
    note: 'Outside the box it falls for ever: every shift by (−π, −π) finds another minimum, lower by π.',
    source: 'McCormick 1976',
  },
  {
    name: 'styblinski-tang',
    title: 'Styblinski–Tang',
    formula: '(x^4 - 16*x^2 + 5*x + y^4 - 16*y^2 + 5*y)/2',
    parameters: ['x', 'y'],
    domain: [
      [-5, 5],
      [-5, 5],
    ],
    start: [0.5, 0.5],
    ...separable(styblinskiTang, styblinskiTang),
    minimum: -78.33233140754284,
    target: -78.3,
    note: 'Four wells of three different depths around a hill.',
    source: 'Styblinski & Tang 1990',
  },
  {
    name: 'branin',
    title: 'Branin',
    formula: '(y - 5.1*x^2/(4*pi^2) + 5*x/pi - 6)^2 + 10*(1 - 1/(8*pi))*cos(x) + 10',
    parameters: ['x', 'y'],
    domain: [
      [-5, 10],
      [0, 15],
    ],
    start: [6, 12],
    minima: points([-Math.PI, 12.275, BRANIN.low], [Math.PI, 2.275, BRANIN.low], [3 * Math.PI, 2.475, BRANIN.low]),
    saddles: points([0, 6, BRANIN.high], [2 * Math.PI, 1.1, BRANIN.high]),
    maxima: [],
    minimum: BRANIN.low,
    target: 0.4,
    note: 'Three equally deep minima in one bent valley.',
    source: 'Branin 1972',
  },
  {
    name: 'two-wells',
    title: 'Two wells',
    formula: 'z = 1.4*y; -2*exp(-5*((x - 1)^2 + z^2)) - 6*exp(-5*((x + 1)^2 + z^2)) + x^2 + z^2',
    parameters: ['x', 'y'],
    domain: [
      [-2, 2],
      [-2, 2],
    ],
    start: [0.75, 1],
    minima: points([-0.9675774464554597, 0, -5.032339968658435], [0.9053178606008483, 0, -1.092732038481015]),
    saddles: points([0.12025036405942195, 0, -0.03856400986031281]),
    maxima: [],
    minimum: -5.032339968658435,
    target: -5,
    note: 'A deep and a shallow well in a bowl: the start decides which of them is found.',
    source: 'Teaching surface of optimizer animations',
  },
];
