import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findCriticalPoints, searchCriticalPoints } from '../../src/analysis/critical/search.ts';
import { settleAll } from '../../src/analysis/critical/wave.ts';
import type { Engine } from '../../src/engine/index.ts';
import { asFormula, type ExperimentInput, planExperiment } from '../../src/experiment/index.ts';
import { ENGINE, openTestEngine } from '../support/engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.destroy());

const OBJECTIVES: Readonly<Record<string, ExperimentInput['objective']>> = {
  himmelblau: 'himmelblau',
  rastrigin: 'rastrigin',
  'monkey-saddle': 'monkey-saddle',
  'six-hump camel': 'six-hump-camel',
  'one parameter': { formula: 'sin(3*x) + x^2/20', parameters: ['x'] },
  'three parameters': { formula: '(x^2 - 1)^2 + (y^2 - x)^2 + z^2', parameters: ['x', 'y', 'z'] },
  kinks: { formula: 'abs(x) + (y^2 - 1)^2 + (x - 2)^2', parameters: ['x', 'y'] },
  valley: { formula: '(x^2 + y^2 - 4)^2', parameters: ['x', 'y'] },
};

describe('a search that begins where an engine’s runs ended finds what one in float64 alone finds', () => {
  // A software adapter takes seconds for each.
  const few = ['himmelblau', 'rastrigin', 'three parameters'];
  const here = Object.entries(OBJECTIVES).filter(([name]) => ENGINE === 'cpu' || few.includes(name));
  test.each(here)('%s', async (_, objective) => {
    const plan = planExperiment({ objective, optimizers: [{ name: 'sgd' }] });
    const wave = await settleAll(engine, plan);
    const search = searchCriticalPoints(asFormula(plan.objective), wave);
    let step = search.next();
    while (!step.done) step = search.next();
    const [got, expected] = [step.value, findCriticalPoints(asFormula(plan.objective))];
    expect(got.complete).toBe(true);
    expect(got.points.map(({ kind }) => kind)).toEqual(expected.points.map(({ kind }) => kind));
    const widths = plan.objective.domain.map(([low, high]) => high - low);
    // Points of one value may stand in another order.
    const apart = (a: readonly number[], b: readonly number[]) =>
      Math.max(...a.map((value, k) => Math.abs(value - b[k]) / widths[k]));
    const missing = expected.points.filter(
      ({ kind, at }) => !got.points.some((each) => each.kind === kind && apart(each.at, at) < 1e-7),
    );
    expect(missing.map(({ kind, at }) => `${kind} (${at})`)).toEqual([]);
    const values = (sets: typeof got.notIsolated) => sets.map(({ value }) => Number(value.toFixed(9)));
    expect(values(got.notIsolated)).toEqual(values(expected.notIsolated));
  });
});

test('the runs alone find the nine points of Himmelblau', async () => {
  const plan = planExperiment({ objective: 'himmelblau', optimizers: [{ name: 'sgd' }] });
  const { ends } = await settleAll(engine, plan);
  const lost = findCriticalPoints(asFormula(plan.objective)).points.filter(
    ({ at }) => !ends.some((end) => at.every((value, k) => Math.abs(value - end[k]) < 1e-3)),
  );
  expect(lost).toEqual([]);
});
