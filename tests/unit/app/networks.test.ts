import { describe, expect, test } from 'vitest';
import { withObjective } from '../../../src/app/grids.ts';
import {
  onDataSet,
  onTable,
  possibleLosses,
  standardised,
  withHidden,
  withLoss,
  withMaking,
} from '../../../src/app/networks/network-edits.ts';
import { FIRST_NETWORK, type Network } from '../../../src/app/networks/network-of.ts';
import { withTableFile } from '../../../src/app/networks/table-edit.ts';
import { isPossible, typedUnits } from '../../../src/app/networks/typed-units.ts';
import { dataSets } from '../../../src/catalogue/index.ts';
import { planExperiment } from '../../../src/experiment/index.ts';

const planOf = (network: Network) => planExperiment({ objective: { network }, optimizers: [{ name: 'sgd' }] });
const flowers = {
  columns: { length: [1.4, 4.7, 1.3, 6], width: [0.2, 1.4, 0.3, 2.5], kind: [0, 1, 0, 2] },
  classes: ['setosa', 'versicolor', 'virginica'],
};

test.each([
  ['', []],
  ['16', [16]],
  ['16, 32,16', [16, 32, 16]],
  [' 16-32-16 ', [16, 32, 16]],
  ['16 – 32 × 16', [16, 32, 16]],
  ['16 32;', [16, 32]],
  ['-16', null],
  ['16--32', null],
  ['16.5', null],
  ['0', null],
  ['12345', null],
  ['many', null],
])('hidden units are read from "%s"', (text, units) => {
  expect(typedUnits(text)).toEqual(units);
});

test.each([[], [64], Array(7).fill(8), [65], Array(8).fill(8), Array(8).fill(1)])(
  'hidden layers of %s are possible where an experiment may have them',
  (...units) => {
    const run = () => planOf({ ...FIRST_NETWORK, widths: [2, ...units, 1], data: 'spirals' });
    if (isPossible(units)) expect(run).not.toThrow();
    else expect(run).toThrow('objective.network.widths');
  },
);

