import { msg, str } from '@lit/localize';
import type { GoodRange } from '../../analysis/success-curve.ts';
import { formatNumber } from '../parts/numbers.ts';

/** The range in which at least 90 % arrive, with its width: "0.0012 to 0.034: 1.45 decades"; ≤ and ≥ where it reaches the end of the axis. */
export function rangeText(range: GoodRange | null): { readonly ends: string; readonly width: string } {
  if (!range) return { ends: msg('nowhere'), width: '–' };
  const { from, to, openBelow, openAbove, decades } = range;
  const ends = msg(str`${openBelow ? '≤ ' : ''}${formatNumber(from)} to ${openAbove ? '≥ ' : ''}${formatNumber(to)}`);
  const open = openBelow || openAbove ? '≥ ' : '';
  const width = decades === null ? formatNumber(to - from) : `${formatDecades(decades)}`;
  return { ends, width: `${open}${width}` };
}

function formatDecades(decades: number): string {
  return msg(str`${decades < 10 ? decades.toFixed(2) : decades.toFixed(1)} decades`);
}
