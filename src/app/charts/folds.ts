import { msg } from '@lit/localize';
/** Charts that may be folded away, in the order in which they stand. */
export const FOLDED = ['outcomes', 'rates', 'losses'] as const;
export type Fold = (typeof FOLDED)[number];

/** How one is called. */
export function foldName(fold: Fold): string {
  if (fold === 'outcomes') return msg('Outcomes over time');
  return fold === 'rates' ? msg('η and effective step') : msg('Losses over time');
}

/** Height of a window in CSS pixels from which on all charts have room. */
const TALL = 1300;

/** The charts that are open: as chosen, or as many as a window of that height has room for. */
export function openFolds(chosen: readonly Fold[] | null, height: number): readonly Fold[] {
  return chosen ?? (height >= TALL ? FOLDED : ['outcomes']);
}

/** Folds of any origin; null for what is no list of them. */
export function readFolds(value: unknown): readonly Fold[] | null {
  return Array.isArray(value) ? FOLDED.filter((fold) => value.includes(fold)) : null;
}
