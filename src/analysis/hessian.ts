import type { FormulaObjective } from '../experiment/index.ts';
import { interpret } from '../formula/index.ts';

/** An objective's Hessian at a place, in float64, row by row. */
export function hessianOf({
  compiled,
}: Pick<FormulaObjective, 'compiled'>): (theta: ArrayLike<number>) => Float64Array[] {
  const { graph, hessian, inputs } = compiled;
  const n = inputs.length;
  const program = interpret(graph, hessian.flat(), inputs);
  return (theta) => {
    const values = program.run(theta);
    return hessian.map((_, i) => values.slice(i * n, (i + 1) * n));
  };
}
