import { formatNumber, formatPower } from './numbers.ts';
import { decadesBetween } from './ticks.ts';

/** How the values of an axis are spread: `signed` is logarithmic on either side of 0, where it is linear. */
export type Spread = 'linear' | 'log' | 'signed';

/** Decades that a logarithmic axis shows at most: what is thrown out and what comes to rest both need many. */
const DECADES = 40;
/** Pixels between two numbers of a signed axis, at least. */
const APART = 16;

/** The ends of an axis for values between `low` and `high`; whole decades where it is logarithmic. */
export function rangeOf(low: number | null, high: number | null, spread: Spread): [number, number] {
  if (low === null || high === null || !Number.isFinite(low) || !Number.isFinite(high)) {
    return spread === 'log' ? [0.1, 10] : [-1, 1];
  }
  if (spread === 'log') {
    const top = 10 ** Math.ceil(Math.log10(high) - 1e-9);
    const bottom = 10 ** Math.floor(Math.log10(Math.max(low, high * 10 ** -DECADES)) + 1e-9);
    return bottom < top ? [bottom, top] : [bottom / 10, top];
  }
  if (spread === 'signed') {
    return [Math.min(0, 1.6 * low), Math.max(0, 1.6 * high) || 1];
  }
  const room = high > low ? 0.06 * (high - low) : Math.max(1e-9, 0.5 * Math.abs(high));
  return [low - room, high + room];
}

/** Powers of ten between two positive ends, thinned to at most `most`. */
export const powers = (low: number, high: number, most: number) =>
  decadesBetween(low, high, most).map((exponent) => 10 ** exponent);

/** 0, and on either side the largest powers of ten that lie apart from one another on an axis so many pixels high. */
export function signedPowers(low: number, high: number, threshold: number, height: number): number[] {
  const place = (value: number) => Math.asinh(value / threshold);
  const pixels = height / (place(high) - place(low));
  const kept = [0];
  for (const [end, sign] of [
    [high, 1],
    [-low, -1],
  ] as const) {
    if (end <= threshold) continue;
    for (const power of powers(threshold, end, Number.POSITIVE_INFINITY).reverse()) {
      const value = sign * power;
      if (kept.every((other) => Math.abs(place(value) - place(other)) * pixels >= APART)) kept.push(value);
    }
  }
  return kept.sort((a, b) => a - b);
}

/** A number at a tick: a power of ten, or as numbers are written. */
export function written(value: number, power: boolean): string {
  if (!power || value === 0) return formatNumber(value);
  return `${value < 0 ? '−' : ''}${formatPower(Math.round(Math.log10(Math.abs(value))))}`;
}
