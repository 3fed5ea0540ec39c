import { msg, str } from '@lit/localize';
import { formatCount, formatNumber, formatShare } from '../parts/numbers.ts';
import { medianOf } from './columns.ts';
import type { DrawnNetwork } from './scatter-figure.ts';

/** Networks from which on a correlation says something. */
const ENOUGH = 10;

/** What the networks have in common, in sentences; empty where there are too few. */
export function statisticsOf(networks: readonly DrawnNetwork[]): string[] {
  const count = networks.length;
  if (count < ENOUGH) return [];
  const norm = formatNumber(medianOf(networks.map(({ gradientNorm }) => gradientNorm)));
  const correlation = formatNumber(correlationOf(networks), 2);
  const [minima, stuck] = (['minimum', 'stuck'] as const).map((kind) => networks.filter((each) => each.kind === kind));
  return [
    msg(str`${formatCount(count)} networks: correlation of loss and minimum ratio ${correlation}, median gradient norm ${norm}.`),
    msg(str`${formatShare(minima.length, count)} are at a minimum; ${formatShare(stuck.length, count)} are stuck where H·g vanishes, but g does not.`),
  ];
}

/** Pearson's correlation of loss and ratio; NaN where one of them is the same for all. */
export function correlationOf(networks: readonly Pick<DrawnNetwork, 'loss' | 'ratio'>[]): number {
  const mean = (of: (each: (typeof networks)[number]) => number) =>
    networks.reduce((sum, each) => sum + of(each), 0) / networks.length;
  const [loss, ratio] = [mean((each) => each.loss), mean((each) => each.ratio)];
  const together = mean((each) => (each.loss - loss) * (each.ratio - ratio));
  const apart = [mean((each) => (each.loss - loss) ** 2), mean((each) => (each.ratio - ratio) ** 2)];
  return together / Math.sqrt(apart[0] * apart[1]);
}
