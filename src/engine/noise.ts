import type { Plan } from '../experiment/index.ts';

/** Whether any cell's gradient has noise. An axis that varies it may only have one value, 0: that of a grid of one row. */
export function isNoisy({ noise, x, y }: Pick<Plan, 'noise' | 'x' | 'y'>): boolean {
  const axes = [x, y].filter(({ varied }) => varied.kind === 'noise');
  return axes.length > 0 ? axes.some(({ values }) => values.some((value) => value > 0)) : noise > 0;
}
