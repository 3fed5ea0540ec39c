import type { Engine } from '../../src/engine/index.ts';
import { type LayeredNetwork, layeredFunction } from '../../src/experiment/index.ts';
import { layeredPlan } from './layered-plan.ts';
import { spreadNumbers } from './reference-network.ts';

/** Columns of nine rows for a network of so many inputs. */
const columns = (inputs: number, targets: readonly number[][]) => ({
  columns: Object.fromEntries(
    [...Array.from({ length: inputs }, (_, i) => spreadNumbers(9, i)), ...targets].map((each, i) => [`c${i}`, each]),
  ),
});

/** Networks with every activation, loss and parametrisation, with biases and without, of few rows and of more than a tile. */
export const LAYERED_FORMS = [
  { widths: [2, 5, 1], data: { name: 'xor', rows: 7 } },
  { widths: [3, 6, 4, 3], activation: ['relu', 'sigmoid', 'linear'], loss: 'cross-entropy', biases: false, l2: 0.1, data: columns(3, [[0, 1, 2, 2, 1, 0, 1, 1, 0]]) },
  { widths: [1, 3, 9, 2], activation: ['sigmoid', 'linear', 'tanh'], parametrisation: 'mean-field', data: columns(1, [spreadNumbers(9, 5), spreadNumbers(9, 6)]) },
  { widths: [2, 8, 5, 1], activation: 'relu', loss: 'logistic', l2: 0.05, data: { name: 'circles', rows: 70 } },
] as const; // biome-ignore format: a table

/** Where an engine's loss and gradient of such a network, at two points, are not those of float64. */
export async function layeredFailures(engine: Engine, network: object): Promise<string[]> {
  const plan = layeredPlan({ objective: { network }, optimizers: [{ name: 'sgd' }] } as never);
  const points = [1, 2].map((seed) => spreadNumbers(plan.start.length, seed).map(Math.fround));
  const look = layeredFunction(plan.objective.layered as LayeredNetwork);
  const failures: string[] = [];
  for (const [i, { loss, gradient, hessian }] of (await engine.evaluate(plan, points)).entries()) {
    const expected = look(points[i]);
    const size = Math.max(...expected.gradient.map(Math.abs));
    const near = (what: string, got: number, want: number, tolerance: number) => {
      if (!(Math.abs(got - want) < tolerance)) failures.push(`${what} at point ${i}: got ${got}, expected ${want}`);
    };
    near('loss', loss, expected.loss, 2e-6 * (1 + Math.abs(expected.loss)));
    for (const [k, name] of plan.objective.parameters.entries())
      near(name, gradient[k], expected.gradient[k], 3e-6 * size);
    if (hessian.length > 0) failures.push(`a Hessian at point ${i}`);
  }
  return failures;
}
