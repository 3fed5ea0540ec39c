import { wilson } from './wilson.ts';

/**
 * A share of a whole in per cent, with as many decimals as keep what is written within the share's own interval (Wilson's, of 95 %): 62 % of 1,000 cells, 61.9 % of
 * a million. That interval touches 0 and 1 only where the share is one of them, so that nothing else is ever rounded to 0 % or 100 %.
 * @param part number of cells, a whole number of the `whole`
 * @returns 0 % for a share of none
 */
export function shareText(part: number, whole: number): string {
  if (whole === 0 || part === 0) return '0 %';
  if (part === whole) return '100 %';
  return `${((100 * part) / whole).toFixed(shareDecimals(part, whole))} %`;
}

/** Decimals of a share in per cent: so few that half a unit of the last one is no more than what the share is from the nearer end of its interval. */
export function shareDecimals(part: number, whole: number): number {
  const { share, low, high } = wilson(part, whole);
  if (part === 0 || part === whole) return 0;
  return Math.max(0, Math.ceil(-Math.log10(2 * 100 * Math.min(share - low, high - share))));
}
