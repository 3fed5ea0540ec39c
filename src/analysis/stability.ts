import type { Plan } from '../experiment/index.ts';
import { interpret } from '../formula/index.ts';
import { eigenvalues } from './eigen.ts';

/** Parameters up to which the curve is told: eigenvalues of more cost too much at every step. */
const MOST = 4;

/** Above it, descent with a rate of its own for each parameter moves away from a valley's floor instead of towards it. */
export const STABILITY_LIMIT = 2;

/**
 * How near a step without momentum is to the limit of stability: λmax(diag(η/σ)·H), H being the Hessian at θ and σ what each parameter's rate is divided by. NaN
 * where a σ is 0. Null for objectives of more parameters than it is told for.
 */
export function stabilityOf({
  objective,
}: Plan): ((theta: ArrayLike<number>, sigma: ArrayLike<number>, rates: ArrayLike<number>) => number) | null {
  const n = objective.parameters.length;
  if (n > MOST || !objective.compiled) return null;
  const { graph, inputs, hessian } = objective.compiled;
  const program = interpret(graph, hessian.flat(), inputs);
  const matrix = Array.from({ length: n }, () => new Float64Array(n));
  return (theta, sigma, rates) => {
    const sign = Math.sign(rates[0]);
    const factor = (i: number) => Math.sqrt(Math.abs(rates[i]) / sigma[i]);
    const entries = program.run(theta);
    // Similar to diag(η/σ)·H, and symmetric.
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) matrix[i][j] = sign * factor(i) * factor(j) * entries[i * n + j];
    }
    return eigenvalues(matrix)[n - 1];
  };
}
