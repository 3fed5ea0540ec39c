import type { Plan } from '../experiment/index.ts';

/** Whether a population of one plan can take over another's numbers, as far as grids and starts go. */
export function sameGrid(plan: Plan, old: Plan): boolean {
  return (
    plan.optimizers.length === old.optimizers.length &&
    plan.steps === old.steps &&
    sameTable(plan, old) &&
    String(plan.start) === String(old.start) &&
    JSON.stringify(plan.initialisation) === JSON.stringify(old.initialisation) &&
    sameStarts(plan.x, old.x) &&
    sameStarts(plan.y, old.y)
  );
}

/** Whether two plans have the same data. */
function sameTable({ objective }: Plan, old: Plan): boolean {
  return (
    objective.table === old.objective.table || JSON.stringify(objective.table) === JSON.stringify(old.objective.table)
  );
}

/** Whether two axes have as many values, and the same ones where they are starts. */
function sameStarts(a: Plan['x'], b: Plan['x']): boolean {
  if (a.values.length !== b.values.length) return false;
  if (JSON.stringify(a.varied) !== JSON.stringify(b.varied)) return false;
  const isStart = a.varied.kind === 'start' || a.varied.kind === 'initialisation';
  return !isStart || a.values.every((value, i) => value === b.values[i]);
}
