import { msg, str } from '@lit/localize';
import type { CriticalPoints } from '../../analysis/critical/critical-point.ts';
import { reasonOf } from '../../analysis/critical/reason.ts';
import { shareText } from '../../analysis/share-text.ts';
import { formatCount, formatNumber } from '../parts/numbers.ts';

/** Whether a search for critical points believes that it has found all in sight, and by what; and what its points leave out. */
export function completeness(found: CriticalPoints): string {
  if (!found.jumps) return reason(found);
  return `${reason(found)} ${msg('The gradient jumps somewhere, as on an edge: extrema there are no critical points.')}`;
}

function reason(found: CriticalPoints): string {
  const { points, starts, last, unfinished, unresolved, estimated } = found;
  switch (reasonOf(found)) {
    case 'complete':
      // Lines along which a gradient jumps are met by chance.
      if (points.some(({ kind }) => kind === 'kink')) {
        return msg(
          str`Complete but for kinks, of which there may be more, as far as ${formatCount(starts)} starts tell: the last ${formatCount(last)} led to nothing new.`,
        );
      }
      return msg(
        str`Complete, as far as ${formatCount(starts)} starts tell: the last ${formatCount(last)} led to nothing new.`,
      );
    case 'valueless':
      return msg(str`The formula has no value in sight, as far as the last ${formatCount(last)} starts tell.`);
    case 'crowded':
      return msg(
        'Not complete: points crowd together, nearer to one another than the search looks, and there may be more without end. Zoom in to see more of them.',
      );
    case 'level':
      return msg(
        'Not complete: the surface is level nearly everywhere, and what is narrow may be missed. Zoom in to look closer.',
      );
    case 'blurred':
      return msg(
        str`Not complete: from ${shareText(Math.round(unresolved * last), last)} of the starts nothing is found, for numbers have too few digits so far from 0.`,
      );
    case 'endless':
      return msg(
        str`Not complete: from ${shareText(Math.round(unfinished * last), last)} of the starts the search comes to no end, as in narrow valleys that bend. There may be many more; zoom in to look closer.`,
      );
    case 'estimated':
      return msg(
        str`Not complete: the search ended at its bound. There are about ${formatNumber(estimated ?? 0, 2)} isolated ones, or more; zoom in to look closer.`,
      );
    case 'bounded':
      return msg('Not complete: the search ended at its bound, and there may be more. Zoom in to look closer.');
  }
}
