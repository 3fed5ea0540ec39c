import type { Measurement } from '../../engine/index.ts';

/** A part of the run; null for the whole. */
export type Span = readonly [number, number] | null;

/** Width of a part of the run, at least, in steps. */
const LEAST = 2;

/**
 * The place in the history to which a key moves the cursor: -1 for none, undefined where the key is for something else.
 * @param step where the cursor is; NaN for nowhere
 */
export function recordFor(key: string, history: readonly Measurement[], step: number): number | undefined {
  const last = history.length - 1;
  const at = history.findLastIndex((measurement) => measurement.step <= step);
  return {
    ArrowLeft: at < 0 ? last : Math.max(0, at - 1),
    ArrowRight: at < 0 ? 0 : Math.min(last, at + 1),
    Home: 0,
    End: last,
    Escape: -1,
  }[key];
}

/** By what a key multiplies the part of the run that is seen; undefined where it is for something else. */
export function zoomFor(key: string): number | undefined {
  return { '+': 0.5, '=': 0.5, '-': 2 }[key];
}

/** A part of a run of so many steps made wider or narrower around a step, or around its middle where that is NaN. */
export function zoomedSpan(span: Span, steps: number, around: number, factor: number): Span {
  const [from, to] = span ?? [0, steps];
  const middle = Number.isNaN(around) ? (from + to) / 2 : around;
  const width = Math.max(LEAST, factor * (to - from));
  if (width >= steps) return null;
  const low = Math.max(0, Math.min(middle - width / 2, steps - width));
  return [low, low + width];
}
