import type { CriticalPoints } from '../../analysis/critical/critical-point.ts';
import { SearchThread } from '../../analysis/critical/search-thread.ts';
import type { FormulaObjective } from '../../experiment/index.ts';
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
}

/** Looks for an objective's critical points in another thread; the search that was asked for last counts. */
export class CriticalSearch {
  private readonly thread = new SearchThread();

  /** What there is in a box; null where another search was asked for meanwhile. */
  async find(objective: FormulaObjective, box: Box): Promise<Found | null> {
    const points = await this.thread.search({ ...objective, domain: box });
    if (!points) return null;
    const marks = foundMarks(objective, points);
    const isWithin = ({ at }: Mark) => at.every((value, k) => value >= box[k][0] && value <= box[k][1]);
    return { points, marks, within: marks.filter(isWithin) };
  }

  /** Ends what goes on. */
  close(): void {
    this.thread.close();
  }
}
