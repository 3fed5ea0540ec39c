import { afterAll, describe, expect, test } from 'vitest';
import { optimizers } from '../../src/catalogue/index.ts';
import { OUTCOMES, traceOf } from '../../src/engine/index.ts';
import { simulate } from '../../src/engine/oracle.ts';
import { MOST_RATIO, TAIL } from '../../src/engine/slots.ts';
import { layeredFunction, type OptimizerInput, type Plan } from '../../src/experiment/index.ts';
import { openCpuEngine } from '../support/cpu-engine.ts';
import { differences } from '../support/engine-bits.ts';
import { compareWithOracle } from '../support/engine-oracle.ts';
import { layeredPlan } from '../support/layered-plan.ts';

const engine = openCpuEngine();
afterAll(() => engine.destroy());

/** A plan of five networks whose layers are data, so that the last of their tiles is not full. */
function planOf(network: object, optimizer: OptimizerInput = { name: 'sgd', lr: 0.1 }, rest: object = {}): Plan {
  return layeredPlan({
    objective: { network: { data: { name: 'circles', rows: 7 }, ...network } as never },
    optimizers: [optimizer],
    grid: { x: { vary: 'network.seed', from: 0, to: 4, count: 5 } },
    steps: 12,
    ...rest,
  });
}

/** What a comparison found: failures, and whether most cells could be compared. */
async function expectAsOracle(plan: Plan, steps: readonly number[]): Promise<void> {
  for (const { compared, skipped, failures } of await compareWithOracle(engine, plan, steps)) {
    expect(failures).toEqual([]);
    expect(compared).toBeGreaterThan(skipped);
  }
}

/** 1,024 rows of 30 inputs and 2 targets. */
const WAVES = {
  columns: Object.fromEntries(
    Array.from({ length: 32 }, (_, k) => [
      `c${k}`,
      Array.from({ length: 1024 }, (_, row) => Math.sin((row + 1) * (k + 1.3))),
    ]),
  ),
};

const LOSSES = { 'mean-square': 1, logistic: 1, 'cross-entropy': 2 } as const;
const ACTIVATIONS = ['tanh', 'relu', 'sigmoid', 'linear'] as const;
const SHAPES = Object.entries(LOSSES).flatMap(([loss, outputs]) =>
  ACTIVATIONS.flatMap((activation) =>
    [true, false].map((biases) => ({ loss, activation, biases, widths: [2, 5, 3, outputs] })),
  ),
);

describe('loss and gradient at points', () => {
  test.each([
    ...SHAPES,
    { loss: 'mean-square', activation: ['sigmoid', 'tanh', 'sigmoid'], widths: [2, 3, 4, 1] },
    { loss: 'mean-square', widths: [2, 4, 4, 1], parametrisation: 'mean-field', l2: 0.3 },
    { loss: 'logistic', widths: [2, 4, 1], l2: 0.1 },
    { loss: 'mean-square', widths: [2, 1, 1], biases: false },
    { loss: 'mean-square', widths: [2, 6, 1], data: { name: 'xor', rows: 8 } },
    { loss: 'mean-square', widths: [2, 6, 1], data: { name: 'xor', rows: 3 } },
    { loss: 'mean-square', widths: [3, 5, 1], data: { name: 'random', rows: 5 } },
    { loss: 'mean-square', widths: [30, 32, 2], biases: false, data: WAVES },
  ])('$loss, $activation, biases $biases, $widths', async (network) => {
    const plan = planOf(network);
    const layered = plan.objective.layered as NonNullable<Plan['objective']['layered']>;
    const exact = layeredFunction(layered);
    const points = [1, -0.7, 2].map((scale) => plan.start.map((value) => Math.fround(scale * value)));
    for (const [k, { loss, gradient, hessian }] of (await engine.evaluate(plan, points)).entries()) {
      const expected = exact(points[k]);
      const size = Math.max(...expected.gradient.map(Math.abs));
      expect(Math.abs(loss - expected.loss), 'loss').toBeLessThan(3e-6 * (1 + Math.abs(expected.loss)));
      expected.gradient.forEach((value, p) => {
        expect(
          Math.abs(gradient[p] - value),
          `point ${k}, parameter ${p}: got ${gradient[p]}, expected ${value}`,
        ).toBeLessThan(3e-6 * size);
      });
      expect(hessian).toEqual([]);
    }
  });
});

