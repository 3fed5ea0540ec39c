import type { CellTable, Outcome } from '../engine/index.ts';
import { OUTCOMES } from '../engine/index.ts';
import type { Plan } from '../experiment/index.ts';
import { quantile, sortedWhere } from './quantiles.ts';

/**
 * What became of one optimizer's cells. Quantiles are exact, over the cells that have not diverged and whose value is
 * finite; null where there is none.
 */
export interface Summary {
  readonly optimizer: string;
  readonly cells: number;
  /** Number of cells of each outcome. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly median_loss: number | null;
  readonly loss_95: number | null;
  readonly median_gradient_norm: number | null;
  /** Number of cells whose loss has reached the target; null where the experiment has no target. */
  readonly arrived: number | null;
  /** Median of the first steps at or below the target, over the cells that have arrived. */
  readonly median_steps_to_target: number | null;
}

const DIVERGED = OUTCOMES.indexOf('diverged');

/** Sums up the cells of one optimizer. */
export function summarise(plan: Plan, optimizer: number, cells: CellTable): Summary {
  const counts = new Uint32Array(OUTCOMES.length);
  for (const code of cells.outcome) counts[code]++;
  const alive = (value: number, cell: number) => cells.outcome[cell] !== DIVERGED && Number.isFinite(value);
  const losses = sortedWhere(cells.loss, alive);
  const arrivals = sortedWhere(cells.arrivedAt, (step) => step >= 0);
  return {
    optimizer: plan.optimizers[optimizer].label,
    cells: cells.outcome.length,
    outcomes: Object.fromEntries(OUTCOMES.map((outcome, code) => [outcome, counts[code]])) as Record<Outcome, number>,
    median_loss: known(quantile(losses, 0.5)),
    loss_95: known(quantile(losses, 0.95)),
    median_gradient_norm: known(quantile(sortedWhere(cells.gradientNorm, alive), 0.5)),
    arrived: plan.target === null ? null : arrivals.length,
    median_steps_to_target: known(quantile(arrivals, 0.5)),
  };
}

const known = (value: number) => (Number.isNaN(value) ? null : value);
