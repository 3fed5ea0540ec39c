import type { CellTable } from '../engine/index.ts';
import type { Plan } from '../experiment/index.ts';
import { arrives } from './arrival.ts';
import { finalLoss } from './comparison.ts';

/** How the cells of two optimizers differ. */
export interface Difference {
  /** Number of cells whose outcome, or the minimum that they came to, differs. */
  readonly differing: number;
  /** Of these, the number in which the first does better, and in which the second does. */
  readonly firstBetter: number;
  readonly secondBetter: number;
  /** Number of cells in which the first arrives and the second does not, and the reverse. */
  readonly onlyFirst: number;
  readonly onlySecond: number;
}

/** Losses nearer to one another than this share of the smaller count as one. */
const ALIKE = 1e-3;

/**
 * Compares two optimizers cell by cell. Where they differ, who arrives does better than who does not; where both do, who comes to the lower minimum; where neither does, who ends at the
 * lower loss, and anything is better than to diverge.
 */
export function differenceOf(plan: Plan, first: CellTable, second: CellTable): Difference {
  let [differing, firstBetter, secondBetter, onlyFirst, onlySecond] = [0, 0, 0, 0, 0];
  for (let cell = 0; cell < first.outcome.length; cell++) {
    const [one, other] = [arrives(first, cell), arrives(second, cell)];
    if (one && !other) onlyFirst++;
    if (other && !one) onlySecond++;
    if (first.outcome[cell] === second.outcome[cell] && first.minimum[cell] === second.minimum[cell]) continue;
    differing++;
    const order = compare(plan, first, second, cell);
    if (order > 0) firstBetter++;
    else if (order < 0) secondBetter++;
  }
  return { differing, firstBetter, secondBetter, onlyFirst, onlySecond };
}

/** The difference of an optimizer from itself. */
export const NONE: Difference = { differing: 0, firstBetter: 0, secondBetter: 0, onlyFirst: 0, onlySecond: 0 };

/** A difference seen from the other side. */
export function turned({ differing, firstBetter, secondBetter, onlyFirst, onlySecond }: Difference): Difference {
  return {
    differing,
    firstBetter: secondBetter,
    secondBetter: firstBetter,
    onlyFirst: onlySecond,
    onlySecond: onlyFirst,
  };
}

/** Above 0 where the first does better in a cell, below 0 where the second does. */
function compare({ objective, target }: Plan, first: CellTable, second: CellTable, cell: number): number {
  const arrived = arrives(first, cell);
  if (arrived !== arrives(second, cell)) return arrived ? 1 : -1;
  const a = arrived ? depth(objective.minima, first, cell) : finalLoss(first, cell);
  const b = arrived ? depth(objective.minima, second, cell) : finalLoss(second, cell);
  if (a === b || (arrived && target !== null && a <= target && b <= target)) return 0;
  if (Math.abs(a - b) <= ALIKE * Math.min(Math.abs(a), Math.abs(b))) return 0;
  return a < b ? 1 : -1;
}

/** The loss of the minimum that a cell has come to: how far it has come down tells nothing of which one it is. */
function depth(minima: Plan['objective']['minima'], table: CellTable, cell: number): number {
  const index = table.minimum[cell];
  return index < 0 ? finalLoss(table, cell) : minima[index].value;
}
