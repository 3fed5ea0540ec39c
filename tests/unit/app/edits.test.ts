import { describe, expect, it } from 'vitest';
import { withAdded, withField, withHyperparameter, withOptimizerNamed, withRemoved } from '../../../src/app/edits.ts';
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

  it('set fields', () => expect(withField('steps', 7)(experiment).steps).toBe(7));
});

describe('startingRate', () => {
  it('crosses the domain in some hundred steps where steps are as long as the rate', () => {
    expect(startingRate('adam', plan.objective.domain)).toBe(0.05);
    expect(startingRate('sgd', plan.objective.domain)).toBeUndefined();
  });
});
