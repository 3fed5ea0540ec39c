import { type Measurement, type PopulationMeasure, PROBABILITIES } from '../../engine/index.ts';

/** A column of a chart: gaps are null. */
export type Column = (number | null)[];

/** Where a logarithmic axis draws what it does not take: its lower end, and what stands there. */
export interface Floor {
  readonly at: number;
  readonly label: string;
}

/** What a chart draws: steps, and for each optimizer that is shown a column for each of `PROBABILITIES`. */
export interface Columns {
  readonly steps: number[];
  /** In the order of the optimizers that are shown, then of the probabilities. */
  readonly columns: readonly Column[];
  /** Null where no value needs one. */
  readonly floor: Floor | null;
}

/** Most decades that a logarithmic axis shows: below, rounding is all that is seen. */
const DECADES = 16;

/**
 * Columns of one quantity of a history. On a logarithmic axis what is not above 0 is drawn on the floor.
 * @param shown the optimizers that are shown, by their places in the experiment
 */
export function columnsOf(
  history: readonly Measurement[],
  shown: readonly number[],
  quantity: (measure: PopulationMeasure) => ArrayLike<number>,
  log: boolean,
): Columns {
  const columns: Column[] = Array.from({ length: shown.length * PROBABILITIES.length }, () => []);
  for (const { optimizers } of history) {
    shown.forEach((optimizer, i) => {
      const measure = optimizers[optimizer];
      PROBABILITIES.forEach((_, k) => {
        const value = measure ? quantity(measure)[k] : Number.NaN;
        columns[i * PROBABILITIES.length + k].push(Number.isFinite(value) ? value : null);
      });
    });
  }
  const floor = log ? onFloor(columns) : null;
  return { steps: history.map(({ step }) => step), columns, floor };
}

/** Lifts what a logarithm does not take onto a floor under all else; null where all is above 0. */
export function onFloor(columns: readonly Column[]): Floor | null {
  const floor = floorOf(columns);
  if (floor) lift(columns, floor.at);
  return floor;
}

/** The least and the largest value of columns over the steps that are seen; null where there is none. */
export function extentOf(
  steps: readonly number[],
  columns: readonly Column[],
  [from, to]: readonly [number, number],
): readonly [number, number] | readonly [null, null] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const column of columns) {
    column.forEach((value, i) => {
      if (value === null || steps[i] < from || steps[i] > to) return;
      low = Math.min(low, value);
      high = Math.max(high, value);
    });
  }
  return low <= high ? [low, high] : [null, null];
}

/** The decade under all values that a logarithm takes; null where it takes all there are. */
function floorOf(columns: readonly Column[]): Floor | null {
  let [least, most, lowest] = [Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY];
  for (const column of columns) {
    for (const value of column) {
      if (value === null) continue;
      lowest = Math.min(lowest, value);
      most = Math.max(most, value);
      if (value > 0) least = Math.min(least, value);
    }
  }
  if (lowest > 0) return null;
  const under = most > 0 ? Math.max(decadeBelow(least) - 1, decadeAbove(most) - DECADES) : -1;
  return { at: 10 ** under, label: lowest < 0 ? '≤ 0' : '0' };
}

function lift(columns: readonly Column[], floor: number): void {
  for (const column of columns) {
    column.forEach((value, i) => {
      if (value !== null && value < floor) column[i] = floor;
    });
  }
}

/** The ends of a vertical axis for values between `low` and `high`; whole decades where it is logarithmic, of which a floor is the lowest. */
export function axisRange(
  low: number | null,
  high: number | null,
  log: boolean,
  floor: Floor | null = null,
): [number, number] {
  if (low === null || high === null || !Number.isFinite(low) || !Number.isFinite(high)) return log ? [0.1, 10] : [0, 1];
  if (!log) {
    const room = high > low ? 0.05 * (high - low) : Math.max(1e-9, 0.5 * Math.abs(high));
    return [low - room, high + room];
  }
  const top = decadeAbove(high);
  if (floor && low <= floor.at) return [floor.at, Math.max(10 ** top, 10 * floor.at)];
  const bottom = Math.max(decadeBelow(low), top - DECADES);
  return [10 ** Math.min(bottom, top - 1), 10 ** top];
}

const decadeBelow = (value: number) => Math.floor(Math.log10(value) + 1e-9);
const decadeAbove = (value: number) => Math.ceil(Math.log10(value) - 1e-9);

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
