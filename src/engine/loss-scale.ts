import type { FormulaObjective, ResolvedObjective } from '../experiment/index.ts';
import { isQuick, type LossScale, searchScale } from './scale-search.ts';

/** Finds an objective's scale, perhaps in another thread. */
export type FindScale = (objective: FormulaObjective) => Promise<LossScale>;

/** Finds it in this thread: for programs in which nobody waits for another answer meanwhile. */
export const findScaleHere: FindScale = async (objective) => searchScale(objective);

/** By the compiled formula: a network's stays the same when its first weights change. */
const known = new WeakMap<object, LossScale>();
/** What is being found. */
const sought = new WeakMap<object, Promise<LossScale>>();

/** A layered network's losses are counted from 0, and no quadratic model is made of it that could be wrong where it is steep. */
const UNSEARCHED: LossScale = { from: 0, steep: 0 };

/** The scale of an objective: found once, here if nobody did before. */
export function lossScaleOf(objective: ResolvedObjective): LossScale {
  if (objective.layered) return UNSEARCHED;
  const scale = known.get(objective.compiled) ?? searchScale(objective);
  known.set(objective.compiled, scale);
  return scale;
}

/** Lets an objective's scale be found, unless it is known or takes no time, so that `lossScaleOf` only tells it. */
export async function learnLossScale(objective: ResolvedObjective, find: FindScale): Promise<void> {
  if (objective.layered || known.has(objective.compiled) || isQuick(objective)) return;
  const search = sought.get(objective.compiled) ?? find(objective);
  sought.set(objective.compiled, search);
  known.set(objective.compiled, await search);
}
