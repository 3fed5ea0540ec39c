import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/index.ts';
import { simulate } from '../../src/engine/oracle.ts';
import { asFormula, type ExperimentInput, planExperiment } from '../../src/experiment/index.ts';
import { interpret } from '../../src/formula/index.ts';
import { openTestEngine } from '../support/engine.ts';
import { randomNumbers } from '../support/random.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine('cpu');
});
afterAll(() => engine.destroy());

const STEPS = 25;

function table(rows: number): Record<string, number[]> {
  const random = randomNumbers(rows);
  return Object.fromEntries(
    ['x', 'y', 'z'].map((name) => [name, Array.from({ length: rows }, () => 4 * random() - 2)]),
  );
}

/** Objectives made of arithmetic on rows, whose sums float32 fixes to the bit: rows are added in their order. */
const CASES: Readonly<Record<string, readonly [rows: number, formula: string]>> = {
  'one row': [1, 'sum((y - (w*x + b))^2)'],
  'as many rows as there may be': [4096, 'mean((y - w*x - b*z)^2)'],
  'sums of what other sums make': [7, 'sum(abs(y - mean(w*x)*b)) + sqrt(sum((w - x)^2) + mean(x)^2 + 1)'],
  'three sums, one above the other': [5, 'mean((y - w*sum(z*sqrt(mean((b - x)^2) + z^2)))^2) + w^2'],
  'a condition in each row': [11, 'mean(if(w*x + b > y, w*x + b - y, (y - w*x - b)/3))'],
  'a sum that no parameter is in': [6, '(w - sum(x*y))^2 + (b - mean(max(x, z)))^2'],
};

describe('data tables: float32, to the bit', () => {
  test.each(Object.entries(CASES))('%s', async (_, [rows, formula]) => {
    const experiment: ExperimentInput = {
      objective: { formula, parameters: ['w', 'b'], data: table(rows) },
      optimizers: [
        { name: 'adam', lr: 0.1 },
        { name: 'sgd', lr: 1e-3 },
      ],
      grid: { x: { vary: 'w', from: -1.3, to: 1.1, count: 3 } },
      start: { b: 0.7 },
      steps: STEPS,
    };
    const plan = planExperiment(experiment);
    const population = await engine.populate(plan);
    population.advance(STEPS);
    for (const k of plan.optimizers.keys()) {
      const { theta, loss, best } = await population.cells(k);
      for (let cell = 0; cell < plan.cells; cell++) {
        const path = simulate(plan, k, [cell, 0], { precision: 'float32' });
        const end = path[STEPS];
        expect([...theta.map((values) => values[cell]), loss[cell]]).toEqual([...end.theta, end.loss]);
        expect(best[cell]).toBe(Math.min(...path.map((row) => row.loss)));
      }
    }
    population.destroy();

    const { graph, inputs, loss, gradient, hessian } = asFormula(plan.objective).compiled;
    const outputs = [loss, ...gradient, ...hessian.flat()];
    const program = interpret(graph, outputs, inputs, 'float32');
    const points = [
      [0.25, -1.5],
      [-1, 0.3],
      [2, 2],
    ].map((at) => at.map(Math.fround));
    const evaluated = await engine.evaluate(plan, points);
    evaluated.forEach((each, p) => {
      const got = [each.loss, ...each.gradient, ...each.hessian.flatMap((row) => [...row])];
      expect(got.map((value) => value + 0)).toEqual([...program.run(points[p])].map((value) => value + 0));
    });
  });
});
