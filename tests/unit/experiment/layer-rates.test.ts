import { describe, expect, test } from 'vitest';
import { optimizers } from '../../../src/catalogue/index.ts';
import { hoist } from '../../../src/engine/knobs.ts';
import { planExperiment, variablesOf } from '../../../src/experiment/index.ts';

const network = { network: { widths: [1, 2, 1], data: 'sine' } };

function planOf(optimizer: object, more: object = {}) {
  return planExperiment({ objective: network, optimizers: [optimizer], ...more });
}

describe('what a layer’s rate changes', () => {
  test('nothing where none is given', () => {
    const { update } = planOf({ name: 'adam' }).optimizers[0];
    expect([...update.hyperparameters.keys()].filter((name) => name.startsWith('lr'))).toEqual(['lr']);
    expect(update.rates.every((rate) => rate === update.eta)).toBe(true);
    expect(hoist(update)).toEqual(hoist(planOf({ name: 'adam', lr: 0.5 }).optimizers[0].update));
  });

  test('its own parameters alone, by one number made of hyperparameters', () => {
    const plain = planOf({ name: 'sgd' }).optimizers[0].update;
    const { update, hyperparameters } = planOf({ name: 'sgd', lr: 0.1, 'lr.2': 0.3 }).optimizers[0];
    expect(hyperparameters.get('lr.2')?.value).toBe(0.3);
    const own = planOf({ name: 'sgd' }).objective.layerOf as readonly number[];
    expect(own).toEqual([1, 1, 1, 1, 2, 2, 2]);
    expect(update.rates.map((rate) => rate !== update.eta)).toEqual(own.map((layer) => layer === 2));
    // One more number than without it: the ratio, computed in float64.
    expect(hoist(update)).toHaveLength(hoist(plain).length + 1);
  });

  test.each(optimizers.map(({ name }) => name).filter((name) => name !== 'prodigy'))('%s takes one', (name) => {
    expect(planOf({ name, 'lr.1': 0.01 }).optimizers[0].update.rates).toHaveLength(7);
  });

  test('an axis brings it in', () => {
    const plan = planOf({ name: 'adam', lr: 0.02 }, { grid: { x: { vary: 'lr.1', from: 0.01, to: 1, count: 4 } } });
    expect(plan.optimizers[0].hyperparameters.get('lr.1')?.value).toBe(0.02);
    expect(plan.optimizers[0].update.hyperparameters.has('lr.1')).toBe(true);
  });

  test('an axis may vary each layer’s, whatever the optimizer is given', () => {
    const names = [...variablesOf({ name: 'adam', lr: 0.5 }, 2)].filter(([name]) => name.startsWith('lr.'));
    expect(names.map(([name, spec]) => [name, spec.default])).toEqual([
      ['lr.1', 0.5],
      ['lr.2', 0.5],
    ]);
    expect([...variablesOf({ name: 'adam' }).keys()].filter((name) => name.startsWith('lr.'))).toEqual([]);
  });
});

describe('a layer’s rate is refused', () => {
  test.each<[string, object, string]>([
    [
      'of a layer that is not there',
      { optimizers: [{ name: 'sgd', 'lr.3': 1 }] },
      'optimizers.0.lr.3: the network has no layer "3"',
    ],
    ['of layer 0', { optimizers: [{ name: 'sgd', 'lr.0': 1 }] }, 'it has lr.1 to lr.2'],
    [
      'of a surface',
      { objective: 'beale', optimizers: [{ name: 'sgd', 'lr.1': 1 }] },
      'only an objective that is a network',
    ],
    [
      'along an axis over a surface',
      { objective: 'beale', grid: { x: { vary: 'lr.1', from: 1 } } },
      'only an objective that is a network',
    ],
    [
      'along an axis, of a layer that is not there',
      { grid: { x: { vary: 'lr.7', from: 1 } } },
      'grid.x.vary: the network has no layer "7"',
    ],
    ['with Prodigy', { optimizers: [{ name: 'prodigy', 'lr.1': 1 }] }, 'the rule "prodigy" has no rates of layers'],
    ['beside an lr of 0', { optimizers: [{ name: 'sgd', lr: 0, 'lr.1': 1 }] }, 'lr must be above 0'],
    [
      'beside an axis from an lr of 0',
      { optimizers: [{ name: 'sgd', 'lr.1': 1 }], grid: { x: { vary: 'lr', from: 0, to: 1, count: 3 } } },
      'grid.x.from: an lr of 0 beside the rate of a layer',
    ],
    ['below 0', { optimizers: [{ name: 'sgd', 'lr.1': -1 }] }, '-1 is out of range'],
  ])('%s', (_, part, message) => {
    expect(() => planExperiment({ objective: network, optimizers: [{ name: 'sgd' }], ...part })).toThrow(message);
  });
});
