import { type Measurement, PROBABILITIES } from '../../engine/index.ts';
import { learningRateOf, type Plan } from '../../experiment/index.ts';
import type { Column } from './columns.ts';

/** Steps at which η is computed, at most: a schedule's falls then look like falls. */
const PLACES = 400;
/** Cells of an axis that varies η for which it is computed, at most: along one axis, and along each of two. */
const CELLS = [33, 9] as const;

/** η of one optimizer over the steps, in float64: the least and the largest of the grid's; one and the same where no axis varies it. */
export interface RateBand {
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly varies: boolean;
}

/** Steps at which the learning rate of a run of so many steps is drawn: from 0 to its last update, and the end. */
export function rateSteps(steps: number): number[] {
  const every = Math.max(1, Math.ceil(steps / PLACES));
  const places = Array.from({ length: Math.ceil(steps / every) }, (_, i) => i * every);
  return [...places, steps];
}

/** η of the update that is made next at each of some steps. */
export function rateBand(plan: Plan, optimizer: number, steps: readonly number[]): RateBand {
  const rate = learningRateOf(plan, optimizer);
  const { x, y } = rate.varies;
  const most = x && y ? CELLS[1] : CELLS[0];
  const columns = x ? sampled(plan.x.values.length, most) : [0];
  const rows = y ? sampled(plan.y.values.length, most) : [0];
  const low: number[] = [];
  const high: number[] = [];
  for (const step of steps) {
    // After the last update there is none to come: the end shows the last one's.
    const t = Math.min(step + 1, plan.steps);
    const etas = columns.flatMap((i) => rows.map((j) => rate.at(t, i, j)));
    low.push(Math.min(...etas));
    high.push(Math.max(...etas));
  }
  return { low, high, varies: x || y };
}

/** Quantiles of one optimizer's effective steps at each of some steps, a column for each of `PROBABILITIES`; gaps where nothing was measured. */
export function effectiveColumns(
  history: readonly Measurement[],
  optimizer: number,
  steps: readonly number[],
): Column[] {
  const measured = new Map(history.map(({ step, optimizers }) => [step, optimizers[optimizer]?.effectiveStep]));
  return PROBABILITIES.map((_, k) =>
    steps.map((step) => {
      const value = measured.get(step)?.[k] ?? Number.NaN;
      return Number.isFinite(value) ? value : null;
    }),
  );
}

/** Places along an axis of so many cells, evenly, its ends among them. */
function sampled(cells: number, most: number): number[] {
  const count = Math.min(cells, most);
  return Array.from({ length: count }, (_, k) => Math.round((k * (cells - 1)) / Math.max(1, count - 1)));
}
