import { afterAll, describe, expect, it } from 'vitest';
import { columnsOf } from '../../../../src/app/charts/columns.ts';
import { densityOf } from '../../../../src/app/charts/density.ts';
import { lossLabel, lossReference } from '../../../../src/app/charts/loss-reference.ts';
import { openNodeCpuEngine } from '../../../../src/engine/cpu/node.ts';
import { PROBABILITIES, Run } from '../../../../src/engine/index.ts';
import { planExperiment } from '../../../../src/experiment/index.ts';
import { measurement } from '../../../support/measurements.ts';

const planOf = (formula: string, minimum?: number) =>
  planExperiment({
    objective: { formula, ...(minimum !== undefined && { minimum }) },
    optimizers: [{ name: 'sgd', lr: 0.05 }],
    grid: { x: { vary: 'x', from: -2, to: 2, count: 16 }, y: { vary: 'y', from: -2, to: 2, count: 16 } },
    steps: 400,
  });
const TWO = 'x^4 - x^2 + y^2 + x*y';

describe('of a run', async () => {
  const engine = await openNodeCpuEngine();
  afterAll(() => engine.destroy());

  it('that comes to a negative least loss, losses are told above it and fall over decades', async () => {
    const plan = planOf(TWO);
    const run = await Run.start(async () => engine, plan);
    while (!run.done) await run.tick(100);
    await run.finished();
    const reference = lossReference(plan, run.history);
    expect(reference.known).toBe(false);
    expect(reference.found).toBeCloseTo(-0.390625, 5);
    expect(lossLabel(reference, true)).toBe('Loss above −0.391 (found)');
    expect(lossLabel(reference, false)).toBe('Loss');
    const above = reference.found ?? 0;
    const { columns } = columnsOf(run.history, [0], ({ loss }) => loss.map((each) => Math.max(0, each - above)), true);
    const median = columns[PROBABILITIES.indexOf(0.5)];
    const decades = Math.log10((median[0] ?? 0) / (median.at(-1) ?? 1));
    expect(decades).toBeGreaterThan(4);
    // Losses themselves go through 0 at once.
    const own = columnsOf(run.history, [0], ({ loss }) => loss, true);
    expect(own.floor?.label).toBe('≤ 0');
    const density = densityOf(run.history, 0, true, above);
    const middle = density.shares.map((shares) => shares.findIndex((_, k) => total(shares.slice(0, k + 1)) >= 0.5));
    const atStep = (step: number) => middle[density.steps.findLastIndex((each) => each <= step)];
    expect(atStep(0)).toBeGreaterThan(atStep(10));
    expect(atStep(10)).toBeGreaterThan(atStep(20));
  });
});
const total = (shares: Float64Array) => shares.reduce((sum, share) => sum + share, 0);

/** A history whose losses are counted from one, and at last are others. */
const history = (from: number, first: number[], last: number[]) =>
  [first, last].map((loss, step) =>
    measurement(step, {
      loss: Float64Array.from(loss),
      lossCounts: { first: 0, counts: new Uint32Array(), signed: true, from },
    }),
  );
const FIRST = [0, 1, 2, 5, 20];

it.each([
  ['a known least loss', planOf(TWO, -0.390625), history(0, FIRST, [0, 0, 0, 0, 0]), true, null],
  ['one found', planOf(TWO), history(-0.5, FIRST, [-0.5, -0.5, -0.4, 0, 1]), false, -0.5],
  ['one found above 0', planOf(TWO), history(5, [6, 7, 8, 9, 20], [5, 5, 5, 5, 5]), false, 5],
  ['one that a rounding error is below', planOf(TWO), history(-0.5, FIRST, [-0.5 - 1e-7, -0.5, 0, 0, 1]), false, -0.5],
  ['one that trajectories are below', planOf(TWO), history(-0.5, FIRST, [-0.7, -0.5, 0, 0, 1]), false, null],
  ['nothing found', planOf(TWO), history(0, FIRST, [-3, -2, -1, 0, 0]), false, null],
  ['0, found but for rounding', planOf(TWO), history(1e-17, FIRST, [0, 0, 0, 0, 0]), false, null],
  ['nothing measured', planOf(TWO), [], false, null],
] as const)('%s', (_, plan, told, known, found) => {
  expect(lossReference(plan, told)).toEqual({ known, found });
});

it('the lowest minimum goes before one that was found at first', () => {
  const plan = planOf(TWO);
  const minima = [
    { at: [0, 0], value: -0.7 },
    { at: [1, 0], value: -0.5 },
  ];
  const better = { ...plan, objective: { ...plan.objective, minima } };
  expect(lossReference(better, history(-0.5, FIRST, [-0.7, -0.5, 0, 0, 1])).found).toBe(-0.7);
});

it('known losses are called as ever', () => {
  const known = { known: true, found: null };
  expect([lossLabel(known, true), lossLabel(known, false)]).toEqual(Array(2).fill('Loss above the minimum'));
});
