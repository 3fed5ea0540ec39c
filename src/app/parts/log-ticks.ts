import { formatNumber, formatPower } from './numbers.ts';
import { decadesBetween, linearTicks, type Ticks } from './ticks.ts';

/** Values between powers of ten that get a tick where there are few powers. */
const BETWEEN = [1, 2, 5];

/** Ticks between two positive ends of a logarithmic axis, at most about `most`: powers of ten, or round numbers where there are few of those. */
export function logTicks(low: number, high: number, most: number): Ticks {
  const exponents = decadesBetween(low, high, most);
  if (exponents.length > 2) {
    return { values: exponents.map((exponent) => 10 ** exponent), labels: exponents.map(formatPower) };
  }
  const decades = [0, 1, 2].map((more) => Math.floor(Math.log10(low)) + more);
  const between = decades
    .flatMap((decade) => BETWEEN.map((lead) => Number(`${lead}e${decade}`)))
    .filter((value) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9));
  if (between.length < 2) return linearTicks(low, high, Math.max(1, most - 1));
  return { values: between, labels: between.map((value) => formatNumber(value)) };
}
