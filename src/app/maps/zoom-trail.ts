import type { Plan } from '../../experiment/index.ts';
import { MOST_ZOOMS } from '../view/page-view.ts';
import { type Ends, endsOf, isZoomOf, variedBy, type Zooms } from '../view/zooms.ts';
import { domainRanges, sameRanges } from './zoom.ts';

/** The ranges that zooms have led through before those of a plan's grid, the oldest first; none where no zoom led to these. */
export function wayBack(zooms: Zooms | null, plan: Plan): Ends[] {
  if (!zooms || !isZoomOf(zooms, plan)) return [];
  const now = endsOf(plan);
  const at = zooms.through.findIndex((ends) => sameRanges(ends, now));
  return zooms.through.slice(0, at);
}

/** The ranges before all zooms; where none led to a plan's grid, the widest known. */
export function wholeOf(zooms: Zooms | null, plan: Plan): Ends {
  return zooms && isZoomOf(zooms, plan) ? zooms.through[0] : domainRanges(plan);
}

/** The zooms after one more, from a plan's grid into other ranges. Of very many the first and the last are kept. */
export function zoomedInto(zooms: Zooms | null, plan: Plan, to: Ends): Zooms {
  const [first, ...rest] = [...wayBack(zooms, plan), endsOf(plan), to];
  return { vary: variedBy(plan), through: [first, ...rest.slice(1 - MOST_ZOOMS)] };
}

/** The zooms after the last one before a plan's grid was taken back; null where none is left. */
export function zoomedBack(zooms: Zooms | null, plan: Plan): Zooms | null {
  const through = wayBack(zooms, plan);
  return through.length > 1 ? { vary: variedBy(plan), through } : null;
}
