import { describe, expect, test } from 'vitest';
import { dataSets } from '../../src/catalogue/index.ts';
import { knobTable, layKnobs } from '../../src/engine/knobs.ts';
import {
  asFormula,
  BadExperiment,
  type LayeredNetwork,
  layeredFunction,
  type NetworkObjective,
  planExperiment,
  readExperiment,
  resolveNetwork,
  resolveObjective,
  settingOf,
} from '../../src/experiment/index.ts';
import { networkObjective } from '../../src/experiment/network/objective.ts';
import type { Parametrisation } from '../../src/experiment/network/schema.ts';
import { interpret } from '../../src/formula/index.ts';
import { type Architecture, backpropagate, spreadNumbers } from '../support/reference-network.ts';

const OPTIMIZERS = [{ name: 'adam' }];
const plan = (network: object, rest: object = {}) =>
  planExperiment({ objective: { network }, optimizers: OPTIMIZERS, ...rest });
const net = (fields: object = {}) => ({ widths: [1, 6, 1], data: 'sinc', ...fields });

const ROWS = 7;

/** Columns of a table for a network, and the rows that the reference reads. */
function examples({ widths, loss }: Architecture) {
  const [first, last] = [widths[0], widths[widths.length - 1]];
  const inputs = Array.from({ length: first }, (_, i) => spreadNumbers(ROWS, 10 + i));
  const classes = Array.from({ length: ROWS }, (_, row) => (row * 5) % last);
  const values = Array.from({ length: last }, (_, i) =>
    spreadNumbers(ROWS, 20 + i).map((y) => (loss === 'logistic' ? Number(y > 0) : y)),
  );
  const taught = loss === 'cross-entropy' ? [classes] : values;
  const columns = Object.fromEntries([...inputs, ...taught].map((column, i) => [`column ${i}`, column]));
  const rows = (from: readonly (readonly number[])[]) =>
    Array.from({ length: ROWS }, (_, row) => from.map((column) => column[row]));
  const targets =
    loss === 'cross-entropy'
      ? classes.map((each) => Array.from({ length: last }, (_, i) => Number(i === each)))
      : rows(values);
  return { columns, rows: { inputs: rows(inputs), targets } };
}

const ARCHITECTURES: readonly (readonly [number[], Architecture['activations']])[] = [
  [[1, 1], ['linear']],
  [
    [1, 15, 1],
    ['tanh', 'linear'],
  ],
  [
    [3, 4, 2],
    ['relu', 'linear'],
  ],
  [
    [2, 5, 4, 1],
    ['tanh', 'sigmoid', 'linear'],
  ],
  [
    [2, 3, 3, 3],
    ['relu', 'tanh', 'sigmoid'],
  ],
  [
    [2, 2, 2, 2, 2, 2, 2, 2],
    ['tanh', 'tanh', 'tanh', 'sigmoid', 'tanh', 'linear', 'tanh'],
  ],
];
const NETS = ARCHITECTURES.flatMap(([widths, activations]): Architecture[] =>
  (['mean-square', 'logistic', 'cross-entropy'] as const).flatMap((loss): Architecture[] => {
    if (loss === 'cross-entropy' && (widths.at(-1) as number) < 2) return [];
    const last = widths.length - 2;
    const factors = activations.map((each, l) =>
      l === last ? 1 / widths[l] : Math.sqrt((each === 'linear' ? 1 : 2) / widths[l]),
    );
    return [
      { widths, activations, biases: true, loss, l2: 0.03 },
      { widths, activations, biases: false, loss, l2: 0 },
      { widths, activations, biases: true, loss, l2: 0, factors },
    ];
  }),
);
const described = NETS.map(
  (each) =>
    [
      `${each.widths.join('-')} ${each.activations.join(' ')}, ${each.loss}, l2 ${each.l2}${each.factors ? ', mean-field' : ''}`,
      each,
    ] as const,
);

