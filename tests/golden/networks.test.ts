import { describe, expect, test } from 'vitest';
import { rowsOf } from '../../src/engine/batch.ts';
import { simulate } from '../../src/engine/oracle.ts';
import { asFormula, planExperiment, resolveObjective, settingOf } from '../../src/experiment/index.ts';
import { interpret } from '../../src/formula/index.ts';
import { layeredPlan } from '../support/layered-plan.ts';
import { lectureNetworks } from '../support/lecture-networks.ts';
import { networkForms, torchNetworks, torchRecords } from '../support/torch-networks.ts';

/** Of 1 + |expected|: numbers are given to 12 digits, and 200 updates magnify a rounding up to 10⁵ times. */
const TOLERANCE = 1e-9;

/** The places at which numbers differ, and by how much, at most five of them. */
function mismatches(what: string, got: ArrayLike<number>, expected: readonly number[]): string[] {
  if (got.length !== expected.length) return [`${what}: got ${got.length} numbers, expected ${expected.length}`];
  return expected
    .flatMap((value, k) =>
      Math.abs(got[k] - value) <= TOLERANCE * (1 + Math.abs(value))
        ? []
        : [`${what}[${k}]: got ${got[k]}, expected ${value}`],
    )
    .slice(0, 5);
}

describe.each(torchNetworks)('$title', ({ experiment, layers, inputs, targets, drawn, start, theta, loss }) => {
  test('PyTorch has trained the network of this experiment: layers, data, first weights, rows drawn', () => {
    const plan = layeredPlan(experiment);
    const { layered } = plan.objective;
    expect(layered?.layers).toMatchObject(layers);
    const rows = inputs.flatMap((row, n) => [...row, ...targets[n]]);
    expect(mismatches('data', layered?.data ?? [], rows)).toEqual([]);
    expect(mismatches('start', settingOf(plan, 0, [0, 0]).start, start)).toEqual([]);
    expect(plan.batch).toBe(drawn ? drawn[0].length : null);
    drawn?.forEach((expected, i) => {
      expect(Array.from(rowsOf(plan, 0, i + 1, expected.length).rows), `rows of update ${i + 1}`).toEqual(expected);
    });
  });

  test.each(networkForms(experiment))('the float64 oracle trains it alike, $form', ({ plan }) => {
    const rows = simulate(plan, 0);
    const wrong = torchRecords.flatMap((step, i) => [
      ...mismatches(`loss at ${step}`, [rows[step].loss], [loss[i]]),
      ...mismatches(`θ at ${step}`, rows[step].theta, theta[i]),
    ]);
    expect(wrong).toEqual([]);
  });
});

test("the lecture's networks have the losses and gradients that were measured", () => {
  const names: Readonly<Record<string, string>> = { sinc5: 'sinc', sin4: 'sine' };
  const known = lectureNetworks.filter(({ target }) => target in names);
  expect(known.length).toBeGreaterThan(3);
  for (const { target, H, n, theta, loss, grad } of known) {
    const plan = planExperiment({
      objective: { network: { widths: [1, H, 1], data: { name: names[target], rows: n } } },
      optimizers: [{ name: 'sgd' }],
    });
    const { compiled } = asFormula(resolveObjective(plan.experiment.objective));
    const order = [
      ...Array.from({ length: H }, (_, k) => [k, H + k]).flat(),
      ...Array.from({ length: H + 1 }, (_, k) => 2 * H + k),
    ];
    const program = interpret(compiled.graph, [compiled.loss, ...compiled.gradient], compiled.inputs);
    const got = program.run(order.map((k) => theta[k]));
    // θ and the gradient are given to 10 to 12 digits.
    expect(Math.abs(got[0] - loss)).toBeLessThan(1e-8);
    order.forEach((k, i) => {
      expect(Math.abs(got[1 + i] - grad[k]), `gradient ${k}: got ${got[1 + i]}, expected ${grad[k]}`).toBeLessThan(
        1e-8,
      );
    });
  }
});