describe('the bits of the oracle in float32, where no function is called', () => {
  test.each([
    { widths: [2, 5, 3, 1], activation: 'relu' },
    { widths: [2, 6, 1], activation: 'linear', biases: false },
    { widths: [2, 5, 1], activation: 'relu', l2: 0.25, parametrisation: 'mean-field' },
  ])('%j', async (network) => {
    const plan = planOf(network, { name: 'momentum', lr: 0.05 }, { steps: 40 });
    const trace = await traceOf(engine, plan, 0, [3, 0]);
    const rows = simulate(plan, 0, [3, 0], { precision: 'float32' });
    expect(trace.rows.length).toBe(rows.length);
    rows.forEach(({ theta, loss, gradient }, step) => {
      const got = trace.rows[step];
      expect([step, got.loss, ...got.theta, ...got.gradient]).toEqual([step, loss, ...theta, ...gradient]);
    });
  });
});

/** Rules with every kind of sum, vector and state. */
const typed = (formula: string, state: Record<string, number | string> = {}): OptimizerInput => ({
  rules: [{ formula, hyperparameters: {}, state }],
  lr: 0.05,
});

describe('optimizers, beside the oracle', () => {
  test.each<OptimizerInput>([
    ...optimizers.filter(({ name }) => name !== 'sophia').map(({ name }) => ({ name })),
    { name: 'sgd', momentum: 0.9, nesterov: true, weight_decay: 0.01, lr: 0.1 },
    { name: 'adam', schedule: { name: 'multi-step', milestones: [4, 9], gamma: 0.3, warmup: 3 } },
    { name: 'adam', 'lr.1': 0.02, 'lr.2': 0.003 },
    { rules: ['clip-norm', 'heavy-ball'], max_norm: 0.01, lr: 0.2 },
    typed('u = u*0 + mean(u) + sum(theta)/100'),
    typed('u = 1'),
    typed('u = u/(1 + norm(m)); m = m + g', { m: 0 }),
    typed('u = u + far; far = far*0.5', { far: '2*theta' }),
    typed('k = k + dot(u, u); u = u/sqrt(k)', { k: 1 }),
    typed('u = if(abs(u) > norm(u)/4, u, 0)'),
  ])('%j', async (optimizer) => {
    await expectAsOracle(planOf({ widths: [2, 4, 1] }, optimizer, { steps: 18 }), [1, 7, 18]);
  });

  test('learning rates that differ between layers and cells, with noise', async () => {
    const grid = {
      x: { vary: 'lr.1', from: 0.01, to: 30, count: 3, scale: 'log' },
      y: { vary: 'lr.2', from: 0.01, to: 30, count: 3, scale: 'log' },
    };
    await expectAsOracle(planOf({ widths: [2, 4, 1] }, { name: 'sgd' }, { grid, noise: 0.01, seed: 4 }), [3, 12]);
  });

  test('1,024 parameters and 1,024 rows', async () => {
    const network = { widths: [30, 32, 2], biases: false, data: WAVES };
    const grid = { x: { vary: 'network.seed', from: 3, to: 4, count: 2 } };
    await expectAsOracle(planOf(network, { name: 'adam' }, { steps: 2, grid }), [2]);
  });
});

