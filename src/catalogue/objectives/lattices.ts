import type { Objective } from '../objective.ts';
import { evenProfile, type Profile, separable } from './points.ts';

const LIBRARY = 'Surjanovic & Bingham, Virtual Library of Simulation Experiments';

// x² − 10·cos 2πx + 10
const rastrigin = evenProfile(
  [
    [0, 0],
    [0.9949586376523348, 0.9949590570932916],
    [1.9899122337085495, 3.979831190554087],
    [2.984855701039481, 8.95460124148701],
    [3.979783860300754, 15.919243792461534],
    [4.974691390895051, 24.873722934542226],
  ],
  [
    [0.5025460365546747, 20.251272990990113],
    [1.5076407318703584, 22.26145888480592],
    [2.512743318200085, 26.281841177512234],
    [3.517859138170441, 32.312440977260394],
    [4.522993659584519, 40.35329019383896],
  ],
);

// The summands of Lévy's function in x and in y.
const levyX: Profile = {
  valleys: [
    [1, 0],
    [3.79108219045051, 1.1604532106739114],
    [-4.205434985718203, 2.400079408180246],
    [7.723082150790463, 3.5359222019961907],
    [-8.244554665464946, 6.0558514249730795],
  ],
  hills: [
    [2.7688604518537936, 2.076116755809091],
    [-2.705316040386871, 8.540741589860838],
    [6.109058808819238, 17.10358773921884],
    [-6.496199428308065, 37.71526828238739],
    [9.937873987907954, 54.012509188773876],
  ],
};
const levyY: Profile = {
  valleys: [
    [1, 0],
    [-2.8906496084617133, 0.9737115955768498],
    [4.890649608461713, 0.9737115955768498],
    [-4.930286250610244, 2.224270977408809],
    [6.930286250610244, 2.224270977408809],
    [-6.948452278487519, 3.9744501432753836],
    [8.948452278487519, 3.9744501432753827],
    [-8.959023320607939, 6.22453052571356],
  ],
  hills: [
    [-2.256662218677807, 1.2237006012831848],
    [4.256662218677807, 1.2237006012831853],
    [-4.158843090997565, 3.2252862820732],
    [6.158843090997565, 3.2252862820732005],
    [-6.114563457271405, 6.225778607724501],
    [8.114563457271407, 6.225778607724502],
    [-8.0894753704424, 10.225989180207916],
  ],
};

// x² − 0.3·cos 3πx + 0.3 and 2y² − 0.4·cos 4πy + 0.4
const bohachevskyX = evenProfile(
  [
    [0, 0],
    [0.6186120678279501, 0.41292683027581506],
    [1.2224947771568115, 1.6438265898471713],
  ],
  [
    [0.3607081555517537, 0.7201809112284155],
    [1.093875187710033, 1.686607164419493],
  ],
);
const bohachevskyY = evenProfile(
  [
    [0, 0],
    [0.46952754566849225, 0.46988241492139593],
    [0.9333791416826436, 1.874569931117437],
  ],
  [
    [0.2670404674810485, 0.9334852966930435],
    [0.8053579605576345, 2.0042581512601183],
  ],
);

// 418.98… − x·sin √|x|: odd but for the constant, so that hills mirror valleys.
const SCHWEFEL_TOP = 418.9828872724337;
const schwefelValleys = [
  [420.96874635998205, -418.9828872724337],
  [-302.52493561191176, -300.5445526579958],
  [203.81425264889447, -201.8432178818608],
  [-124.82935642021528, -122.87617351391586],
  [65.54786509015155, -63.63498195155445],
  [-25.877417347618685, -24.08296022306833],
  [5.239199300195525, -3.945301625284326],
];
const schwefel: Profile = {
  valleys: schwefelValleys.map(([x, f]) => [x, SCHWEFEL_TOP + f]),
  hills: schwefelValleys.map(([x, f]) => [-x, SCHWEFEL_TOP - f]),
};

/** Sums of one wavy function of x and one of y: their stationary points form lattices, listed in full. */
export const lattices: readonly Objective[] = [
  {
    name: 'rastrigin',
    title: 'Rastrigin',
    formula: '20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)',
    parameters: ['x', 'y'],
    domain: [
      [-5.12, 5.12],
      [-5.12, 5.12],
    ],
    start: [-3.3, 2.7],
    ...separable(rastrigin, rastrigin),
    minimum: 0,
    target: 0.1,
    note: '121 minima, about 1 apart, in a bowl. Plain descent is stable for learning rates below 0.00504.',
    source: 'Rastrigin 1974',
  },
  {
    name: 'levy',
    title: 'Lévy',
    formula:
      'u = 1 + (x - 1)/4; v = 1 + (y - 1)/4; ' +
      'sin(pi*u)^2 + (u - 1)^2*(1 + 10*sin(pi*u + 1)^2) + (v - 1)^2*(1 + sin(2*pi*v)^2)',
    parameters: ['x', 'y'],
    domain: [
      [-10, 10],
      [-10, 10],
    ],
    start: [-8, 6],
    ...separable(levyX, levyY),
    minimum: 0,
    target: 0.001,
    note: 'Parallel valleys that deepen towards the middle; 40 minima in the box.',
    source: LIBRARY,
  },
  {
    name: 'bohachevsky',
    title: 'Bohachevsky N. 1',
    formula: 'x^2 + 2*y^2 - 0.3*cos(3*pi*x) - 0.4*cos(4*pi*y) + 0.7',
    parameters: ['x', 'y'],
    domain: [
      [-100, 100],
      [-100, 100],
    ],
    start: [-70, 50],
    ...separable(bohachevskyX, bohachevskyY),
    minimum: 0,
    target: 0.01,
    note: 'From afar a bowl; all its 25 minima lie within 1.6 of the origin.',
    source: 'Bohachevsky, Johnson & Stein 1986',
  },
  {
    name: 'schwefel',
    title: 'Schwefel',
    formula: '837.9657745448676 - x*sin(sqrt(abs(x))) - y*sin(sqrt(abs(y)))',
    parameters: ['x', 'y'],
    domain: [
      [-500, 500],
      [-500, 500],
    ],
    start: [-200, 100],
    ...separable(schwefel, schwefel),
    minimum: 0,
    target: 1,
    note: 'The second-best minima lie far from the best one. Outside the box it falls without bound.',
    source: 'Schwefel 1981',
  },
];
