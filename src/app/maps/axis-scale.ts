import type { ResolvedAxis } from '../../experiment/index.ts';
import { logTicks } from '../parts/log-ticks.ts';
import { linearTicks, type Ticks } from '../parts/ticks.ts';

/** Part of an axis, as places along it from 0, the first cell's outer edge, to 1, the last one's. */
export type Span = readonly [from: number, to: number];

/** Ticks on an axis at most, however long it is. */
const MOST = 11;
/** A rounded value is off by at most this share of the range it belongs to. */
const ROUNDING = 1e-3;
/** Least distance of two neighbouring cells that float32 tells apart, as a share of their size. */
const GRAIN = 2 ** -22;

/** The place of a value along an axis; NaN on an axis of a single value. */
export function placeAlong({ values, scale }: ResolvedAxis, value: number): number {
  const count = values.length;
  const [first, last] = [values[0], values[count - 1]];
  const share = scale === 'log' ? Math.log(value / first) / Math.log(last / first) : (value - first) / (last - first);
  return (share * (count - 1) + 0.5) / count;
}

/** The value at a place along an axis; beyond the middle of the outermost cells it is theirs. */
export function valueAlong({ values, scale }: ResolvedAxis, place: number): number {
  const count = values.length;
  const [first, last] = [values[0], values[count - 1]];
  const share = count === 1 ? 0 : Math.min(1, Math.max(0, (place * count - 0.5) / (count - 1)));
  if (share === 0) return first;
  if (share === 1) return last;
  return scale === 'log' ? first * (last / first) ** share : first + (last - first) * share;
}

/** The cell at a place along an axis of so many. */
export function cellAlong(count: number, place: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor(place * count)));
}

/** Ticks along an axis that is so many pixels long, about `spacing` apart: values with their labels, in the axis's own scale. */
export function axisTicks({ values, scale }: ResolvedAxis, length: number, spacing: number): Ticks {
  const ends = [values[0], values[values.length - 1]];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const most = Math.min(MOST, Math.max(2, Math.floor(length / spacing)));
  if (values.length === 1 || low === high) return { values: [], labels: [] };
  return scale === 'log' ? logTicks(low, high, most) : linearTicks(low, high, Math.max(1, most - 1));
}

/** The range of an axis that lies in a part of it, its ends rounded as far as the range's width allows. */
export function rangeOf(axis: ResolvedAxis, [from, to]: Span): { readonly from: number; readonly to: number } {
  const [low, high] = [valueAlong(axis, from), valueAlong(axis, to)];
  const grain = axis.scale === 'log' ? Math.min(low, high) * Math.abs(Math.log(high / low)) : Math.abs(high - low);
  const step = 10 ** Math.floor(Math.log10(grain * ROUNDING));
  // An end of the axis stays what it is.
  const ends = [axis.values[0], axis.values[axis.values.length - 1]];
  const rounded = (value: number) =>
    ends.includes(value) || !(step > 0) ? value : Number((Math.round(value / step) * step).toPrecision(12));
  return { from: rounded(low), to: rounded(high) };
}

/** Whether so many cells between two values are far enough apart for float32. */
export function isResolved({ from, to }: { from: number; to: number }, count: number): boolean {
  return Math.abs(to - from) / Math.max(1, count - 1) >= GRAIN * Math.max(Math.abs(from), Math.abs(to));
}
