import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/index.ts';
import { asFormula, planExperiment, settingOf } from '../../src/experiment/index.ts';
import { interpret } from '../../src/formula/index.ts';
import { openTestEngine } from '../support/engine.ts';
import { differences, drive } from '../support/engine-bits.ts';
import { compareWithOracle } from '../support/engine-oracle.ts';
import { expectLearned } from '../support/learned.ts';
import { spreadNumbers } from '../support/reference-network.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.destroy());

/** Networks whose first weights differ in scale and seed. */
const plan = planExperiment({
  objective: { network: { widths: [2, 3, 1], loss: 'logistic', l2: 0.001, data: { name: 'circles', rows: 16 } } },
  optimizers: [
    { name: 'adam', lr: 0.02 },
    { name: 'momentum', lr: 0.1 },
  ],
  grid: {
    x: { vary: 'network.scale', from: 0.25, to: 2, count: 4, scale: 'log' },
    y: { vary: 'network.seed', from: 7, to: 9, count: 3 },
  },
  steps: 203,
});

test('sinc is learned', async () => {
  await expectLearned(engine, {
    experiment: {
      objective: { network: { widths: [1, 3, 1], data: 'sinc' } },
      optimizers: [{ name: 'adam', lr: 0.03 }],
      steps: 600,
    },
    loss: 0.02,
    share: 0.9,
  });
});

test('a learning rate of its own for each layer goes where the float64 oracle goes', async () => {
  const { objective } = plan.experiment;
  const layered = planExperiment({
    objective,
    // Whose rules read the rate themselves, and whose do not.
    optimizers: [
      { name: 'adam', lr: 0.02, schedule: { name: 'exponential', gamma: 0.98 } },
      { name: 'schedule-free-sgd', lr: 0.1 },
    ],
    grid: {
      x: { vary: 'lr.1', from: 0.01, to: 0.2, count: 3, scale: 'log' },
      y: { vary: 'lr.2', from: 0, to: 0.2, count: 2 },
    },
  });
  for (const { failures, skipped, compared } of await compareWithOracle(engine, layered, [1, 40])) {
    expect(failures).toEqual([]);
    expect([skipped, compared]).toEqual([0, 2 * layered.cells]);
  }
});

describe('networks of several scales and seeds', () => {
  test('begin where their cells say', async () => {
    const population = await engine.populate(plan);
    const { start, theta } = await population.cells(0);
    population.destroy();
    for (let cell = 0; cell < plan.cells; cell++) {
      const expected = settingOf(plan, 0, [cell % 4, Math.floor(cell / 4)]).start.map(Math.fround);
      expect(start.map((values) => values[cell])).toEqual(expected);
      expect(theta.map((values) => values[cell])).toEqual(expected);
    }
  });

  test('go where the float64 oracle goes', async () => {
    const compared = await compareWithOracle(engine, plan, [1, 20, 60]);
    for (const { failures, skipped, compared: cells } of compared) {
      expect(failures).toEqual([]);
      expect(skipped).toBe(0);
      expect(cells).toBe(3 * plan.cells);
    }
  });

  test('have the same bits however their steps are cut, and from a checkpoint', async () => {
    const population = await engine.populate(plan);
    await drive(population, plan.steps, () => Number.POSITIVE_INFINITY);
    const expected = await population.checkpoint();
    population.reset();
    await drive(population, 101, (step) => 1 + ((step * 7) % 3));
    const middle = await population.checkpoint();
    await drive(population, plan.steps, () => 2);
    expect(differences(await population.checkpoint(), expected)).toEqual([]);
    population.restore(middle);
    await drive(population, plan.steps, () => Number.POSITIVE_INFINITY);
    expect(differences(await population.checkpoint(), expected)).toEqual([]);
    population.destroy();
  });

  test('have the derivatives of the interpreter', async () => {
    const { graph, inputs, loss, gradient, hessian } = asFormula(plan.objective).compiled;
    const program = interpret(graph, [loss, ...gradient, ...hessian.flat()], inputs);
    const points = [1, 2, 3, 4, 5].map((seed) => spreadNumbers(inputs.length, seed).map(Math.fround));
    const got = await engine.evaluate(plan, points);
    points.forEach((point, i) => {
      const expected = program.run(point);
      const values = [got[i].loss, ...got[i].gradient, ...got[i].hessian.flatMap((row) => [...row])];
      // Sums of sixteen rows with inputs up to 5: a few units in float32's last place of terms up to some 25.
      values.forEach((value, k) => {
        expect(
          Math.abs(value - expected[k]),
          `point ${i}, number ${k}: got ${value}, expected ${expected[k]}`,
        ).toBeLessThan(2e-5);
      });
    });
  });

  test('are built anew where first weights or data change, and not where a rate does', async () => {
    const population = await engine.populate(plan);
    const changed = (network: object, optimizer: object = {}) => {
      const { objective, optimizers, grid, steps } = plan.experiment;
      const own = (objective as { network: object }).network;
      return planExperiment({
        objective: { network: { ...own, ...network } },
        optimizers: optimizers.map((each) => ({ ...each, ...optimizer })),
        grid,
        steps,
      });
    };
    expect(population.retune(changed({ data: { name: 'circles', rows: 16, seed: 1 } }))).toBe(false);
    expect(population.retune(changed({ l2: 0.1 }))).toBe(false);
    expect(population.retune({ ...plan, y: { ...plan.y, values: Float64Array.of(1, 2, 3) } })).toBe(false);
    expect(population.retune(changed({}, { lr: 0.3 }))).toBe(true);
    population.destroy();
  });
});
