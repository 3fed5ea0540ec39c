import { type CellTable, OUTCOMES } from '../engine/index.ts';

const CONVERGED = OUTCOMES.indexOf('converged');

/** Whether a cell's trajectory arrives: it has converged, or its loss has reached the target at some step. */
export function arrives({ outcome, arrivedAt }: CellTable, cell: number): boolean {
  return outcome[cell] === CONVERGED || arrivedAt[cell] >= 0;
}

/** The number of cells that arrive. */
export function countArrivals(table: CellTable): number {
  let count = 0;
  for (let cell = 0; cell < table.outcome.length; cell++) if (arrives(table, cell)) count++;
  return count;
}