describe('loss, gradient and Hessian are those of backpropagation by hand', () => {
  test.each(described)('%s', (_, architecture) => {
    const { widths, activations, biases, loss, l2, factors } = architecture;
    const { columns, rows } = examples(architecture);
    const parametrisation: Parametrisation = factors ? 'mean-field' : 'standard';
    const network = {
      ...{ widths, activation: [...activations], parametrisation, biases, loss, l2 },
      ...{ data: { columns }, scale: 1, seed: 3 },
    };
    const objective = resolveObjective({ network });
    const layered = layeredFunction(resolveNetwork(network, 0).layered as LayeredNetwork);
    const { graph, loss: value, gradient, hessian, inputs } = asFormula(objective).compiled;
    const count = inputs.length;
    const program = interpret(graph, [value, ...gradient, ...hessian.flat()], inputs);
    for (const seed of [1, 2]) {
      const theta = spreadNumbers(count, seed).map((each) => 2 * each);
      const got = Float64Array.from(program.run(theta));
      const expected = backpropagate(architecture, theta, rows);
      const near = (what: string, a: number, b: number, tolerance: number) =>
        expect
          .soft(Math.abs(a - b), `${what}: got ${a}, expected ${b}`)
          .toBeLessThanOrEqual(tolerance * (1 + Math.abs(b)));
      near('loss', got[0], expected.loss, 1e-13);
      expected.gradient.forEach((each, k) => {
        near(objective.parameters[k], got[1 + k], each, 1e-12);
      });
      const byLayers = layered(theta);
      near('loss, layer by layer', byLayers.loss, expected.loss, 1e-13);
      expected.gradient.forEach((each, k) => {
        near(`${objective.parameters[k]}, layer by layer`, byLayers.gradient[k], each, 1e-12);
      });
      // Central differences of a gradient in float64: a step of 1e-5 leaves some 1e-10 of the third derivative and 1e-11 of rounding.
      const step = 1e-5;
      theta.forEach((at, i) => {
        const away = (by: number) => backpropagate(architecture, theta.with(i, at + by), rows).gradient;
        const [above, below] = [away(step), away(-step)];
        above.forEach((each, j) => {
          near(
            `${objective.parameters[i]}, ${objective.parameters[j]}`,
            got[1 + count * (1 + i) + j],
            (each - below[j]) / (2 * step),
            1e-7,
          );
        });
      });
    }
  });
});

describe('first weights', () => {
  const start = (network: object) => plan(network).start;

  test('are the same for the same seed, others for another, and in proportion to the scale', () => {
    expect(start(net())).toEqual(start(net({ seed: 0 })));
    expect(start(net({ seed: 1 }))).not.toEqual(start(net()));
    start(net({ scale: 4 })).forEach((value, k) => {
      expect(value).toBe(4 * start(net())[k]);
    });
    expect(start(net({ scale: 0 })).every((value) => value === 0)).toBe(true);
  });

  test.each([
    ['tanh', [3, 4, 1], [2 / 7, 2 / 5]],
    ['relu', [3, 4, 1], [2 / 3, 2 / 5]],
    ['sigmoid', [2, 5, 1], [2 / 7, 2 / 6]],
  ])('of %s are normal with the variance of their layer, biases 0', (activation, widths, variances) => {
    const columns = Object.fromEntries(Array.from({ length: widths[0] + 1 }, (_, i) => [`c${i}`, [0, 1]]));
    const draws = new Map<number, number[]>(variances.map((_, layer) => [layer, []]));
    for (let seed = 0; seed < 2000; seed++) {
      const { network } = readExperiment({
        objective: { network: { widths, activation, data: { columns }, seed } },
        optimizers: OPTIMIZERS,
      }).objective as NetworkObjective;
      const { parameters, start } = networkObjective(network, 'objective');
      parameters.forEach((name, k) => {
        if (name.startsWith('b')) expect(start[k]).toBe(0);
        else draws.get(Number(name[1]) - 1)?.push(start[k]);
      });
    }
    for (const [layer, values] of draws) {
      const mean = values.reduce((sum, each) => sum + each) / values.length;
      const variance = values.reduce((sum, each) => sum + each ** 2, 0) / values.length;
      const expected = variances[layer];
      // Five standard errors.
      expect(Math.abs(mean)).toBeLessThan(5 * Math.sqrt(expected / values.length));
      expect(Math.abs(variance / expected - 1)).toBeLessThan(5 * Math.sqrt(2 / values.length));
    }
  });

  test('are drawn for each cell from what the axes vary', () => {
    const grid = {
      x: { vary: 'network.scale', from: 0.5, to: 2, count: 3 },
      y: { vary: 'network.seed', from: 4, to: 6, count: 3 },
    };
    const varied = plan(net(), { grid });
    for (const [i, scale] of [0.5, 1.25, 2].entries()) {
      for (const [j, seed] of [4, 5, 6].entries()) {
        expect(settingOf(varied, 0, [i, j]).start).toEqual(start(net({ scale, seed })));
      }
    }
    const layout = layKnobs(varied, 0);
    const table = knobTable(varied, 0, layout);
    const { places, counts } = layout;
    places.slice(0, varied.start.length).forEach(({ group }, k) => {
      expect(group).toBe(varied.objective.parameters[k].startsWith('w') ? 'cell' : 'fixed');
    });
    const cell = table.subarray(table.length - counts.cell * varied.cells);
    const expected = start(net({ scale: 1.25, seed: 6 })).filter((value) => value !== 0);
    expect([...cell.subarray(7 * counts.cell, 8 * counts.cell)]).toEqual(expected.map(Math.fround));
  });

  test('that the experiment gives, or an axis places, are not drawn', () => {
    const varied = plan(net(), {
      start: { w1_1_1: 0.25, b2_1: -1 },
      grid: {
        x: { vary: 'w1_2_1', from: -1, to: 1, count: 3 },
        y: { vary: 'network.seed', from: 0, to: 2, count: 3 },
      },
    });
    for (let j = 0; j < 3; j++) {
      const { start: begins } = settingOf(varied, 0, [2, j]);
      const at = (name: string) => begins[varied.objective.parameters.indexOf(name)];
      expect([at('w1_1_1'), at('b2_1'), at('w1_2_1')]).toEqual([0.25, -1, 1]);
      expect(at('w2_1_1')).toBe(start(net({ seed: j }))[varied.objective.parameters.indexOf('w2_1_1')]);
    }
  });

  test('of a seed between two whole numbers are those of the nearest', () => {
    const grid = { x: { vary: 'network.seed', from: 0, to: 5, count: 4 } };
    expect([...plan(net(), { grid }).x.values]).toEqual([0, 2, 3, 5]);
  });
});

