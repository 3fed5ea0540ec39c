import type { ResolvedObjective } from '../experiment/index.ts';
import { isQuick, type LossScale, searchScale } from './scale-search.ts';

/** Finds an objective's scale, perhaps in another thread. */
export type FindScale = (objective: ResolvedObjective) => Promise<LossScale>;

/** Finds it in this thread: for programs in which nobody waits for another answer meanwhile. */
export const findScaleHere: FindScale = async (objective) => searchScale(objective);

const known = new WeakMap<ResolvedObjective, LossScale>();
/** What is being found. */
const sought = new WeakMap<ResolvedObjective, Promise<LossScale>>();

/** The scale of an objective: found once, here if nobody did before. */
export function lossScaleOf(objective: ResolvedObjective): LossScale {
  const scale = known.get(objective) ?? searchScale(objective);
  known.set(objective, scale);
  return scale;
}

/** Lets an objective's scale be found, unless it is known or takes no time, so that `lossScaleOf` only tells it. */
export async function learnLossScale(objective: ResolvedObjective, find: FindScale): Promise<void> {
  if (known.has(objective) || isQuick(objective)) return;
  const search = sought.get(objective) ?? find(objective);
  sought.set(objective, search);
  known.set(objective, await search);
}
