import { afterAll, describe, expect, test } from 'vitest';
import { type Engine, OUTCOMES } from '../../src/engine/index.ts';
import { type ExperimentInput, planExperiment } from '../../src/experiment/index.ts';
import { drive } from '../support/gpu-bits.ts';
import { compareLandmarks } from '../support/gpu-landmarks.ts';
import { compareWithOracle } from '../support/gpu-oracle.ts';
import { Tap } from '../support/gpu-tap.ts';

const sgd = (lr: number) => [{ name: 'sgd', lr }];

/** Experiments that together touch every part of a pass. */
const EXPERIMENTS: Readonly<Record<string, ExperimentInput>> = {
  noise: {
    objective: 'himmelblau',
    optimizers: [{ name: 'adam', lr: 0.1 }],
    grid: { x: { vary: 'x', from: -4, to: 3.5, count: 3 }, y: { vary: 'noise', from: 0.5, to: 3, count: 2 } },
    start: { y: 1 },
    steps: 40,
  },
  edges: {
    objective: 'quadratic',
    optimizers: [{ name: 'momentum', momentum: 0.5 }],
    grid: {
      x: { vary: 'lr', from: 0.01, to: 1, count: 5, scale: 'log' },
      y: { vary: 'x', from: -4, to: 3.5, count: 3 },
    },
    start: { y: 1.3 },
    steps: 200,
  },
  data: {
    objective: {
      formula: 'mean((y - (w*x + b))^2)',
      parameters: ['w', 'b'],
      data: { x: [-2, -1, 0.5, 1, 3], y: [4.1, 2.2, -0.7, -2.4, -6] },
    },
    optimizers: sgd(0.05),
    grid: { x: { vary: 'w', from: -3, to: 3, count: 3 }, y: { vary: 'b', from: -2, to: 3, count: 2 } },
    steps: 30,
  },
  origin: {
    objective: 'quadratic',
    optimizers: [{ name: 'adagrad-lecture', lr: 0.5 }],
    grid: { x: { vary: 'x', from: 4 } },
    start: { y: 1 },
    steps: 50,
  },
  crawl: {
    objective: 'ravine',
    optimizers: sgd(4e-9),
    grid: { x: { vary: 'b', from: -120 } },
    start: { w: -4 },
    steps: 4000,
  },
};

/** Its losses at the start are 1 to 2.25, and in the end it is a saddle. */
const SADDLE: ExperimentInput = {
  objective: 'hyperbolic-saddle',
  optimizers: sgd(0.1),
  grid: { x: { vary: 'x', from: 1, to: 1.5, count: 4 } },
  start: { y: 0 },
  steps: 200,
};

/** Everything that is wrong with an engine's results. */
async function problems(engine: Engine, names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    if (name === 'saddle') {
      const population = await engine.populate(planExperiment(SADDLE));
      const median = (await population.measure()).optimizers[0].loss[2];
      const { loss } = await population.cells(0);
      if (!(Math.abs(median - loss[1]) <= 0.25 * loss[1])) found.push(`median ${median} of ${loss}`);
      await drive(population, SADDLE.steps as number, () => Number.POSITIVE_INFINITY);
      const { outcome } = await population.cells(0);
      population.destroy();
      const labels = Array.from(outcome, (code) => OUTCOMES[code]);
      if (labels.some((label) => label !== 'saddle')) found.push(`outcomes ${labels}`);
      continue;
    }
    const plan = planExperiment(EXPERIMENTS[name]);
    const [{ failures }] = await compareWithOracle(engine, plan, [1, Math.floor(plan.steps / 2), plan.steps]);
    const population = await engine.populate(plan);
    await drive(population, plan.steps, () => Number.POSITIVE_INFINITY);
    found.push(...failures, ...compareLandmarks(plan, 0, await population.cells(0)).failures);
    population.destroy();
  }
  return found;
}

/** Deliberate mistakes, and the experiment that must show each. */
const MUTATIONS: readonly (readonly [what: string, shown: string, from: string | RegExp, to: string])[] = [
  ['noise of the step before', 'noise', '(at.gradient, k, cell, number)', '(at.gradient, k, cell, number - 1u)'],
  ['the same noise for both parameters', 'noise', 'normal(cell, step, 1u)', 'normal(cell, step, 0u)'],
  ['the same noise for every cell', 'noise', 'normal_vector(run.first + cell, step)', 'normal_vector(run.first, step)'],
  ['steps counted from 0', 'origin', 'carry.states, k, f32(number)', 'carry.states, k, f32(number - 1u)'],
  ['states that are not kept', 'noise', '  store_states(cell, carry.states);', ''],
  ['columns taken for rows', 'edges', 'let column = number % run.columns', 'let column = number / run.columns'],
  ['divergence a step late', 'edges', 'run.step + count;', 'run.step + count + 1u;'],
  [
    'divergence at a smaller radius',
    'edges',
    'bitcast<u32>(square_norm(theta))',
    'bitcast<u32>(4.0 * square_norm(theta))',
  ],
  ['arrival a step late', 'edges', 'run.step + track.above', 'run.step + track.above + 1u'],
  [
    'the worst loss for the best',
    'edges',
    'best = min(track.best, at.loss);',
    'best = max(select(track.best, -HUGE, track.best == HUGE), at.loss);',
  ],
  ['the next column of the data', 'data', 'table[row * 2u + 0u]', 'table[row * 2u + 1u]'],
  ['a row of the data left out', 'data', 'var row = 0u;', 'var row = 1u;'],
  [
    'an origin that stays at the start',
    'origin',
    /abs\(origin\[(\d)\] \+ a\[\d\]\) < 0\.5 \* abs\(a\[\d\]\)/g,
    'false',
  ],
  ['positions instead of displacements', 'crawl', /abs\(origin\[(\d)\] \+ a\[\d\]\) < 0\.5 \* abs\(a\[\d\]\)/g, 'true'],
  ['the wrong eigenvalue', 'saddle', 'matrix[3] + t * off', 'abs(matrix[3] + t * off)'],
  ['a histogram that is shifted', 'saddle', '- 8 * (127 - 64)', '- 8 * (127 - 60)'],
];

describe('the tests find', () => {
  const taps: Tap[] = [];
  afterAll(() => {
    for (const tap of taps) tap.close();
  });

  test('nothing wrong as it is', async () => {
    const tap = new Tap();
    taps.push(tap);
    expect(await problems(await tap.open(), [...Object.keys(EXPERIMENTS), 'saddle'])).toEqual([]);
  });

  test.each(MUTATIONS)('%s (%s)', async (_, shown, from, to) => {
    let changed = 0;
    const tap = new Tap((code) => {
      const mutant = code.replace(from, to);
      if (mutant !== code) changed++;
      return mutant;
    });
    taps.push(tap);
    const found = await problems(await tap.open(), [shown]);
    expect(changed, 'no shader has that text').toBeGreaterThan(0);
    expect(found.length).toBeGreaterThan(0);
  });
});
