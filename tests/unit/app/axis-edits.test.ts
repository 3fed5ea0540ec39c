import { describe, expect, it, test } from 'vitest';
import { axisChoices, proposedAxis } from '../../../src/app/axes.ts';
import {
  axesOf,
  PRESETS,
  withAxisPart,
  withPreset,
  withStart,
  withSwappedAxes,
  withVaried,
} from '../../../src/app/axis-edits.ts';
import { optimizers, schedules } from '../../../src/catalogue/index.ts';
import { type ExperimentInput, planExperiment, readExperiment } from '../../../src/experiment/index.ts';

const planned = (fields: Partial<ExperimentInput> = {}) =>
  planExperiment({ objective: 'himmelblau', optimizers: [{ name: 'adam', lr: 0.05 }], ...fields });
const plan = planned();
const { experiment } = plan;
const rates = { vary: 'lr', from: 1e-3, to: 1, count: 40, scale: 'log' as const };
const across = { vary: 'x', from: -1, to: 1, count: 30, scale: 'linear' as const };

describe('an axis over something else', () => {
  it('takes a sensible range, logarithmic where the rule says so', () => {
    expect(withVaried('x', 'lr', plan)(experiment).grid).toMatchObject({
      x: { vary: 'lr', from: 1e-3, to: 1, count: 256, scale: 'log' },
      y: { vary: 'y', from: -5, to: 5 },
    });
    expect(proposedAxis('beta1', 9, experiment, plan.objective)).toMatchObject({ from: 0, to: 0.99, scale: 'linear' });
    expect(proposedAxis('beta2', 9, experiment, plan.objective)).toMatchObject({ from: 0.9, to: 0.9999 });
    expect(proposedAxis('noise', 9, experiment, plan.objective)).toMatchObject({ from: 1e-3, to: 10, scale: 'log' });
  });

  it('changes places with the other where that varies it already', () => {
    expect(withVaried('x', 'y', plan)(experiment).grid).toMatchObject({ x: { vary: 'y' }, y: { vary: 'x' } });
  });

  it('leaves a row where it varies nothing, and a single trajectory where none does', () => {
    const row = planExperiment(withVaried('x', null, plan)(experiment));
    expect([row.x.label, row.x.values.length, row.y.values.length]).toEqual(['y', 256, 1]);
    const single = planExperiment(withVaried('x', null, row)(row.experiment));
    expect(single.cells).toBe(1);
    expect(single.start).toEqual([-0.5, -0.5]);
    expect(withVaried('y', 'y', single)(withVaried('x', 'x', single)(single.experiment)).grid).toEqual({});
  });

  it('makes a square of a long row', () => {
    const row = planned({ grid: { x: { ...rates, count: 16_384 } } });
    const square = planExperiment(withVaried('y', 'x', row)(row.experiment));
    expect([square.x.values.length, square.y.values.length]).toEqual([128, 128]);
  });
});

describe('axes', () => {
  const grid = planned({ grid: { x: rates, y: across } });

  it('change places, their ends, counts and scales', () => {
    expect(withSwappedAxes(grid)(grid.experiment).grid).toEqual({ x: across, y: rates });
    expect(withAxisPart('x', { from: 0.01, scale: 'linear' }, grid)(grid.experiment).grid).toEqual({
      x: { ...rates, from: 0.01, scale: 'linear' },
      y: across,
    });
    expect(withAxisPart('y', { count: 64 }, plan)(experiment).grid.y).toMatchObject({ vary: 'y', count: 64 });
  });

  it('keep what an axis of a single cell held fixed', () => {
    const fixed = planned({ grid: { x: rates, y: { vary: 'y', from: 2 } } });
    expect(axesOf(fixed.experiment, fixed.objective)).toEqual([rates, null]);
    const longer = planExperiment(withAxisPart('x', { count: 50 }, fixed)(fixed.experiment));
    expect([longer.cells, longer.start[1]]).toEqual([50, 2]);
    const moved = planExperiment(withStart('x', 1.5, fixed)(fixed.experiment));
    expect(moved.start).toEqual([1.5, 2]);
    const slow = planned({ grid: { x: across, y: { vary: 'lr', from: 0.3 } } });
    expect(withStart('y', 1, slow)(slow.experiment).optimizers).toEqual([{ name: 'adam', lr: 0.3 }]);
  });
});

test.each(PRESETS)('the grid of %s plans, of about as many cells as before', (preset) => {
  for (const fields of [{}, { objective: 'flat-steep-flat' }, { optimizers: [{ name: 'signsgd' }] }]) {
    const before = planned(fields);
    const after = planExperiment(withPreset(preset, before)(before.experiment));
    expect(after.cells, `${preset} with ${JSON.stringify(fields)}`).toBeGreaterThanOrEqual(Math.min(before.cells, 256));
  }
});

describe('whatever is offered for an axis plans', () => {
  const check = (fields: Partial<ExperimentInput>) => {
    const before = planned(fields);
    for (const { vary } of axisChoices(before.experiment, before.objective)) {
      const after = planExperiment(withVaried('x', vary, before)(before.experiment));
      expect(after.x.label, JSON.stringify(fields)).toBe(vary);
    }
  };
  test.each(optimizers.map(({ name }) => name))('with %s', (name) => check({ optimizers: [{ name }] }));
  test.each(schedules.map(({ name }) => name))('with the schedule %s', (name) => {
    check({ optimizers: [{ name: 'sgd', schedule: { name } }, { name: 'adam' }] });
  });
});

test('a start whose name is also a hyperparameter is offered once, as a start', () => {
  const objective = { formula: 'beta1^2', parameters: ['beta1'] };
  const { experiment, objective: resolved } = planExperiment(
    readExperiment({ objective, optimizers: [{ name: 'adam' }] }),
  );
  const choices = axisChoices(experiment, resolved).filter(({ vary }) => vary === 'beta1');
  expect(choices).toEqual([{ vary: 'beta1', label: 'start beta1', group: 'Start' }]);
});

it('keeps an axis of a number of cells that will be refused', () => {
  const none = withAxisPart('x', { count: 0 }, plan)(experiment);
  expect(axesOf(none, plan.objective)[0]).toMatchObject({ vary: 'x', count: 0 });
  expect(() => planExperiment(none)).toThrow();
});
