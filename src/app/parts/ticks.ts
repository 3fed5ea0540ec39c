import { formatNumber } from './numbers.ts';

/** Places along a linear axis at round numbers, and how they are written. */
export interface Ticks {
  readonly values: readonly number[];
  readonly labels: readonly string[];
}

/** Round numbers between two ends, about `count` of them; always two at least, for one alone tells no scale. */
export function linearTicks(low: number, high: number, count: number): Ticks {
  if (!(high > low) || !(count > 0)) return { values: [], labels: [] };
  let step = niceStep((high - low) / count);
  const within = () => [Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9)];
  let [first, last] = within();
  while (last <= first) {
    step = niceStep(step / 2.5);
    [first, last] = within();
  }
  // Multiples of the step, not sums of it: sums drift.
  const values = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => clean((first + i) * step, step));
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const write = (value: number) => {
    if (value === 0) return '0';
    const digits = Math.max(3, 1 + Math.ceil(Math.log10(Math.abs(value) / step)));
    return largest >= 1e6 || decimals > 6 ? formatNumber(value, digits) : value.toFixed(decimals).replace('-', '−');
  };
  return { values, labels: values.map(write) };
}

/** Exponents of the powers of ten between two positive ends, thinned evenly to at most `most`; the first and the last where only one would be left. */
export function decadesBetween(low: number, high: number, most: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  const every = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, most)));
  const all: number[] = [];
  for (let exponent = Math.ceil(first / every) * every; exponent <= last; exponent += every) all.push(exponent);
  return all.length < 2 && last > first ? [first, last] : all;
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const lead = rough / power;
  if (lead <= 1) return power;
  if (lead <= 2) return 2 * power;
  return lead <= 5 ? 5 * power : 10 * power;
}

function clean(value: number, step: number): number {
  return Math.abs(value) < step / 2 ? 0 : Number(value.toPrecision(12));
}
