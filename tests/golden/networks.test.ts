import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/engine/oracle.ts';
import {
  asFormula,
  type ExperimentInput,
  type NetworkObjective,
  planExperiment,
  resolveObjective,
} from '../../src/experiment/index.ts';
import { interpret } from '../../src/formula/index.ts';
import { readGolden } from '../support/golden.ts';
import { layeredPlan } from '../support/layered-plan.ts';
import { lectureNetworks } from '../support/lecture-networks.ts';
import { type Architecture, backpropagate } from '../support/reference-network.ts';

interface Case {
  readonly experiment: ExperimentInput;
  readonly theta: readonly (readonly number[])[];
  readonly loss: readonly number[];
}

const { rec, cases } = readGolden<{ rec: readonly number[]; cases: readonly Case[] }>('networks');

/** Numbers are given to 12 digits; 200 updates magnify a rounding some hundredfold. */
const TOLERANCE = 1e-9;

function expectClose(what: string, got: number, expected: number): void {
  const tolerance = TOLERANCE * (1 + Math.abs(expected));
  expect.soft(Math.abs(got - expected), `${what}: got ${got}, expected ${expected}`).toBeLessThan(tolerance);
}

describe.each(cases.map((each, i) => [`${i}: ${JSON.stringify(each.experiment.objective)}`, each] as const))(
  '%s',
  (_, golden) => {
    const plan = planExperiment(golden.experiment);

    test.each([
      ['as a formula', plan],
      ['as layers, one parameter standing for all', layeredPlan(golden.experiment)],
    ])('the float64 oracle trains as it did: %s', (_, form) => {
      const rows = simulate(form, 0);
      rec.forEach((step, n) => {
        expectClose(`loss at ${step}`, rows[step].loss, golden.loss[n]);
        golden.theta[n].forEach((value, k) => {
          expectClose(`${plan.objective.parameters[k]} at ${step}`, rows[step].theta[k], value);
        });
      });
    });

    test('backpropagation and optimizer written by hand train the same', () => {
      const step = byHand(plan.optimizers[0].name, golden.experiment.optimizers[0].lr as number);
      const lessons = lessonsOf(plan);
      let theta = [...golden.theta[0]];
      for (let t = 0; t <= plan.steps; t++) {
        const { loss, gradient } = backpropagate(lessons.architecture, theta, lessons.examples);
        const n = rec.indexOf(t);
        if (n >= 0) {
          expectClose(`loss at ${t}`, loss, golden.loss[n]);
          theta.forEach((value, k) => {
            expectClose(`${plan.objective.parameters[k]} at ${t}`, value, golden.theta[n][k]);
          });
        }
        theta = step(theta, gradient);
      }
    });
  },
);

/** What a plan's network is and learns, for the reference. */
function lessonsOf({ experiment, objective: { table } }: ReturnType<typeof planExperiment>) {
  const { widths, activation, biases, loss, l2 } = (experiment.objective as NetworkObjective).network;
  const layers = widths.length - 1;
  const activations = Array.from({ length: layers }, (_, l) => (l < layers - 1 ? activation : 'linear'));
  const columns = (letter: string) => Object.keys(table).filter((name) => name.startsWith(letter));
  const rows = (letter: string) => table.x1.map((_, row) => columns(letter).map((name) => table[name][row]));
  return {
    architecture: { widths, activations, biases, loss, l2 } as Architecture,
    examples: { inputs: rows('x'), targets: rows('y') },
  };
}

/** Plain descent, or Adam as Kingma & Ba 2015 write it with PyTorch's defaults. */
function byHand(name: string, lr: number): (theta: number[], gradient: number[]) => number[] {
  if (name === 'sgd') return (theta, gradient) => theta.map((value, k) => value - lr * gradient[k]);
  let t = 0;
  let [m, v]: number[][] = [[], []];
  return (theta, gradient) => {
    t++;
    m = gradient.map((g, k) => 0.9 * (m[k] ?? 0) + 0.1 * g);
    v = gradient.map((g, k) => 0.999 * (v[k] ?? 0) + 0.001 * g * g);
    return theta.map(
      (value, k) => value - (lr * (m[k] / (1 - 0.9 ** t))) / (Math.sqrt(v[k] / (1 - 0.999 ** t)) + 1e-8),
    );
  };
}

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
