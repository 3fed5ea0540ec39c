import type { CellTable } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';

/** Whether tables are those of a plan: while one run follows another, they may be those of the one before. */
export function fitting(tables: readonly CellTable[] | null, plan: Plan): readonly CellTable[] | null {
  const fits =
    tables?.length === plan.optimizers.length && tables.every(({ outcome }) => outcome.length === plan.cells);
  return fits ? tables : null;
}
