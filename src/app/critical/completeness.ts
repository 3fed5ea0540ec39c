import { msg, str } from '@lit/localize';
import type { CriticalPoints } from '../../analysis/critical/critical-point.ts';
import { formatCount, formatNumber } from '../parts/numbers.ts';

/** Shares that are told. */
const LOST = 0.01;

/** Whether a search for critical points believes that it has found all in sight, and by what. */
export function completeness(found: CriticalPoints): string {
  const { points, starts, last, unfinished, unresolved, complete, crowded, estimated } = found;
  if (complete) {
    return msg(
      str`Complete, as far as ${formatCount(starts)} starts tell: the last ${formatCount(last)} led to nothing new.`,
    );
  }
  if (crowded) {
    return msg(
      'Not complete: points crowd together, nearer to one another than the search looks, and there may be more without end. Zoom in to see more of them.',
    );
  }
  if (unresolved > LOST && unresolved >= unfinished) {
    return msg(
      str`Not complete: from ${percent(unresolved)} % of the starts nothing is found, for numbers have too few digits so far from 0.`,
    );
  }
  if (unfinished > LOST) {
    return msg(
      str`Not complete: from ${percent(unfinished)} % of the starts the search comes to no end, as in narrow valleys that bend. There may be many more; zoom in to look closer.`,
    );
  }
  return estimated !== null && estimated > points.length
    ? msg(
        str`Not complete: the search ended at its bound. There are about ${formatNumber(estimated, 2)} isolated ones, or more; zoom in to look closer.`,
      )
    : msg('Not complete: the search ended at its bound, and there may be more. Zoom in to look closer.');
}

const percent = (share: number) => formatNumber(100 * share, 2);