describe('a network that is edited', () => {
  test.each(dataSets.map(({ name }) => name))('plans on the data set "%s" with every loss that is offered', (name) => {
    const network = onDataSet(withHidden(FIRST_NETWORK, [3]), name);
    for (const loss of possibleLosses(network)) {
      const plan = planOf(withLoss(network, loss));
      expect(plan.experiment.objective).toMatchObject({ network: { loss } });
    }
  });

  test('learns the last column of a table: classes by cross-entropy, two of them by the logistic loss, numbers by the mean square', () => {
    const three = onTable(FIRST_NETWORK, flowers);
    expect([three.widths, three.loss]).toEqual([[2, 11, 3], 'cross-entropy']);
    const two = onTable(three, { columns: { x: [1, 2, 3], kind: [0, 1, 0] }, classes: ['no', 'yes'] });
    expect([two.widths, two.loss]).toEqual([[1, 11, 1], 'logistic']);
    const values = onTable(two, { columns: { a: [1, 2], b: [1, 2], y: [0.5, 7] }, classes: null });
    expect([values.widths, values.loss, possibleLosses(values)]).toEqual([[2, 11, 1], 'mean-square', ['mean-square']]);
    for (const network of [three, two, values]) expect(() => planOf(network)).not.toThrow();
  });

  const moments = (column: readonly number[]) => {
    const mean = column.reduce((sum, each) => sum + each, 0) / column.length;
    return [mean, column.reduce((sum, each) => sum + (each - mean) ** 2, 0) / column.length];
  };

  test('learns the columns of its table standardised: inputs, and the target where it is a number', () => {
    const plain = onTable(FIRST_NETWORK, flowers);
    const network = standardised(plain, true);
    const [x1, , ...classes] = Object.values(planOf(network).objective.table);
    expect(moments(x1)).toEqual([expect.closeTo(0, 12), expect.closeTo(1, 12)]);
    expect(classes.flat().every((each) => each === 0 || each === 1)).toBe(true);
    expect(standardised(network, false)).toEqual(plain);
    const prices = onTable(FIRST_NETWORK, {
      columns: { year: [1990, 2000, 2010, 2020], price: [1.2e6, 2.9e6, 2.5e6, 4e6] },
      classes: null,
    });
    expect(prices.data).toMatchObject({ standardise: true, columns: { year: [1990, 2000, 2010, 2020] } });
    for (const column of Object.values(planOf(prices).objective.table)) {
      expect(moments(column)).toEqual([expect.closeTo(0, 12), expect.closeTo(1, 12)]);
    }
  });

  test.each([
    ['small numbers', { a: [0, 1, 2], y: [3, 5, 4] }, undefined],
    ['a constant beside them', { a: [0, 1, 2], b: [1, 1, 1], y: [3, 5, 4] }, undefined],
    ['a far input', { a: [2001, 2002, 2003], y: [3, 5, 4] }, true],
    ['a large target', { a: [0, 1, 2], y: [3e6, 5e6, 4e6] }, true],
    ['a tiny input', { a: [1e-6, 3e-6, 2e-6], y: [3, 5, 4] }, true],
  ])('a table with %s is standardised when it is opened: %s', (_, columns: Record<string, number[]>, expected) => {
    const { data } = onTable(FIRST_NETWORK, { columns, classes: null });
    expect((data as { standardise?: boolean }).standardise).toBe(expected);
  });

  test('keeps activations given layer by layer only while there are as many layers', () => {
    const layered = { ...FIRST_NETWORK, activation: ['relu', 'linear'] as Network['activation'] };
    expect(withHidden(layered, [5]).activation).toEqual(['relu', 'linear']);
    expect(withHidden(layered, [5, 4]).activation).toBe('relu');
    expect(withHidden(layered, []).widths).toEqual([2, 1]);
  });

  test('has other rows of a built-in data set', () => {
    expect(withMaking(withMaking(FIRST_NETWORK, { rows: 20 }), { seed: 3 }).data).toEqual({
      name: 'spirals',
      rows: 20,
      noise: 0,
      seed: 3,
    });
  });

  test('keeps its axes over learning rate and seed when its layers change', () => {
    const grid = {
      x: { vary: 'network.scale', from: 0.1, to: 10, count: 8, scale: 'log' },
      y: { vary: 'network.seed', from: 0, to: 3, count: 4 },
    };
    const plan = planExperiment({ objective: { network: FIRST_NETWORK }, optimizers: [{ name: 'adam' }], grid });
    const wider = withObjective({ network: withHidden(FIRST_NETWORK, [4, 4]) }, plan)(plan.experiment);
    const { x, y } = planExperiment(wider);
    expect([x.label, x.values.length, y.label, y.values.length]).toEqual(['network.scale', 8, 'network.seed', 4]);
  });

  test('has its usual grid after a surface', () => {
    const plan = planExperiment({ objective: 'himmelblau', optimizers: [{ name: 'adam' }] });
    const edited = withObjective({ network: FIRST_NETWORK }, plan)(plan.experiment);
    expect(planExperiment(edited).cells).toBe(256);
  });
});

describe('a table that is dropped on the page', () => {
  const file = (text: string) => new File([text], 'flowers.csv');
  const plan = planExperiment({ objective: 'himmelblau', optimizers: [{ name: 'adam' }] });

  test('is learned by networks in place of a surface', async () => {
    const edit = await withTableFile(file('length,kind\n1.4,setosa\n4.7,versicolor\n1.3,setosa\n6,virginica'), plan);
    const { objective } = planExperiment(edit(plan.experiment)).experiment;
    expect(objective).toMatchObject({ network: { widths: [1, 11, 3], data: { classes: flowers.classes } } });
  });

  test('is the data of a formula of one’s own', async () => {
    const typed = planExperiment({
      objective: { formula: 'mean((x*X - Y)^2)', parameters: ['x'], data: { X: [1], Y: [2] } },
      optimizers: [{ name: 'sgd' }],
    });
    const edit = await withTableFile(file('X,Y\n1,3\n2,6'), typed);
    expect(planExperiment(edit(typed.experiment)).objective.table).toEqual({ X: [1, 2], Y: [3, 6] });
  });

  test('is refused with its name, a place and what to do', async () => {
    await expect(withTableFile(file('x,y\n1,2\nred,3'), plan)).rejects.toThrow(
      'The table in flowers.csv cannot be used: "red" is no number at line 3, column "x"; write it like -1.5e3',
    );
  });
});
