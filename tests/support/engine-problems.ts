import { type Engine, OUTCOMES, type Outcome } from '../../src/engine/index.ts';
import { lossScaleOf } from '../../src/engine/loss-scale.ts';
import { type ExperimentInput, planExperiment } from '../../src/experiment/index.ts';
import { drive } from './engine-bits.ts';
import { compareLandmarks } from './engine-landmarks.ts';
import { compareWithOracle } from './engine-oracle.ts';

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
  arrivals: {
    objective: 'quadratic',
    optimizers: [{ name: 'momentum', momentum: 0.5 }],
    grid: {
      x: { vary: 'lr', from: 0.01, to: 0.1, count: 5, scale: 'log' },
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
  tiles: {
    objective: 'sphere',
    optimizers: sgd(0.1),
    grid: { x: { vary: 'x', from: -4, to: 4, count: 301 } },
    noise: 1,
    steps: 4,
  },
};

/** Experiments all of whose cells are the same in the end. */
const ENDS: Readonly<Record<string, readonly [Outcome, ExperimentInput]>> = {
  saddle: [
    'saddle',
    {
      objective: 'hyperbolic-saddle',
      optimizers: sgd(0.1),
      grid: { x: { vary: 'x', from: 1, to: 1.5, count: 5 } },
      start: { y: 0 },
      steps: 200,
    },
  ],
  'bowl of three': [
    'converged',
    {
      objective: { formula: 'x^2 + y^2 + z^2 + 1.8*(x*y + y*z + z*x)', parameters: ['x', 'y', 'z'] },
      optimizers: sgd(1e-9),
      grid: { x: { vary: 'x', from: 0 } },
      start: { y: 0, z: 0 },
      steps: 1,
    },
  ],
  ring: [
    'flat',
    {
      objective: {
        formula: '(x^2 + y^2 - 1)^2',
        domain: [
          [-2, 2],
          [-2, 2],
        ],
      },
      optimizers: sgd(0.01),
      grid: { x: { vary: 'x', from: 0.6, to: 1.1, count: 4 }, y: { vary: 'y', from: 0.3, to: 0.7, count: 3 } },
      steps: 80,
    },
  ],
  swing: [
    'oscillating',
    {
      objective: 'ravine-root',
      optimizers: sgd(1e-2),
      grid: { x: { vary: 'b', from: -120, to: -119, count: 3 } },
      start: { w: -4 },
      steps: 400,
    },
  ],
  creep: [
    'crawling',
    {
      objective: 'ravine',
      optimizers: sgd(1e-7),
      grid: { x: { vary: 'b', from: -120, to: -119, count: 3 } },
      start: { w: -4 },
      steps: 400,
    },
  ],
};

/** Names of all that can be looked at. */
export const EVERY_PROBLEM: readonly string[] = [...Object.keys(EXPERIMENTS), ...Object.keys(ENDS)];

/** Everything that is wrong with an engine's results in the experiments of these names. */
export async function problems(engine: Engine, names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) found.push(...(await (ENDS[name] ? endProblems : pathProblems)(engine, name)));
  return found;
}

/** Of trajectories, step by step. */
async function pathProblems(engine: Engine, name: string): Promise<string[]> {
  const plan = planExperiment(EXPERIMENTS[name]);
  const [{ failures }] = await compareWithOracle(engine, plan, [1, Math.floor(plan.steps / 2), plan.steps]);
  const population = await engine.populate(plan);
  await drive(population, plan.steps, () => Number.POSITIVE_INFINITY);
  const landmarks = compareLandmarks(plan, 0, await population.cells(0));
  population.destroy();
  return [...failures, ...landmarks.failures];
}

/** Of what is counted, and of outcomes. */
async function endProblems(engine: Engine, name: string): Promise<string[]> {
  const found: string[] = [];
  const [outcome, experiment] = ENDS[name];
  const plan = planExperiment(experiment);
  const population = await engine.populate(plan);
  const [{ loss, outcomes }] = (await population.measure()).optimizers;
  const { from } = lossScaleOf(plan.objective);
  const shown = plan.objective.minimum === null ? 0 : from;
  const losses = [...(await population.cells(0)).loss].map((value) => value - shown).sort((a, b) => a - b);
  const middle = losses[Math.floor(losses.length / 2)];
  if (!(Math.abs(loss[2] - middle) <= 0.25 * Math.abs(middle + shown - from) + 1e-15))
    found.push(`${name}: median ${loss[2]} of ${losses}`);
  const counted = outcomes.reduce((sum, count) => sum + count);
  if (counted !== plan.cells) found.push(`${name}: ${counted} cells`);
  await drive(population, plan.steps, () => Number.POSITIVE_INFINITY);
  const labels = Array.from((await population.cells(0)).outcome, (code) => OUTCOMES[code]);
  population.destroy();
  if (labels.some((label) => label !== outcome)) found.push(`${name}: outcomes ${labels}`);
  return found;
}
