import type { Plan } from '../experiment/index.ts';

/** Whether a population of one plan can take over another's numbers, as far as grids and starts go. */
export function sameGrid(plan: Plan, old: Plan): boolean {
  return (
    plan.optimizers.length === old.optimizers.length &&
    plan.steps === old.steps &&
    String(plan.start) === String(old.start) &&
    sameStarts(plan.x, old.x) &&
    sameStarts(plan.y, old.y)
  );
}

/** Whether two axes have as many values, and the same ones where they are starts. */
function sameStarts(a: Plan['x'], b: Plan['x']): boolean {
  if (a.values.length !== b.values.length) return false;
  if (JSON.stringify(a.varied) !== JSON.stringify(b.varied)) return false;
  return a.varied.kind !== 'start' || a.values.every((value, i) => value === b.values[i]);
}