test('without a grid, learning rates across and seeds up', () => {
  const { x, y, cells } = plan(net({ seed: 5 }));
  expect([x.label, y.label, cells]).toEqual(['lr', 'network.seed', 256]);
  expect([...y.values]).toEqual(Array.from({ length: 16 }, (_, i) => 5 + i));
});

test('classes are −1 and 1 for the mean square, 0 and 1 for the others', () => {
  const columns = (loss: string, outputs: number) =>
    Object.entries(plan({ widths: [2, outputs], data: 'spirals', loss }).objective.table)
      .filter(([name]) => name.startsWith('y'))
      .map(([, column]) => [...new Set(column)].sort((a, b) => a - b));
  expect(columns('mean-square', 1)).toEqual([[-1, 1]]);
  expect(columns('logistic', 1)).toEqual([[0, 1]]);
  expect(columns('cross-entropy', 2)).toEqual([
    [0, 1],
    [0, 1],
  ]);
});

describe('what a network cannot be', () => {
  const table = (columns: object, fields: object = {}) => net({ data: { columns }, ...fields });
  const BAD: readonly (readonly [network: unknown, field: string, found: string, possible: string])[] = [
    [5, 'objective.network', '5 ', 'an object'],
    [{ data: 'sinc' }, 'objective.network.widths', 'missing', 'a list'],
    [{ widths: [1, 6, 1] }, 'objective.network.data', 'missing', 'a text or an object'],
    [net({ widths: [1] }), 'objective.network.widths', '[1]', 'at least 2 entries'],
    [net({ widths: [1, 0, 1] }), 'objective.network.widths.1', '0 ', 'at least 1'],
    [net({ widths: [1, 2.5, 1] }), 'objective.network.widths.1', '2.5', 'a whole number'],
    [net({ widths: [1, 65, 1] }), 'objective.network.widths.1', '65 ', 'at most 64'],
    [net({ widths: [1, 64, 32, 1] }), 'objective.network.widths', '2241 parameters', 'at most 1280'],
    [net({ parametrisation: 'lazy' }), 'objective.network.parametrisation', '"lazy"', '"standard" or "mean-field"'],
    [net({ activation: 'gelu' }), 'objective.network.activation', '"gelu"', '"tanh", "relu", "sigmoid" or "linear"'],
    [net({ activation: ['tanh'] }), 'objective.network.activation', '1 entry', "2 layers need one each, the last one's included"],
    [net({ activation: ['tanh', 'softmax'] }), 'objective.network.activation.1', '"softmax"', 'linear'],
    [net({ loss: 'hinge' }), 'objective.network.loss', '"hinge"', '"mean-square", "cross-entropy" or "logistic"'],
    [net({ biases: 1 }), 'objective.network.biases', '1 ', 'true or false'],
    [net({ l2: -1 }), 'objective.network.l2', '-1 ', 'at least 0'],
    [net({ seed: 0.5 }), 'objective.network.seed', '0.5', 'a whole number'],
    [net({ width: [1] }), 'objective.network', '"width"', 'misspelt'],
    [net({ data: 'moons' }), 'objective.network.data', '"moons"', dataSets.map(({ name }) => name).join(', ')],
    [net({ data: { name: 'sinc', rows: 1 } }), 'objective.network.data.rows', '1 ', 'at least 2'],
    [net({ data: { name: 'sinc', rows: 5000 } }), 'objective.network.data.rows', '5000', 'at most 4096'],
    [net({ data: { name: 'sinc', nose: 1 } }), 'objective.network.data', '"nose"', 'misspelt'],
    [net({ data: 'spirals' }), 'objective.network.widths.0', '1 input', 'the first width must be 2'],
    [net({ widths: [2, 3, 2], data: 'xor' }), 'objective.network.widths.2', '2 outputs', 'the last width must be 1'],
    [net({ widths: [1, 3, 1], loss: 'cross-entropy' }), 'objective.network.widths.2', '1 output', 'two at least'],
    [net({ loss: 'logistic' }), 'objective.network.data', '"sinc"', 'circles, xor, gaussians, spirals'],
    [table({ a: [1, 2] }), 'objective.network.data.columns', '1 column', '1 input and 1 target'],
    [table({ a: [1, 2], b: [1] }), 'objective.network.data.columns.b', '1 number', 'every column must have 2, as "a" has'],
    [table({ a: [1], b: ['x'] }), 'objective.network.data.columns.b.0', '"x"', 'a number'],
    [table({ a: [1], b: [-1] }, { loss: 'logistic' }), 'objective.network.data.columns.b', '-1 ', 'between 0 and 1'],
    [table({ a: [1], b: [2] }, { loss: 'cross-entropy', widths: [1, 2] }), 'objective.network.data.columns.b', '2 ', 'from 0 to 1'],
  ]; // biome-ignore format: a table
  test.each(BAD)('%j', (network, field, found, possible) => {
    let error: unknown;
    try {
      plan(network as object);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(BadExperiment);
    const bad = error as BadExperiment;
    expect(bad.field).toBe(field);
    expect(bad.problem).toContain(found.trim());
    expect(bad.possible).toContain(possible);
  });

  const AXES: readonly (readonly [axis: object, field: string, possible: string])[] = [
    [{ vary: 'network.seed', from: -3, to: 3, count: 2 }, 'grid.x.from', '0 to 4294967295'],
    [{ vary: 'network.scale', from: 1, to: 1e7, count: 2 }, 'grid.x.to', '0 to 1000000'],
    [{ vary: 'network.size', from: 1 }, 'grid.x.vary', 'network.scale, network.seed, batch, noise'],
    [{ vary: 'network.scale', from: 1, to: 1e5, count: 2 }, 'grid.x', 'or outcomes.escape above'],
    [{ vary: 'network.seed', from: 0.5, to: 3, count: 2 }, 'grid.x.from', 'a whole number'],
    [{ vary: 'network.seed', from: 0, to: 3.2, count: 2 }, 'grid.x.to', 'a whole number'],
    [{ vary: 'batch', from: 0.2, to: 3, count: 2 }, 'grid.x.from', 'a whole number'],
  ];
  test.each(AXES)('varied: %j', (x, field, possible) => {
    expect(() => plan(net(), { grid: { x } })).toThrow(expect.objectContaining({ field }));
    expect(() => plan(net(), { grid: { x } })).toThrow(possible);
  });

  test('other objectives have no first weights to vary', () => {
    const grid = { x: { vary: 'network.seed', from: 0 } };
    expect(() => planExperiment({ objective: 'beale', optimizers: OPTIMIZERS, grid })).toThrow('grid.x.vary');
  });
});
