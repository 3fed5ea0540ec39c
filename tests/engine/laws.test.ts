import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CellTable, Engine } from '../../src/engine/index.ts';
import { type ExperimentInput, planExperiment } from '../../src/experiment/index.ts';
import { openTestEngine } from '../support/engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.destroy());

/** Every optimizer's cells after all steps of an experiment. */
async function run(experiment: ExperimentInput): Promise<CellTable[]> {
  const plan = planExperiment(experiment);
  const population = await engine.populate(plan);
  population.advance(plan.steps);
  const tables: CellTable[] = [];
  for (const k of plan.optimizers.keys()) tables.push(await population.cells(k));
  population.destroy();
  return tables;
}

/** Where an ascending row of cells begins to diverge; -1 where it does not, or where it is not one boundary. */
function boundary(divergedAt: ArrayLike<number>): number {
  const diverged = Array.from(divergedAt, (step) => step >= 0);
  const first = diverged.indexOf(true);
  return diverged.slice(first).every(Boolean) ? first : -1;
}

const RATES = 64;

/** The boundary of divergence lies at a rate, to within one cell of a logarithmic axis. */
function expectBoundary(rates: ArrayLike<number>, divergedAt: ArrayLike<number>, exact: number): void {
  const first = boundary(divergedAt);
  expect(first).toBeGreaterThan(0);
  expect(rates[first]).toBeGreaterThan(exact * (1 - 1e-6));
  expect(rates[first - 1]).toBeLessThan(exact * (rates[1] / rates[0]));
}

describe('where gradient descent diverges on a quadratic', () => {
  const QUADRATICS = [
    { formula: '(x^2 + 25*y^2)/2', parameters: ['x', 'y'], largest: 25 },
    { formula: '500*x^2', parameters: ['x'], largest: 1000 },
    // Eigenvalues 1 and 9, turned by 30 degrees.
    { formula: '((x*sqrt(3)/2 + y/2)^2 + 9*(y*sqrt(3)/2 - x/2)^2)/2', parameters: ['x', 'y'], largest: 9 },
    // A second difference: eigenvalues 2 − 2·cos(kπ/5).
    {
      formula: '(a^2 + (b - a)^2 + (c - b)^2 + (d - c)^2 + d^2)/2',
      parameters: ['a', 'b', 'c', 'd'],
      largest: 2 + 2 * Math.cos(Math.PI / 5),
    },
  ];

  test.each(QUADRATICS)('$formula: at 2/$largest', async ({ formula, parameters, largest }) => {
    const [from, to] = [0.4 / largest, 8 / largest];
    const x = { vary: 'lr', from, to, count: RATES, scale: 'log' as const };
    const start = Object.fromEntries(parameters.map((name, i) => [name, 1 - 0.3 * i]));
    const experiment = {
      objective: { formula, parameters },
      optimizers: [{ name: 'sgd' }],
      grid: { x },
      start,
      steps: 2000,
    };
    const [{ divergedAt }] = await run(experiment);
    expectBoundary(planExperiment(experiment).x.values, divergedAt, 2 / largest);
  });

  // Polyak 1964; for Nesterov's form as PyTorch has it the characteristic polynomial gives the other factor.
  test.each([
    { name: 'momentum', factor: (beta: number) => 2 + 2 * beta },
    { name: 'nesterov', factor: (beta: number) => (2 + 2 * beta) / (1 + 2 * beta) },
  ])('$name: at a rate that depends on the momentum', async ({ name, factor }) => {
    const experiment: ExperimentInput = {
      objective: 'quadratic',
      optimizers: [{ name }],
      grid: {
        x: { vary: 'lr', from: 0.02, to: 0.4, count: RATES, scale: 'log' },
        y: { vary: 'momentum', from: 0, to: 0.95, count: 20 },
      },
      start: { x: 1, y: 1 },
      steps: 2000,
    };
    const [{ divergedAt }] = await run(experiment);
    const { x, y } = planExperiment(experiment);
    y.values.forEach((beta, j) => {
      expectBoundary(x.values, divergedAt.slice(j * RATES, (j + 1) * RATES), factor(beta) / 25);
    });
  });
});

const GRID = { x: { vary: 'x', from: -1.9, to: 1.8, count: 7 }, y: { vary: 'y', from: -0.9, to: 2.7, count: 7 } };
const ROSENBROCK = '(1 - x)^2 + 100*(y - x^2)^2';

