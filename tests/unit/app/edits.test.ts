import { describe, expect, it } from 'vitest';
import {
  type Edit,
  withAdded,
  withDuplicated,
  withField,
  withHyperparameter,
  withLabel,
  withOptimizerNamed,
  withOutcome,
  withRemoved,
  withTarget,
} from '../../../src/app/edits.ts';
import { startingRate } from '../../../src/app/starter.ts';
import { planExperiment, readExperiment } from '../../../src/experiment/index.ts';

const experiment = readExperiment({ objective: 'himmelblau', optimizers: [{ name: 'adam', lr: 0.05 }] });
const plan = planExperiment(experiment);
const all = (...edits: Edit[]) => edits.reduce((each, edit) => edit(each), experiment);

describe('edits', () => {
  it('set and clear a hyperparameter, and leave the old value alone', () => {
    const set = withHyperparameter(0, 'beta1', 0.5)(experiment);
    expect(set.optimizers).toEqual([{ name: 'adam', lr: 0.05, beta1: 0.5 }]);
    expect(withHyperparameter(0, 'beta1', undefined)(set).optimizers).toEqual(experiment.optimizers);
    expect(experiment.optimizers).toEqual([{ name: 'adam', lr: 0.05 }]);
  });

  it('add, exchange, duplicate and remove optimizers', () => {
    const two = withAdded('sgd', plan)(experiment);
    expect(two.optimizers.map(({ name }) => name)).toEqual(['adam', 'sgd']);
    expect(withOptimizerNamed(0, 'lion', plan)(two).optimizers[0].name).toBe('lion');
    expect(withRemoved(0, plan)(two).optimizers).toEqual([{ name: 'sgd' }]);
    expect(withDuplicated(0)(two).optimizers.map(({ name }) => name)).toEqual(['adam', 'adam', 'sgd']);
  });

  it('name an optimizer, and give it its own name back', () => {
    const named = withLabel(0, 'fast Adam')(experiment);
    expect(planExperiment(named).optimizers[0].label).toBe('fast Adam');
    expect(withLabel(0, '')(named)).toEqual(experiment);
  });

  it('keep the schedule of an optimizer that another takes the place of', () => {
    const schedule = { name: 'cosine', warmup: 10 };
    const cosine = { ...experiment, optimizers: [{ name: 'adam', schedule }] };
    expect(withOptimizerNamed(0, 'sgd', plan)(cosine).optimizers[0].schedule).toEqual(schedule);
  });

  it('set fields, the target and thresholds, and give them back', () => {
    expect(withField('steps', 7)(experiment).steps).toBe(7);
    expect(
      [withTarget(null), withTarget(2), withTarget(undefined)].map((edit) => planExperiment(edit(experiment)).target),
    ).toEqual([null, 2, 0.01]);
    expect(planExperiment(withOutcome('gradient', 1e-3)(experiment)).outcomes.gradient).toBe(1e-3);
    expect(all(withOutcome('bound', 5), withOutcome('bound', undefined))).toEqual(experiment);
  });

  it('put starts in the place of an axis over what no optimizer has any more', () => {
    const rates = { vary: 'beta1', from: 0, to: 0.9, count: 30, scale: 'linear' as const };
    const grid = { x: rates, y: { vary: 'x', from: -1, to: 1, count: 20, scale: 'linear' as const } };
    const sgd = withOptimizerNamed(0, 'sgd', plan)({ ...experiment, grid });
    expect(sgd.grid).toEqual({ x: { vary: 'y', from: -5, to: 5, count: 30, scale: 'linear' }, y: grid.y });
    const kept = withRemoved(0, plan)({ ...experiment, grid, optimizers: [{ name: 'sgd' }, { name: 'adam' }] });
    expect(kept.grid).toEqual(grid);
  });
});

describe('startingRate', () => {
  it('crosses the domain in some hundred steps where steps are as long as the rate', () => {
    expect(startingRate('adam', plan.objective.domain)).toBe(0.05);
    expect(startingRate('sgd', plan.objective.domain)).toBeUndefined();
  });
});
