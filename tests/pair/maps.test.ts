import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine, Measurement } from '../../src/engine/index.ts';
import { lossScaleOf } from '../../src/engine/loss-scale.ts';
import { type ExperimentInput, type Plan, planExperiment } from '../../src/experiment/index.ts';
import { openTestEngine } from '../support/engine.ts';
import { binWidth } from '../support/engine-bins.ts';
import { type Agreement, agreement, Sensitivity, type Told, tell } from '../support/engine-pair.ts';

let gpu: Engine;
let cpu: Engine;
beforeAll(async () => {
  gpu = await openTestEngine('webgpu');
  cpu = await openTestEngine('cpu');
});
afterAll(() => {
  gpu.destroy();
  cpu.destroy();
});

const SIDE = 48;
const even = (vary: string, from: number, to: number) => ({ vary, from, to, count: SIDE });
const log = (vary: string, from: number, to: number) => ({ ...even(vary, from, to), scale: 'log' as const });

const MAPS: Readonly<Record<string, ExperimentInput>> = {
  'basins of Himmelblau': {
    objective: 'himmelblau',
    optimizers: [
      { name: 'sgd', lr: 0.01 },
      { name: 'momentum' },
      { name: 'adam', lr: 0.1 },
      { name: 'lion', lr: 0.02 },
    ],
    grid: { x: even('x', -5, 5), y: even('y', -5, 5) },
    steps: 300,
  },
  'basins of Ackley': {
    objective: 'ackley',
    optimizers: [
      { name: 'sgd', lr: 0.02 },
      { name: 'rmsprop', lr: 0.02 },
      { name: 'nadam', lr: 0.05 },
    ],
    grid: { x: even('x', -4, 4.1), y: even('y', -4, 4.1) },
    steps: 250,
  },
  'learning rate and start on Rosenbrock': {
    objective: 'rosenbrock',
    optimizers: [{ name: 'sgd' }, { name: 'nesterov' }, { name: 'adam' }, { name: 'adopt' }],
    grid: { x: log('lr', 1e-4, 1), y: even('x', -2, 2) },
    start: { y: 0.8 },
    steps: 400,
  },
  'learning rate and start on Rastrigin': {
    objective: 'rastrigin',
    optimizers: [{ name: 'momentum' }, { name: 'adabelief' }],
    grid: { x: log('lr', 1e-4, 0.3), y: even('start.x', -4, 4) },
    start: { y: 0.8 },
    steps: 200,
  },
  'noise and learning rate': {
    objective: 'styblinski-tang',
    optimizers: [{ name: 'adam' }, { name: 'sgd' }],
    grid: { x: log('lr', 1e-3, 0.1), y: even('noise', 0, 4) },
    start: { x: 0.3, y: -0.4 },
    steps: 300,
    seed: 8,
  },
  'a line through data, with noise': {
    objective: 'ravine-standardised',
    optimizers: [{ name: 'sgd' }, { name: 'adagrad-lecture' }],
    grid: { x: log('lr', 1e-2, 3), y: even('w', -3, 3) },
    noise: 0.05,
    steps: 200,
  },
};

/** How far apart two engines' quantiles are at most, in bins of the histogram. */
function binsApart(plan: Plan, a: readonly Measurement[], b: readonly Measurement[], optimizer: number): number {
  let most = 0;
  a.forEach((measurement, i) => {
    const signed = plan.objective.minimum === null;
    for (const [name, from, coarse] of [
      ['loss', signed ? lossScaleOf(plan.objective).from : 0, signed] as const,
      ['gradientNorm', 0, false] as const,
    ]) {
      measurement.optimizers[optimizer][name].forEach((value, q) => {
        const other = b[i].optimizers[optimizer][name][q];
        if (Number.isNaN(value) && Number.isNaN(other)) return;
        const apart =
          Math.abs(value - other) / binWidth(Math.max(Math.abs(value - from), Math.abs(other - from)), coarse);
        if (!(apart <= most)) most = apart;
      });
    }
  });
  return most;
}

const total = { cells: 0, inside: 0 };

describe.each(Object.entries(MAPS))('%s', (_, experiment) => {
  let plan: Plan;
  let [one, other]: Told[] = [];
  let found: readonly Agreement[];
  beforeAll(async () => {
    plan = planExperiment(experiment);
    one = await tell(cpu, plan);
    const sensitivity = await Sensitivity.of(cpu, plan, one);
    other = await tell(gpu, plan);
    found = sensitivity.map((each, k) => agreement(each, other.tables[k]));
  });

  /** The share of compared cells that agree, all optimizers together. */
  function share(what: 'labels' | 'places' | 'divergedAt' | 'arrivedAt'): number {
    const sum = (name: 'agreed' | 'compared') => found.reduce((all, each) => all + each[what][name], 0);
    return sum('agreed') / sum('compared');
  }

  test('labels agree off the boundaries', () => {
    expect(share('labels')).toBeGreaterThanOrEqual(0.999);
    total.cells += plan.cells * found.length;
    total.inside += found.reduce((sum, { labels }) => sum + labels.compared, 0);
  });

  test('steps of divergence and arrival agree where they are sure', () => {
    expect(share('divergedAt')).toBeGreaterThanOrEqual(0.999);
    expect(share('arrivedAt')).toBeGreaterThanOrEqual(0.999);
  });

  test('positions agree to what float32 can tell', () => {
    // Four runs do not find every trajectory that is chaotic.
    expect(share('places')).toBeGreaterThanOrEqual(0.995);
  });

  test('shares agree, and quantiles to the width of bins', () => {
    found.forEach(({ unsure, chaotic }, k) => {
      const [mine, theirs] = [one, other].map(({ history }) => history[history.length - 1].optimizers[k]);
      const apart = mine.outcomes.reduce((sum, count, code) => sum + Math.abs(count - theirs.outcomes[code]), 0);
      expect(apart).toBeLessThanOrEqual(2 * (unsure + 1e-3 * plan.cells));
      // Where many cells are chaotic, so are the quantiles.
      if (chaotic < 0.05 * plan.cells) expect(binsApart(plan, one.history, other.history, k)).toBeLessThan(2);
    });
  });
});

test('most cells are off the boundaries', () => {
  expect(total.inside / total.cells).toBeGreaterThan(0.5);
});
