import { minimaOf } from '../../analysis/critical/minima-of.ts';
import { NO_WAVE } from '../../analysis/critical/search.ts';
import { SearchThread } from '../../analysis/critical/search-thread.ts';
import type { FindMinima } from './formula-minima.ts';

/** Finds the minima of a formula in its domain in a thread of its own, without the engine, which has the run to do. Rejects where the thread does not start or fails. */
export const searchMinima: FindMinima = async (objective, signal) => {
  const thread = new SearchThread();
  signal.addEventListener('abort', () => thread.close());
  try {
    const found = await thread.search(objective, NO_WAVE);
    return found ? minimaOf(found) : [];
  } finally {
    thread.close();
  }
};
