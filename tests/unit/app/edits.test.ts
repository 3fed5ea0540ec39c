import { describe, expect, it } from 'vitest';
import {
  sideOf,
  withAdded,
  withField,
  withHyperparameter,
  withObjective,
  withOptimizerNamed,
  withRemoved,
  withSide,
} from '../../../src/app/edits.ts';
import { startingRate } from '../../../src/app/starter.ts';
import { planExperiment, readExperiment } from '../../../src/experiment/index.ts';

const experiment = readExperiment({ objective: 'himmelblau', optimizers: [{ name: 'adam', lr: 0.05 }] });
const plan = planExperiment(experiment);

describe('edits', () => {
  it('set and clear a hyperparameter, and leave the old value alone', () => {
    const set = withHyperparameter(0, 'beta1', 0.5)(experiment);
    expect(set.optimizers).toEqual([{ name: 'adam', lr: 0.05, beta1: 0.5 }]);
    expect(withHyperparameter(0, 'beta1', undefined)(set).optimizers).toEqual(experiment.optimizers);
    expect(experiment.optimizers).toEqual([{ name: 'adam', lr: 0.05 }]);
  });

  it('add, exchange and remove optimizers', () => {
    const two = withAdded('sgd', plan)(experiment);
    expect(two.optimizers.map(({ name }) => name)).toEqual(['adam', 'sgd']);
    expect(withOptimizerNamed(0, 'lion', plan)(two).optimizers[0].name).toBe('lion');
    expect(withRemoved(0)(two).optimizers).toEqual([{ name: 'sgd' }]);
  });

  it.each([64, 256, 512])('spread %d × %d starts, and tell so', (side) => {
    const spread = planExperiment(withSide(side)(experiment));
    expect(spread.cells).toBe(side * side);
    expect(sideOf(spread)).toBe(side);
  });

  it('keep the number of starts on another surface, over its own domain', () => {
    const small = planExperiment(withSide(64)(experiment));
    const other = planExperiment(withObjective('rosenbrock', small)(small.experiment));
    expect([other.x.values[0], other.x.values[63], other.cells]).toEqual([-2, 2, 4096]);
  });

  it('put the starts of one parameter in a row, and back', () => {
    const line = planExperiment(withObjective('flat-steep-flat', plan)(experiment));
    expect([line.x.values.length, line.y.values.length]).toEqual([16384, 1]);
    expect(sideOf(line)).toBe(128);
    expect(planExperiment(withObjective('sphere', line)(line.experiment)).cells).toBe(16384);
  });

  it('know grids that are no square of starts', () => {
    const grid = { x: { vary: 'lr', from: 1e-3, to: 1, count: 8, scale: 'log' as const } };
    expect(sideOf(planExperiment({ ...experiment, grid }))).toBeNull();
  });

  it('set fields', () => expect(withField('steps', 7)(experiment).steps).toBe(7));
});

describe('startingRate', () => {
  it('crosses the domain in some hundred steps where steps are as long as the rate', () => {
    expect(startingRate('adam', plan.objective.domain)).toBe(0.05);
    expect(startingRate('sgd', plan.objective.domain)).toBeUndefined();
  });
});
