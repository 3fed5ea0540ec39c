import { msg, str } from '@lit/localize';
import type { Standing } from '../../analysis/comparison.ts';
import { shareDecimals, shareText } from '../../analysis/share-text.ts';
import type { Share } from '../../analysis/wilson.ts';
import { formatNumber } from '../parts/numbers.ts';

/** One column of the table of optimizers. */
export interface Column {
  readonly key: string;
  /** Columns of one group stand under one heading. */
  readonly group: string;
  readonly label: string;
  /** What it means, for those who ask. */
  readonly meaning: string;
  /** What rows are sorted by. */
  readonly value: (standing: Standing) => number;
  readonly text: (standing: Standing) => string;
  /** The interval under the number, where it is a share. */
  readonly interval?: (standing: Standing) => string;
  /** Whether more is better: that comes first when the column is sorted. */
  readonly more: boolean;
}

const infinite = () => msg('Diverged cells count as infinite.');
const wilson = () =>
  msg(
    "Below it Wilson's interval of 95 %: the share's likely range, told as if the cells were drawn at random; those of a grid are not.",
  );

/**
 * The columns of the table.
 * @param known whether losses are counted from a known minimum
 * @param target whether the experiment has a target
 */
export function columnsFor(known: boolean, target: boolean): Column[] {
  return [
    {
      key: 'arrives',
      group: '',
      label: msg('arrives'),
      meaning: msg(
        str`Share of the cells that have converged${target ? msg(' or reached the target') : ''}. ${wilson()}`,
      ),
      value: ({ arrivals }) => arrivals.share,
      text: ({ arrivals, cells }) => shareOf(arrivals, cells),
      interval: ({ arrivals, cells }) => intervalText(arrivals, cells),
      more: true,
    },
    ...(target
      ? [
          {
            key: 'steps',
            group: msg('steps'),
            label: msg('to target'),
            meaning: msg(
              'Median first step at or below the target, over all cells: ∞ where fewer than half arrive there.',
            ),
            value: ({ steps }: Standing) => steps ?? Number.POSITIVE_INFINITY,
            text: ({ steps }: Standing) => formatNumber(steps ?? Number.NaN),
            more: false,
          },
        ]
      : []),
    ...quantiles('loss', msg('final loss'), known ? msg(', counted from the known minimum') : '', ({ loss }) => loss),
    ...quantiles('norm', msg('final gradient norm'), '', ({ gradientNorm }) => gradientNorm),
  ];
}

function quantiles(
  key: string,
  group: string,
  from: string,
  of: (standing: Standing) => readonly [number, number],
): Column[] {
  return (['median', '95 %'] as const).map((label, k) => ({
    key: `${key}.${k}`,
    group,
    label: label === 'median' ? msg('median') : label,
    meaning: msg(
      str`${k === 0 ? msg('Half') : '95 %'} of the cells end at or below this ${group}${from}. ${infinite()}`,
    ),
    value: (standing) => of(standing)[k],
    text: (standing) => formatNumber(of(standing)[k]),
    more: false,
  }));
}

/** A share of so many cells, as it is written. */
export const shareOf = ({ share }: Share, cells: number) => shareText(Math.round(share * cells), cells);

/** The interval of a share of so many cells in percent, with no fewer decimals than the share itself and a second digit where it is narrow: 61.6–62.4 %. */
export function intervalText({ share, low, high }: Share, cells: number): string {
  const digits = Math.max(
    shareDecimals(Math.round(share * cells), cells),
    high - low < 0.002 ? 2 : high - low < 0.05 ? 1 : 0,
  );
  const percent = (share: number) => (100 * share).toFixed(digits);
  const [from, to] = [percent(low), percent(high)];
  return from === to ? `${from} %` : `${from}–${to} %`;
}

/** The order of rows by a column; equals stay in the experiment's order. */
export function orderBy(standings: readonly Standing[], column: Column, descending: boolean): number[] {
  const sign = descending ? -1 : 1;
  const value = (i: number) => column.value(standings[i]);
  const compare = (a: number, b: number) => (value(a) === value(b) ? 0 : value(a) < value(b) ? -1 : 1);
  return [...standings.keys()].sort((a, b) => sign * compare(a, b));
}
