import type { CriticalPoints } from '../analysis/critical/critical-point.ts';
import { reasonOf } from '../analysis/critical/reason.ts';
import { shareText } from '../analysis/share-text.ts';
import { counted, grouped } from './table.ts';

/** Whether a search for critical points believes that it has found all, and by what, in one sentence. */
export function completeness(found: CriticalPoints): string {
  const { starts, last, unfinished, unresolved, estimated } = found;
  const latest = `the last ${counted(last, 'start')}`;
  switch (reasonOf(found)) {
    case 'complete':
      return `complete, as far as ${counted(starts, 'start')} tell: ${latest} led to nothing new${besides(found)}`;
    case 'valueless':
      return `the formula has no value there, as far as ${latest} tell`;
    case 'crowded':
      return 'not complete: points crowd together, nearer to one another than the search looks, and there may be more without end; a smaller domain shows more of them';
    case 'level':
      return `not complete: the surface is level at nearly all of ${latest}; what is narrow may be missed, and a smaller domain shows more`;
    case 'blurred':
      return `not complete: from ${shareText(Math.round(unresolved * last), last)} of ${latest} runs end where float64 has too few digits to go on; search a smaller domain, nearer to 0`;
    case 'endless':
      return `not complete: from ${shareText(Math.round(unfinished * last), last)} of ${latest} runs come to no end, as in narrow valleys that bend; there may be many more points, and a smaller domain shows more of them`;
    case 'estimated':
      return `not complete: the search ended at its bound; there are about ${grouped(estimated ?? 0)} isolated points, or more`;
    case 'bounded':
      return 'not complete: the search ended at its bound; there may be more points';
  }
}

/** What there may be besides: where second derivatives or the gradient jump, points are met by chance. */
function besides({ points, tips, jumps }: CriticalPoints): string {
  const kinks = points.some(({ kind }) => kind === 'kink') ? '; there may be more kinks' : '';
  if (!jumps) return kinks;
  const more = tips.length > 0 ? 'more extrema' : 'extrema';
  return `${kinks}; there may be ${more} where the gradient jumps, as on an edge: these are no critical points`;
}
