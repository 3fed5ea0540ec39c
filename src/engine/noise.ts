import type { Plan } from '../experiment/index.ts';

/** Whether any cell's gradient has noise. */
export function isNoisy(plan: Plan): boolean {
  return plan.noise > 0 || [plan.x, plan.y].some(({ varied }) => varied.kind === 'noise');
}
