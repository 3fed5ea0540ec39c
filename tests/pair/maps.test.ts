import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine, Measurement } from '../../src/engine/index.ts';
import { type ExperimentInput, type Plan, planExperiment } from '../../src/experiment/index.ts';
import { openTestEngine } from '../support/engine.ts';
import { binWidth } from '../support/engine-bins.ts';
import { labelOf, Sensitivity, tell, type Told } from '../support/engine-pair.ts';

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
    optimizers: [{ name: 'sgd', lr: 0.01 }, { name: 'momentum' }, { name: 'adam', lr: 0.1 }, { name: 'lion', lr: 0.02 }],
    grid: { x: even('x', -5, 5), y: even('y', -5, 5) },
    steps: 300,
  },
  'basins of Ackley': {
    objective: 'ackley',
    optimizers: [{ name: 'sgd', lr: 0.02 }, { name: 'rmsprop', lr: 0.02 }, { name: 'nadam', lr: 0.05 }],
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
  'learning rate and momentum on Rastrigin': {
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
    for (const [name, signed] of [['loss', plan.objective.minimum === null] as const, ['gradientNorm', false] as const]) {
      measurement.optimizers[optimizer][name].forEach((value, q) => {
        const other = b[i].optimizers[optimizer][name][q];
        if (Number.isNaN(value) && Number.isNaN(other)) return;
        const apart = Math.abs(value - other) / binWidth(Math.max(Math.abs(value), Math.abs(other)), signed);
        if (!(apart <= most)) most = apart;
      });
    }
  });
  return most;
}

describe.each(Object.entries(MAPS))('%s', (_, experiment) => {
  let plan: Plan;
  let [one, other]: Told[] = [];
  let sensitivity: readonly Sensitivity[];
  beforeAll(async () => {
    plan = planExperiment(experiment);
    one = await tell(cpu, plan);
    sensitivity = await Sensitivity.of(cpu, plan, one);
    other = await tell(gpu, plan);
  });

  test('engine and engine', () => {
    for (const [k, { label }] of plan.optimizers.entries()) {
      const [mine, theirs] = [one.tables[k], other.tables[k]];
      const c = { inside: 0, same: 0, calm: 0, near: 0, sureD: 0, sameD: 0, sureA: 0, sameA: 0 };
      for (let cell = 0; cell < plan.cells; cell++) {
        if (sensitivity[k].isInside(cell)) { c.inside++; if (labelOf(mine, cell) === labelOf(theirs, cell)) c.same++; }
        const tolerance = sensitivity[k].tolerance(cell);
        if (tolerance !== null && mine.divergedAt[cell] < 0) { c.calm++; if (mine.theta.every((v, p) => Math.abs(v[cell] - theirs.theta[p][cell]) <= tolerance)) c.near++; }
        if (sensitivity[k].isSure('divergedAt', cell)) { c.sureD++; if (mine.divergedAt[cell] === theirs.divergedAt[cell]) c.sameD++; }
        if (sensitivity[k].isSure('arrivedAt', cell)) { c.sureA++; if (mine.arrivedAt[cell] === theirs.arrivedAt[cell]) c.sameA++; }
      }
      console.log(label, plan.cells, JSON.stringify(c), 'bins', binsApart(plan, one.history, other.history, k), 'diverged', mine.divergedAt.filter(x=>x>=0).length, 'arrived', mine.arrivedAt.filter(x=>x>0).length, 'labels', new Set(mine.outcome).size, new Set(mine.minimum).size);
    }
  });
});
