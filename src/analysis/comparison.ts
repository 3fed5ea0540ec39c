import { type CellTable, OUTCOMES } from '../engine/index.ts';
import type { Plan } from '../experiment/index.ts';
import { countArrivals } from './arrival.ts';
import { quantilesOf } from './quantiles.ts';
import { type Share, wilson } from './wilson.ts';

/** What became of one optimizer's cells. Quantiles are exact and over all cells. */
export interface Standing {
  readonly cells: number;
  /** Cells that arrive: that have converged or reached the target. */
  readonly arrivals: Share;
  /** Number of cells of each outcome, in the order of `OUTCOMES`. */
  readonly counts: readonly number[];
  /** Median and 95 % of the final loss above the known minimum, or of the loss itself where none is known; a diverged cell's loss is infinite. */
  readonly loss: readonly [number, number];
  /** Median and 95 % of the final gradient norm; a diverged cell's is infinite. */
  readonly gradientNorm: readonly [number, number];
  /** Median of the first steps at or below the target, infinite where fewer than half of the cells arrive there; null without a target. */
  readonly steps: number | null;
}

const DIVERGED = OUTCOMES.indexOf('diverged');
const MEDIAN_AND_95 = [0.5, 0.95];

/** Sums up the cells of one optimizer. */
export function standingOf(plan: Plan, table: CellTable): Standing {
  const { outcome } = table;
  const cells = outcome.length;
  const counts = new Array<number>(OUTCOMES.length).fill(0);
  for (const code of outcome) counts[code]++;
  const minimum = plan.objective.minimum ?? 0;
  const all = (value: (table: CellTable, cell: number) => number) => {
    // A loop: for as many cells `Float32Array.from` takes ten times as long.
    const values = new Float32Array(cells);
    for (let cell = 0; cell < cells; cell++) values[cell] = value(table, cell);
    return values;
  };
  const [lossMedian, loss95] = quantilesOf(all(finalLoss), MEDIAN_AND_95);
  const [normMedian, norm95] = quantilesOf(all(finalNorm), MEDIAN_AND_95);
  return {
    cells,
    arrivals: wilson(countArrivals(table), cells),
    counts,
    loss: [lossMedian - minimum, loss95 - minimum],
    gradientNorm: [normMedian, norm95],
    steps: plan.target === null ? null : quantilesOf(all(stepsToTarget), [0.5])[0],
  };
}

/** The loss that a cell ends at; infinite where it has diverged or has none. */
export function finalLoss({ outcome, loss }: CellTable, cell: number): number {
  return finiteOr(outcome[cell], loss[cell]);
}

/** The gradient norm that a cell ends with; infinite where it has diverged or has none. */
export function finalNorm({ outcome, gradientNorm }: CellTable, cell: number): number {
  return finiteOr(outcome[cell], gradientNorm[cell]);
}

/** The first step at which a cell's loss was at or below the target; infinite for none. */
export function stepsToTarget({ arrivedAt }: CellTable, cell: number): number {
  return arrivedAt[cell] < 0 ? Number.POSITIVE_INFINITY : arrivedAt[cell];
}

function finiteOr(outcome: number, value: number): number {
  return outcome === DIVERGED || Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
}
