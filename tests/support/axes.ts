import type { Plan } from '../../src/experiment/index.ts';

/** A plan whose axes take these values, which need not be evenly spaced. */
export function withAxes(plan: Plan, xs: readonly number[], ys: readonly number[] = [...plan.y.values]): Plan {
  const x = { ...plan.x, values: Float64Array.from(xs) };
  const y = { ...plan.y, values: Float64Array.from(ys) };
  return { ...plan, x, y, cells: xs.length * ys.length };
}
