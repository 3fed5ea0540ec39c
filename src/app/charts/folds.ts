/** Charts that may be folded away, in the order in which they stand. */
export const FOLDED = ['outcomes', 'rates', 'losses'] as const;
export type Fold = (typeof FOLDED)[number];

/** How each is called. */
export const FOLD_NAMES: Readonly<Record<Fold, string>> = {
  outcomes: 'Outcomes over time',
  rates: 'η and effective step',
  losses: 'Losses over time',
};

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
