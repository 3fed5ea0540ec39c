import type { MarkKind } from './mark.ts';

/** The picture of a kind, around (0, 0), some 13 wide: what is drawn as lines, and what is filled. */
export interface MarkSign {
  readonly lines: string;
  readonly fill: string;
}

/** Told apart by shape: a ringed dot, two walls that bend away, a peak, a diamond, a corner, a wave. */
export const MARK_SIGNS: Readonly<Record<MarkKind, MarkSign>> = {
  minimum: { lines: 'M-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0z', fill: 'M-2 0a2 2 0 1 0 4 0a2 2 0 1 0 -4 0z' },
  saddle: { lines: 'M-5 -5q5 5 0 10M5 -5q-5 5 0 10', fill: '' },
  maximum: { lines: 'M-6 4.5L0 -6L6 4.5z', fill: '' },
  degenerate: { lines: 'M-6 0L0 -6L6 0L0 6z', fill: '' },
  kink: { lines: 'M-6 -4.5L0 4.5L6 -4.5', fill: '' },
  valley: { lines: 'M-6 1q3 -6 6 0t6 0', fill: '' },
};
