import { arrives } from '../../analysis/arrival.ts';
import type { CellTable } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import type { Contest } from '../view/page-view.ts';
import type { CellCodes } from './cell-codes.ts';

/** What a cell can tell of two optimizers A and B; the index in this list is its code. */
export const VERDICTS = ['both', 'onlyA', 'onlyB', 'neither', 'aheadA', 'aheadB', 'equal'] as const;
export type Verdict = (typeof VERDICTS)[number];

const CODE = Object.fromEntries(VERDICTS.map((verdict, i) => [verdict, i])) as Record<Verdict, number>;

/** Losses above the minimum that differ by no larger a share of the larger one count as equal. */
export const LIKE = 0.01;

/** The verdicts that a contest can come to, in the order of a legend. */
export function verdictsOf(contest: Contest): readonly Verdict[] {
  const both: readonly Verdict[] = contest === 'arrival' ? ['both'] : ['aheadA', 'aheadB', 'equal'];
  return [...both, 'onlyA', 'onlyB', 'neither'];
}

/** The codes of the cells of two optimizers' tables. Steps are compared where the plan has a target. */
export function differenceCodes(a: CellTable, b: CellTable, plan: Plan, contest: Contest): CellCodes {
  const lead = leadOf(a, b, plan, contest);
  return {
    fill(codes, first, columns) {
      for (let k = 0; k < codes.length; k++) {
        const cell = first + columns[k];
        const [one, other] = [arrives(a, cell), arrives(b, cell)];
        if (one && other) codes[k] = lead(cell);
        else if (one) codes[k] = CODE.onlyA;
        else codes[k] = other ? CODE.onlyB : CODE.neither;
      }
    },
  };
}

/** What is told of a cell in which both arrive. */
function leadOf(a: CellTable, b: CellTable, { objective }: Plan, contest: Contest): (cell: number) => number {
  const ahead = (difference: number) => {
    if (difference === 0) return CODE.equal;
    return difference < 0 ? CODE.aheadA : CODE.aheadB;
  };
  if (contest === 'steps') return (cell) => ahead(stepsOf(a, cell) - stepsOf(b, cell) || 0);
  if (contest === 'arrival') return () => CODE.both;
  const minimum = objective.minimum ?? 0;
  return (cell) => {
    const [one, other] = [a.loss[cell] - minimum, b.loss[cell] - minimum];
    const like = Math.abs(one - other) <= LIKE * Math.max(Math.abs(one), Math.abs(other));
    return like ? CODE.equal : ahead(one - other);
  };
}

/** Steps to the target; what converged elsewhere comes after all that reached it. */
function stepsOf({ arrivedAt }: CellTable, cell: number): number {
  return arrivedAt[cell] < 0 ? Number.POSITIVE_INFINITY : arrivedAt[cell];
}
