import { LOST } from './census.ts';
import type { CriticalPoints } from './critical-point.ts';

/**
 * Why a search believes that it has found all, or not: `complete`; `valueless`, without a value at any start; points `crowded` together without end; a domain that is `level` nearly everywhere; runs `blurred` by too few digits, or `endless`; or its
 * bound, with an estimate of how many points there are (`estimated`) or without one (`bounded`).
 */
export type Reason = 'complete' | 'valueless' | 'crowded' | 'level' | 'blurred' | 'endless' | 'estimated' | 'bounded';

/** The one reason that tells most of a search's result. */
export function reasonOf(found: CriticalPoints): Reason {
  const { points, unfinished, unresolved, complete, crowded, level, estimated, valued } = found;
  if (complete) return 'complete';
  if (!valued) return 'valueless';
  if (crowded) return 'crowded';
  if (level) return 'level';
  if (unresolved > LOST && unresolved >= unfinished) return 'blurred';
  if (unfinished > LOST) return 'endless';
  return estimated !== null && estimated > points.length ? 'estimated' : 'bounded';
}
