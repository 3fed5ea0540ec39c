import { describe, expect, test } from 'vitest';
import { classOf, fitAt, surenessOf } from '../../../src/analysis/network-fit.ts';
import { asFormula, learnerOf, type NetworkObjective, planExperiment } from '../../../src/experiment/index.ts';
import { interpret } from '../../../src/formula/index.ts';

const networks = ['tanh', 'relu', 'sigmoid', 'linear'].flatMap((activation) =>
  [true, false].flatMap((biases) => [
    { widths: [1, 3, 2, 1], activation, biases, loss: 'mean-square', data: 'sinc' },
    { widths: [2, 3, 1], activation, biases, loss: 'mean-square', data: 'xor' },
    { widths: [2, 3, 1], activation, biases, loss: 'logistic', data: 'circles' },
    { widths: [2, 3, 2], activation, biases, loss: 'cross-entropy', data: 'spirals' },
  ]),
);

const learnerFrom = (network: object) => {
  const plan = planExperiment({ objective: { network }, optimizers: [{ name: 'sgd' }] } as never);
  const { objective, experiment } = plan;
  return { plan, learner: learnerOf((experiment.objective as NetworkObjective).network, objective.table) };
};

/** Losses from outputs alone, from their definitions. */
const lossFrom: Record<string, (z: number[], target: number) => number> = {
  'mean-square': ([z], y) => (z - y) ** 2,
  logistic: ([z], y) => Math.log(1 + Math.exp(z)) - y * z,
  'cross-entropy': (z, k) => Math.log(z.reduce((sum, each) => sum + Math.exp(each), 0)) - z[k],
};

describe('what a network computes', () => {
  test.each(networks.map((network) => [JSON.stringify(network), network] as const))(
    'gives the objective its loss: %s',
    (_, network) => {
      const { plan, learner } = learnerFrom(network);
      const { start } = plan.objective;
      const { compiled } = asFormula(plan.objective);
      const { task, given, wanted, outputsAt } = learner;
      const losses = given[0].map((_, row) => {
        const z = [
          ...outputsAt(
            start,
            given.map((column) => column[row]),
          ),
        ];
        const target = wanted[0][row];
        const signed = network.loss === 'mean-square' && task.kind === 'two classes';
        return lossFrom[network.loss](z, signed ? 2 * target - 1 : target);
      });
      const mean = losses.reduce((sum, each) => sum + each, 0) / losses.length;
      const expected = interpret(compiled.graph, [compiled.loss], compiled.inputs).run(start)[0];
      expect(Math.abs(mean - expected), `got ${mean}, expected ${expected}`).toBeLessThan(1e-12 * (1 + expected));
    },
  );

  test('is called by the names of a table, classes too', () => {
    const columns = { length: [1, 2, 3], kind: [0, 1, 1] };
    const named = learnerFrom({
      widths: [1, 2, 2],
      loss: 'cross-entropy',
      data: { columns, classes: ['round', 'long'] },
    }).learner;
    expect([named.inputs, named.outputs, named.wanted]).toEqual([['length'], ['round', 'long'], [[0, 1, 1]]]);
    const two = learnerFrom({ widths: [1, 1], loss: 'logistic', data: { columns } }).learner;
    expect(two.task).toEqual({ kind: 'two classes', names: ['0', '1'] });
  });
});

describe('how well a network tells its rows', () => {
  test('is the number of rows on the right side', () => {
    const { learner } = learnerFrom({
      widths: [1, 1],
      loss: 'logistic',
      data: { columns: { x: [-2, -1, 1, 2], kind: [0, 0, 1, 1] } },
    });
    expect(fitAt(learner, [1, 0])).toEqual({ right: 4, rows: 4, error: null });
    expect(fitAt(learner, [1, -1.5]).right).toBe(3);
    expect(fitAt(learner, [-1, 0]).right).toBe(0);
  });

  test('is the root of the mean square where it gives values', () => {
    const { learner } = learnerFrom({ widths: [1, 1], data: { columns: { x: [0, 1], y: [3, 1] } } });
    expect(fitAt(learner, [0, 0]).error).toBeCloseTo(Math.sqrt(5), 12);
  });

  test('goes with the largest output, the surer the larger', () => {
    const outputs = Float64Array.of(1, 3, 2);
    expect(classOf('classes', outputs)).toBe(1);
    expect(surenessOf('classes', outputs)).toBeCloseTo(Math.exp(3) / (Math.exp(1) + Math.exp(2) + Math.exp(3)), 12);
    expect([classOf('two classes', Float64Array.of(-2)), surenessOf('two classes', Float64Array.of(0))]).toEqual([
      0, 0.5,
    ]);
  });
});
