import { msg } from '@lit/localize';
import batchRates from '../../../examples/batch-rates.json';
import himmelblau from '../../../examples/himmelblau-basins.json';
import layerRates from '../../../examples/layer-rates.json';
import momentumPlane from '../../../examples/momentum-plane.json';
import noise from '../../../examples/noise.json';
import ravine from '../../../examples/ravine.json';
import rosenbrockRates from '../../../examples/rosenbrock-rates.json';
import sineFit from '../../../examples/sine-fit.json';
import spiralRates from '../../../examples/spiral-rates.json';
import trainability from '../../../examples/trainability.json';
import typedRule from '../../../examples/typed-rule.json';
import warmUp from '../../../examples/warm-up.json';
import type { PageView } from '../view/page-view.ts';

/** A ready experiment. */
export interface Example {
  readonly title: string;
  /** What it shows. */
  readonly sentence: string;
  /** An experiment as it is written; the tests plan and run every one of them. */
  readonly experiment: unknown;
  /** How it is looked at, where not as the page opens. */
  readonly view?: Partial<PageView>;
  /** Steps a second at which it is shown best, where not as the visitor likes it. */
  readonly pace?: number;
}

/** The experiments that the page offers, from the simplest on. */
export const EXAMPLES: readonly Example[] = [
  {
    get title() {
      return msg('Four basins');
    },
    get sentence() {
      return msg(
        'Himmelblau’s function has four minima. SGD falls into the nearest nearly always, Adam less often: its first steps have the same length whatever the slope.',
      );
    },
    experiment: himmelblau,
    view: { tab: 'maps' },
  },
  {
    get title() {
      return msg('A ravine that SGD cannot finish');
    },
    get sentence() {
      return msg(
        'The lecture’s regression. At a large rate SGD swings between the walls, the loss stuck and the gradient huge; at a small one it crawls along the floor. Adam arrives.',
      );
    },
    experiment: {
      ...ravine,
      optimizers: [
        {
          name: 'sgd',
          lr: 1.14493e-6,
          get label() {
            return msg('SGD, large rate');
          },
        },
        {
          name: 'sgd',
          lr: 1e-7,
          get label() {
            return msg('SGD, small rate');
          },
        },
        { name: 'adagrad-lecture', lr: 0.7, label: 'Adagrad' },
        { name: 'adam', lr: 0.1 },
      ],
    },
    pace: 1000,
  },
  {
    get title() {
      return msg('Which learning rates work');
    },
    get sentence() {
      return msg(
        'Rosenbrock’s valley, the learning rate from row to row. Adam never diverges: it crawls at small rates and swings at large ones. SGD has a narrow band, and above it most starts are lost.',
      );
    },
    experiment: rosenbrockRates,
    view: { tab: 'maps' },
    pace: 240,
  },
  {
    get title() {
      return msg('Momentum against learning rate');
    },
    get sentence() {
      return msg(
        'A valley a hundred times as steep as flat. Momentum lets heavy ball take larger rates before it diverges, and makes Nesterov take smaller ones.',
      );
    },
    experiment: momentumPlane,
    view: { tab: 'maps' },
    pace: 240,
  },
  {
    get title() {
      return msg('Adam against AMSGrad');
    },
    get sentence() {
      return msg(
        'With a short memory (β₂ = 0.9) Adam’s steps grow again near the valley’s floor and most starts end up swinging. AMSGrad lets no step grow: none swings, nearly all crawl.',
      );
    },
    experiment: {
      objective: 'rosenbrock',
      optimizers: [
        { name: 'adam', beta2: 0.9 },
        { name: 'amsgrad', beta2: 0.9 },
      ],
      grid: {
        x: { vary: 'x', from: -2, to: 2, count: 96 },
        y: { vary: 'lr', from: 0.01, to: 10, count: 96, scale: 'log' },
      },
      start: { y: 2 },
      steps: 1000,
    },
    view: { tab: 'maps' },
    pace: 240,
  },
  {
    get title() {
      return msg('Off the saddle');
    },
    get sentence() {
      return msg(
        'Every start lies on the ridge between two wells, where only noise pushes off it. The less noise, the longer SGD stays; heavy ball leaves sooner, and Adam, which divides by the noise, soonest.',
      );
    },
    experiment: {
      objective: 'bounded-saddle',
      optimizers: [
        { name: 'sgd', lr: 0.05 },
        { name: 'momentum', lr: 0.05 },
        { name: 'adam', lr: 0.05 },
      ],
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
    get title() {
      return msg('The floor that noise leaves');
    },
    get sentence() {
      return msg(
        'At a constant rate SGD stops above the minimum, the higher the larger rate and noise are. A rate that falls as 1/t goes on down; Adam does better only where there is much noise.',
      );
    },
    experiment: noise,
    view: { tab: 'maps', quantity: 'loss' },
    pace: 240,
  },
  {
    get title() {
      return msg('What a warm-up is good for');
    },
    get sentence() {
      return msg(
        'Starts at the bottom of a well with flat ground around, and noise that throws them out. At a constant rate Adam keeps about half of them in, with a warm-up before a cosine three quarters.',
      );
    },
    experiment: warmUp,
    view: { tab: 'maps' },
  },
  {
    get title() {
      return msg('A formula of your own');
    },
    get sentence() {
      return msg(
        'Any text with x and y is a surface: here rings of valleys, cut into petals. Change a number in the formula on the left and every trajectory runs again.',
      );
    },
    experiment: {
      objective: {
        formula: 'r = sqrt(x^2 + y^2); 0.05*r^2 + 1 - cos(2*r)*cos(3*atan(y/(abs(x) + 0.1)))',
        domain: [
          [-6, 6],
          [-6, 6],
        ],
      },
      optimizers: [
        { name: 'sgd', lr: 0.05 },
        { name: 'adam', lr: 0.1 },
      ],
      steps: 400,
    },
  },
  {
    get title() {
      return msg('Fitting data');
    },
    get sentence() {
      return msg(
        'A sine a·sin(w·x) through twelve measured points. Only starts near the true frequency find it; all others end in the valley of a wrong one, whatever the optimizer.',
      );
    },
    experiment: sineFit,
  },
  {
    get title() {
      return msg('A spiral, learned 256 times');
    },
    get sentence() {
      return msg(
        'Every cell is a network that tells two spirals apart, the learning rate across and the seed of its first weights up. Adam learns them at rates from 0.005 to 0.3 and only swings above; heavy ball is too slow, and from 0.48 on it diverges whatever the seed.',
      );
    },
    experiment: spiralRates,
    view: { tab: 'maps', quantity: 'loss' },
    pace: 240,
  },
  {
    get title() {
      return msg('Mini-batches and the learning rate');
    },
    get sentence() {
      return msg(
        'Networks that learn a circle from batches of 1 to 64 points, the learning rate up. The noise of a batch is in proportion to rate over size: the smaller the batch, the smaller the largest rate that learns. Heavy ball, whose steps add up to ten times the rate, bears a tenth.',
      );
    },
    experiment: batchRates,
    view: { tab: 'maps', quantity: 'loss' },
    pace: 240,
  },
  {
    get title() {
      return msg('A learning rate for each layer');
    },
    get sentence() {
      return msg(
        'A network on XOR, the rate of its first layer across and of its second up. Where one layer hardly moves, the other can make up for it by a large rate. SGD needs that far more than Adam, which learns with either rate a hundred times smaller.',
      );
    },
    experiment: layerRates,
    view: { tab: 'maps', quantity: 'loss' },
    pace: 60,
  },
  {
    get title() {
      return msg('The edge of what trains');
    },
    get sentence() {
      return msg(
        'A network of 272 parameters, the rate of its first layer across and of its second up, over nine decades each. Where training ends is a rough line, after Sohl-Dickstein; drag a rectangle over it to look closer. Momentum, Adam and RAdam have edges of their own.',
      );
    },
    experiment: {
      ...trainability,
      optimizers: [
        { name: 'sgd', lr: 1 },
        { name: 'momentum', lr: 1 },
        { name: 'adam', lr: 1 },
        { name: 'radam', lr: 1 },
      ],
    },
    view: { tab: 'trainability' },
  },
  {
    get title() {
      return msg('A rule of your own');
    },
    get sentence() {
      return msg(
        'Heavy ball, and a rule typed as a formula that drops the velocity whenever it points uphill: it arrives in a third of the steps, but bears only half the learning rate.',
      );
    },
    experiment: typedRule,
    view: { tab: 'maps', quantity: 'arrival' },
    pace: 240,
  },
];
