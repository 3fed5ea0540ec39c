import { BadExperiment, type Plan } from '../experiment/index.ts';

/** Throws `BadExperiment` unless a plan has that optimizer and that cell. */
export function checkCell(plan: Plan, optimizer: number, [i, j]: readonly [number, number]): void {
  const [columns, rows] = [plan.x.values.length, plan.y.values.length];
  if (!plan.optimizers[optimizer]) {
    const possible = `it may be 0 to ${plan.optimizers.length - 1}`;
    throw new BadExperiment('optimizer', `there is no optimizer ${optimizer}`, possible);
  }
  if (!(Number.isInteger(i) && i >= 0 && i < columns && Number.isInteger(j) && j >= 0 && j < rows)) {
    const possible = `I may be 0 to ${columns - 1} and J 0 to ${rows - 1}`;
    throw new BadExperiment('cell', `there is no cell ${i},${j}`, possible);
  }
}