describe('the same bits', () => {
  const plan = planOf(
    { widths: [2, 5, 1] },
    { name: 'adam' },
    {
      grid: {
        x: { vary: 'lr', from: 1e-3, to: 100, count: 6, scale: 'log' },
        y: { vary: 'network.seed', from: 0, to: 2, count: 3 },
      },
      steps: 60,
      outcomes: { escape: 100 },
    },
  );
  const run = async (with_: ReturnType<typeof openCpuEngine>, cut: (step: number) => number, from?: number) => {
    const population = await with_.populate(plan);
    if (from !== undefined) {
      population.advance(from);
      const checkpoint = await population.checkpoint();
      population.reset();
      population.advance(3);
      population.restore(checkpoint);
    }
    while (population.step < plan.steps)
      population.advance(Math.min(cut(population.step), plan.steps - population.step));
    const measured = await population.measure();
    const checkpoint = await population.checkpoint();
    population.destroy();
    return { measured, checkpoint };
  };

  test('however steps are cut, shared among workers, or taken up again', async () => {
    const expected = await run(engine, () => plan.steps);
    const [{ outcomes }] = expected.measured.optimizers;
    expect(outcomes.filter((count) => count > 0).length, `kinds of outcome: ${outcomes}`).toBeGreaterThan(1);
    const cuts: readonly ((step: number) => number)[] = [() => 1, (step) => 1 + ((step * 7) % 5)];
    for (const cut of cuts) {
      const got = await run(engine, cut);
      expect(differences(got.checkpoint, expected.checkpoint)).toEqual([]);
      expect(got.measured).toEqual(expected.measured);
    }
    for (const from of [1, 17, 32]) {
      expect(differences((await run(engine, () => plan.steps, from)).checkpoint, expected.checkpoint)).toEqual([]);
    }
    for (const options of [{ workers: 1 }, { workers: 3, shared: false }]) {
      const other = openCpuEngine(options);
      const got = await run(other, (step) => 1 + (step % 7));
      other.destroy();
      expect(differences(got.checkpoint, expected.checkpoint)).toEqual([]);
      expect(got.measured).toEqual(expected.measured);
    }
  });

  test('in a trace as in the population', async () => {
    const population = await engine.populate(plan);
    for (const cell of [0, 5, 14]) {
      const trace = await traceOf(engine, plan, 0, [cell % 6, Math.floor(cell / 6)]);
      population.reset();
      population.advance(plan.steps);
      const { theta, divergedAt } = await population.cells(0);
      const last = trace.rows.at(-1);
      expect(last?.step).toBe(divergedAt[cell] < 0 ? plan.steps : divergedAt[cell]);
      expect([...(last?.theta ?? [])]).toEqual(theta.map((values) => values[cell]));
    }
    population.destroy();
  });
});

test('sums of the ratios of losses to the first, over the updates made', async () => {
  const grid = { x: { vary: 'lr', from: 0.01, to: 1000, count: 6, scale: 'log' } };
  const plan = planOf({ widths: [2, 5, 1] }, { name: 'sgd' }, { grid, steps: 30 });
  const population = await engine.populate(plan);
  population.advance(13);
  population.advance(17);
  const { ratios, divergedAt } = await population.cells(0);
  population.destroy();
  expect(divergedAt.some((step) => step >= 0)).toBe(true);
  for (let cell = 0; cell < 6; cell++) {
    const rows = simulate(plan, 0, [cell, 0]);
    // The last row is one from which no update is made.
    const losses = rows.slice(0, -1).map(({ loss }) => loss);
    const each = losses.map((loss) => Math.min(loss / losses[0], MOST_RATIO));
    const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
    const expected = {
      first: losses[0],
      sum: total(each),
      inverse: total(each.map((ratio) => 1 / ratio)),
      tail: total(each.slice(plan.steps - TAIL)),
    };
    for (const [name, value] of Object.entries(expected)) {
      const got = ratios?.[name as keyof typeof expected][cell] as number;
      expect(Math.abs(got - value), `${name} of cell ${cell}: got ${got}, expected ${value}`).toBeLessThan(
        1e-3 * (1 + value),
      );
    }
  }
});

test('a network whose gradient has vanished is flat, one at its target has converged', async () => {
  const network = { widths: [2, 4, 1], loss: 'mean-square', data: { columns: { a: [1, 2], b: [0, 1], y: [0, 0] } } };
  const start = { scale: 0 };
  const flat = planOf({ ...network, ...start }, { name: 'sgd' }, { steps: 2, target: null });
  const [{ outcomes }] = await measured(flat);
  expect([...outcomes]).toEqual(outcomesOf({ flat: 5 }));
  const [{ outcomes: arrived }] = await measured({ ...flat, target: 0.5 });
  expect([...arrived]).toEqual(outcomesOf({ converged: 5 }));
});

async function measured(plan: Plan) {
  const population = await engine.populate(plan);
  population.advance(2);
  const { optimizers: all } = await population.measure();
  population.destroy();
  return all;
}

function outcomesOf(counts: { readonly flat?: number; readonly converged?: number }): number[] {
  return OUTCOMES.map((name) => counts[name as keyof typeof counts] ?? 0);
}
