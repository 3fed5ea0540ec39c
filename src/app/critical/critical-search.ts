import type { CriticalPoints } from '../../analysis/critical/critical-point.ts';
import { NO_WAVE } from '../../analysis/critical/search.ts';
import { SearchThread } from '../../analysis/critical/search-thread.ts';
import { settleAll } from '../../analysis/critical/wave.ts';
import type { Engine } from '../../engine/index.ts';
import { asFormula, type Plan, type ResolvedObjective } from '../../experiment/index.ts';
import type { Box } from '../map/critical-state.ts';
import type { Mark } from '../map/mark.ts';
import './critical-list.ts';
import { foundMarks } from './found-marks.ts';

/** The critical points in a part of the plane. */
export interface Found {
  readonly points: CriticalPoints;
  readonly marks: readonly Mark[];
  /** The marks that lie there: the catalogue knows others, too. */
  readonly within: readonly Mark[];
  /** The same where other minima are known of the objective. */
  of(objective: ResolvedObjective): Found;
}

/** Looks for an objective's critical points in another thread; the search that was asked for last counts. */
export class CriticalSearch {
  private readonly thread = new SearchThread();
  /** Searches that were asked for. */
  private asked = 0;

  /**
   * What there is in a box; null where another search was asked for meanwhile.
   * @param engine makes the first runs; null where there is none
   */
  async find(plan: Plan, box: Box, engine: Engine | null): Promise<Found | null> {
    const asked = ++this.asked;
    this.thread.stop();
    const objective = { ...asFormula(plan.objective), domain: box };
    // Without an engine, as when its device is lost meanwhile, the search takes longer, and finds the same.
    const wave = engine ? await settleAll(engine, { ...plan, objective }).catch(() => NO_WAVE) : NO_WAVE;
    if (asked !== this.asked) return null;
    const points = await this.thread.search(objective, wave);
    return points && foundIn(points, box, objective);
  }

  /** Ends what goes on. */
  close(): void {
    this.asked++;
    this.thread.close();
  }
}

function foundIn(points: CriticalPoints, box: Box, objective: ResolvedObjective): Found {
  const marks = foundMarks({ ...objective, domain: box }, points);
  const isWithin = ({ at }: Mark) => at.every((value, k) => value >= box[k][0] && value <= box[k][1]);
  return { points, marks, within: marks.filter(isWithin), of: (other) => foundIn(points, box, other) };
}
