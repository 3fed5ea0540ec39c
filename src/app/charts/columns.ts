import { type Measurement, type PopulationMeasure, PROBABILITIES } from '../../engine/index.ts';

/** A column of a chart: gaps are null. */
export type Column = (number | null)[];

/** What a chart draws: steps, and for each optimizer a column for each of `PROBABILITIES`. */
export interface Columns {
  readonly steps: number[];
  /** In the order of the optimizers, then of the probabilities. */
  readonly columns: readonly Column[];
}

/** Columns of one quantity of a history. On a logarithmic axis what is not above 0 is drawn at its lower edge. */
export function columnsOf(
  history: readonly Measurement[],
  optimizers: number,
  quantity: (measure: PopulationMeasure) => ArrayLike<number>,
  log: boolean,
): Columns {
  const columns: Column[] = Array.from({ length: optimizers * PROBABILITIES.length }, () => []);
  for (const { optimizers: measures } of history) {
    for (let i = 0; i < optimizers; i++) {
      const measure = measures[i];
      PROBABILITIES.forEach((_, k) => {
        const value = measure ? quantity(measure)[k] : Number.NaN;
        columns[i * PROBABILITIES.length + k].push(Number.isFinite(value) ? value : null);
      });
    }
  }
  if (log) lift(columns);
  return { steps: history.map(({ step }) => step), columns };
}

/** Replaces what a logarithm does not take by a tenth of the smallest value that it takes. */
function lift(columns: readonly Column[]): void {
  let least = Number.POSITIVE_INFINITY;
  for (const column of columns)
    for (const value of column) if (value !== null && value > 0 && value < least) least = value;
  const floor = Number.isFinite(least) ? least / 10 : 1;
  for (const column of columns) {
    column.forEach((value, i) => {
      if (value !== null && value <= 0) column[i] = floor;
    });
  }
}

/** Most decades that a logarithmic axis shows: below, rounding is all that is seen. */
const DECADES = 16;

/** The ends of a vertical axis for values between `low` and `high`; whole decades where it is logarithmic. */
export function axisRange(low: number | null, high: number | null, log: boolean): [number, number] {
  if (low === null || high === null || !Number.isFinite(low) || !Number.isFinite(high)) return log ? [0.1, 10] : [0, 1];
  if (!log) {
    const room = high > low ? 0.05 * (high - low) : Math.max(1e-9, 0.5 * Math.abs(high));
    return [low - room, high + room];
  }
  const top = Math.ceil(Math.log10(high) - 1e-9);
  const bottom = Math.max(Math.floor(Math.log10(low) + 1e-9), top - DECADES);
  return [10 ** Math.min(bottom, top - 1), 10 ** top];
}

/** Moves labels apart to at least `gap`, each as near to its place as order allows, within `low` to `high`. */
export function spreadApart(places: readonly number[], gap: number, low: number, high: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => places[a] - places[b]);
  const moved = [...places];
  let least = low;
  for (const i of order) {
    moved[i] = Math.max(moved[i], least);
    least = moved[i] + gap;
  }
  let most = high;
  for (const i of order.reverse()) {
    moved[i] = Math.min(moved[i], most);
    most = moved[i] - gap;
  }
  return moved;
}