describe('what does not depend on the scale of the objective', () => {
  const optimizers = [
    { name: 'lion', lr: 0.01 },
    { name: 'signsgd', lr: 0.01 },
    { name: 'rprop', lr: 0.01 },
    { name: 'adam', lr: 0.03, eps: 0 },
    { name: 'rmsprop', lr: 0.01, eps: 0 },
    { name: 'adagrad', lr: 0.1, eps: 0 },
    { name: 'adagrad-lecture', lr: 0.02 },
    { name: 'normalized-momentum', lr: 0.01 },
  ];
  let tables: Readonly<Record<number, readonly CellTable[]>>;

  beforeAll(async () => {
    const scaled = (factor: number) =>
      run({ objective: { formula: `${factor}*(${ROSENBROCK})` }, optimizers, grid: GRID, steps: 300 });
    tables = { 1: await scaled(1), 1000: await scaled(1000), 1024: await scaled(1024) };
  });

  test.each(optimizers.map(({ name }, k) => [name, k] as const))('%s: 1024 times the loss, the same bits', (_, k) => {
    expect(tables[1024][k].theta).toEqual(tables[1][k].theta);
  });

  test('lion: 1000 times the loss, the same θ', () => {
    // Rounding may turn a sign where the averaged gradient crosses 0; the lattice of its steps then differs in a few cells.
    const [one, other] = [tables[1][0], tables[1000][0]];
    const same = [...one.loss.keys()].filter((cell) =>
      one.theta.every((values, p) => values[cell] === other.theta[p][cell]),
    );
    expect(same.length).toBeGreaterThanOrEqual(0.9 * one.loss.length);
  });
});

describe('optimizers that are each other', () => {
  const experiment = { objective: { formula: ROSENBROCK }, grid: GRID, steps: 200 };

  test.each([
    { a: { name: 'adamw', weight_decay: 0 }, b: { name: 'adam' } },
    { a: { name: 'adam', amsgrad: true }, b: { name: 'amsgrad' } },
    { a: { name: 'momentum', momentum: 0 }, b: { name: 'sgd' } },
    { a: { name: 'nesterov', momentum: 0 }, b: { name: 'sgd' } },
    { a: { name: 'momentum' }, b: { rules: ['heavy-ball'], momentum: 0.9 } },
    { a: { name: 'adam' }, b: { rules: ['ema', 'adam-scale'] } },
    { a: { name: 'adam' }, b: { name: 'adam', weight_decay: 0 } },
  ])('$a is $b, to the bit', async ({ a, b }) => {
    const [one, other] = await run({ ...experiment, optimizers: [a, b].map((each) => ({ ...each, lr: 1e-3 })) });
    expect(other.theta).toEqual(one.theta);
    expect(other.divergedAt).toEqual(one.divergedAt);
  });

  test('Adam without memory is sign descent', async () => {
    const [lr, steps] = [0.01, 150];
    const optimizers = [
      { name: 'adam', beta1: 0, beta2: 0, eps: 0, lr },
      { name: 'signsgd', lr },
    ];
    const [adam, sign] = await run({ ...experiment, objective: 'quadratic', optimizers, steps });
    // The quotient g / sqrt(g²) is 1 to a few units in the last place (3.5 on the laxest device), each step.
    adam.theta.forEach((values, p) => {
      values.forEach((value, cell) => {
        expect(Math.abs(value - sign.theta[p][cell]), `cell ${cell}`).toBeLessThan(steps * lr * 4 * 2 ** -23 + 1e-6);
      });
    });
  });

  test("the lecture's Adagrad is PyTorch's with a rate that grows as √t", async () => {
    const optimizers = [
      { name: 'adagrad-lecture', lr: 0.02 },
      { name: 'adagrad', lr: 0.02, eps: 0, schedule: { formula: 'lr*sqrt(s + 1)' } },
    ];
    const [lecture, torch] = await run({ ...experiment, objective: 'himmelblau', optimizers });
    let worst = 0;
    lecture.theta.forEach((values, p) => {
      values.forEach((value, cell) => {
        worst = Math.max(worst, Math.abs(value - torch.theta[p][cell]) / (1 + Math.abs(value)));
      });
    });
    expect(worst).toBeLessThan(1e-5);
  });
});
