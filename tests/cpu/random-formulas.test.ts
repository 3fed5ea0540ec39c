import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/index.ts';
import { interpret, reachable } from '../../src/formula/index.ts';
import { openTestEngine } from '../support/engine.ts';
import { isExact } from '../support/exact.ts';
import {
  evaluateFormula,
  FormulaComparison,
  POINTS,
  type SampledFormula,
  sampleFormulas,
} from '../support/formula-sample.ts';
import { randomExactFormula, randomFormula } from '../support/random-formulas.ts';
import { inPairs } from '../support/tasks.ts';

/** Of those that the shaders are tested with. */
const COUNT = 1000;
const EXACT = 800;

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine('cpu');
});
afterAll(() => engine.destroy());

const outputsOf = ({ loss, gradient, hessian }: SampledFormula['compiled']) => [loss, ...gradient, ...hessian.flat()];

test(`value, gradient and Hessian of ${COUNT} random formulas are those of float64, to what float32 can tell`, async () => {
  const { formulas } = sampleFormulas(COUNT, randomFormula);
  const comparison = new FormulaComparison(0);
  const runs = inPairs(formulas.map((formula) => () => evaluateFormula(engine, formula)));
  for (const [i, formula] of formulas.entries()) {
    const results = await runs[i];
    comparison.add(formula, outputsOf(formula.compiled), (p, k) => results[p][k]);
  }
  expect(comparison.failures.slice(0, 20)).toEqual([]);
  // About one value in six has a root or a logarithm of a negative number on its way.
  expect(comparison.share('tight')).toBeGreaterThan(0.75);
  expect(comparison.share('loose', 'outOfRange')).toBeLessThan(0.03);
});

test(`those of ${EXACT} formulas made of arithmetic alone are those of float32, to the bit`, async () => {
  const { formulas } = sampleFormulas(EXACT, randomExactFormula);
  const runs = inPairs(formulas.map((formula) => () => evaluateFormula(engine, formula)));
  const failures: string[] = [];
  let compared = 0;
  for (const [i, { seed, text, compiled }] of formulas.entries()) {
    const results = await runs[i];
    const outputs = outputsOf(compiled);
    expect(isExact(outputs), text).toBe(true);
    const nodes = reachable(outputs);
    const places = outputs.map((node) => nodes.indexOf(node));
    const program = interpret(compiled.graph, nodes, compiled.inputs, 'float32');
    POINTS.forEach((at, p) => {
      const values = program.run(at);
      // What 1 over a zero of either sign is, and the sign of what is no number, are left open.
      if (!values.every(Number.isFinite)) return;
      compared += outputs.length;
      results[p].forEach((got, k) => {
        const expected = values[places[k]];
        if (got === expected) return;
        failures.push(`seed ${seed}, ${text} at (${at}): output ${k}: got ${got}, expected ${expected}`);
      });
    });
  }
  expect(failures.slice(0, 20)).toEqual([]);
  expect(compared).toBeGreaterThan(0.7 * EXACT * POINTS.length * 7);
});
