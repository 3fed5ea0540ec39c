import type { Place } from './scatter-plot.ts';

/** Networks of one minimum ratio. */
export interface RatioColumn {
  readonly ratio: number;
  readonly count: number;
  readonly median: number;
}

/** The networks of each ratio that there is, from the smallest on. */
export function columnsOf(places: readonly Place[]): RatioColumn[] {
  const groups = new Map<number, number[]>();
  for (const { ratio, loss } of places) {
    const group = groups.get(ratio);
    if (group) group.push(loss);
    else groups.set(ratio, [loss]);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([ratio, losses]) => ({ ratio, count: losses.length, median: medianOf(losses) }));
}

/** The middle of some numbers; NaN of none. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
