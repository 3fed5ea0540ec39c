import { describe, expect, it } from 'vitest';
import { effectiveColumns, rateBand, rateSteps } from '../../../../src/app/charts/rates.ts';
import { schedules } from '../../../../src/catalogue/index.ts';
import { simulate } from '../../../../src/engine/oracle.ts';
import { type ExperimentInput, planExperiment } from '../../../../src/experiment/index.ts';
import { measurement } from '../../../support/measurements.ts';

type Schedule = NonNullable<ExperimentInput['optimizers'][number]['schedule']>;
const scheduled = (schedule: Schedule, steps = 40) => ({
  objective: 'sphere',
  optimizers: [{ name: 'sgd', lr: 0.01, schedule }],
  grid: { x: { vary: 'x', from: 1, to: 2, count: 2 } },
  steps,
});

describe('rateSteps', () => {
  it.each([1, 7, 400, 401, 1_000_000])('begins at 0 and ends at %d, each step once, no more than drawn', (steps) => {
    const places = rateSteps(steps);
    expect(places[0]).toBe(0);
    expect(places.at(-1)).toBe(steps);
    expect(places.length).toBeLessThanOrEqual(402);
    expect(places.every((step, i) => i === 0 || step > places[i - 1])).toBe(true);
  });
});

describe('rateBand', () => {
  it.each(schedules.map(({ name }) => name))('%s: is the η that the oracle steps by', (name) => {
    const plan = planExperiment(scheduled({ name, warmup: 5 } as Schedule));
    const steps = rateSteps(plan.steps);
    const { low, high, varies } = rateBand(plan, 0, steps);
    const rows = simulate(plan, 0);
    expect(varies).toBe(false);
    expect(high).toEqual(low);
    steps.slice(0, -1).forEach((step, i) => {
      expect(low[i], `step ${step}`).toBeCloseTo(rows[step + 1].eta, 12);
    });
  });

  it('reaches from the least to the largest rate of the cells, where axes vary it', () => {
    const grid = {
      x: { vary: 'lr', from: 1e-3, to: 1, count: 256, scale: 'log' as const },
      y: { vary: 'schedule.gamma', from: 0.5, to: 0.9, count: 5 },
    };
    const plan = planExperiment({ ...scheduled({ name: 'exponential', gamma: 0.7 }), grid });
    const { low, high, varies } = rateBand(plan, 0, [0, 3]);
    expect(varies).toBe(true);
    expect(low[1]).toBeCloseTo(1e-3 * 0.5 ** 3, 12);
    expect(high[1]).toBeCloseTo(0.9 ** 3, 12);
    const other = planExperiment({
      ...scheduled({ name: 'exponential' }),
      grid: { x: { vary: 'x', from: 0, to: 1, count: 9 } },
    });
    expect(rateBand(other, 0, [0]).varies).toBe(false);
  });
});

describe('effectiveColumns', () => {
  it('has the quantiles at the records and gaps between', () => {
    const quantiles = Float64Array.of(1, 2, 3, 4, Number.NaN);
    const history = [measurement(0, { effectiveStep: quantiles }), measurement(4, { effectiveStep: quantiles })];
    const columns = effectiveColumns(history, 0, [0, 2, 4]);
    expect(columns[2]).toEqual([3, null, 3]);
    expect(columns[4]).toEqual([null, null, null]);
    expect(effectiveColumns(history, 1, [0])[0]).toEqual([null]);
  });
});
