import { logTicks } from '../parts/log-ticks.ts';
import { linearTicks, type Ticks } from '../parts/ticks.ts';

/** Steps of a scale that are told apart by colour. */
export const SHADES = 256;

/** Parts into which a linear scale is cut to find round ends. */
const PARTS = 5;
/** A scale whose least value is below this share of its largest begins at 0. */
const NEAR_ZERO = 0.3;

/** What misses a round number by so small a share is that number: values come in bins. */
const SLACK = 0.01;

/** Which number has which place on a sequence of colours. */
export interface ColorScale {
  readonly kind: 'linear' | 'log';
  readonly low: number;
  readonly high: number;
}

/** A logarithmic scale between round numbers (1, 2 or 5 times a power of ten) around two positive numbers. */
export function logScale(low: number, high: number): ColorScale {
  const from = low * (1 + SLACK);
  const to = Math.max(high * (1 - SLACK), 1.5 * low);
  const round = (near: number) => {
    const decade = Math.floor(Math.log10(near)) - 1;
    return [0, 1, 2].flatMap((more) => [1, 2, 5].map((lead) => Number(`${lead}e${decade + more}`)));
  };
  return {
    kind: 'log',
    low: round(from).findLast((value) => value <= from) as number,
    high: round(to).find((value) => value >= to) as number,
  };
}

/** A linear scale between round numbers around two numbers. */
export function linearScale(low: number, high: number): ColorScale {
  const from = low >= 0 && low < NEAR_ZERO * high ? 0 : low;
  // A single value has some room around it.
  const to = Math.max(high, from + (Math.abs(from) * 1e-3 || 1e-3 * (high || 1e3)));
  const { values } = linearTicks(from, to, PARTS);
  const step = values.length > 1 ? values[1] - values[0] : to - from;
  return {
    kind: 'linear',
    low: Math.floor(from / step + SLACK) * step,
    high: Math.ceil(to / step - SLACK) * step,
  };
}

/** The place of a number along the scale: 0 at its low end, 1 at its high end, and there what lies beyond. */
export function placeOn({ kind, low, high }: ColorScale, value: number): number {
  if (kind === 'log' && value <= 0) return 0;
  const place = kind === 'log' ? Math.log10(value / low) / Math.log10(high / low) : (value - low) / (high - low);
  return Math.min(1, Math.max(0, place));
}

/** Ticks along a scale that is so many pixels long. */
export function scaleTicks({ kind, low, high }: ColorScale, length: number): Ticks {
  if (kind === 'linear') return linearTicks(low, high, Math.max(1, length / 72));
  return logTicks(low, high, Math.max(2, length / 48));
}
