import type { Rest } from './rest.ts';

/** Unfinished runs that are kept, to be followed to their ends: a batch's first ones, which lie all over the domain as all of them do. */
const KEPT = 32;

/** The share of runs without an end beyond which nobody knows what there is. */
export const LOST = 0.01;

/** Marked points that must have been met again. */
const LEAST_KNOWN = 8;

/** What became of a batch of runs from starts that fill the domain. */
export class Census {
  /** Number of runs. */
  runs = 0;
  /** Those that ended at a critical point. */
  arrived = 0;
  /** Of these, those that ended at a point that was known before. */
  known = 0;
  /** Those that ended at no critical point, where float64's digits are too few to go on. */
  blurred = 0;
  /** Those that were broken off. */
  unfinished = 0;
  /** Some of those that were broken off. */
  readonly sample: Rest[] = [];
  /** Of the sample, those that came to no end, however long they were followed. */
  endless = 0;

  /** Counts a run that was broken off. */
  breakOff(rest: Rest): void {
    this.unfinished++;
    if (this.sample.length < KEPT) this.sample.push(rest);
  }

  /** The share of all runs that come to no end, judged by the sample. */
  get unfinishedShare(): number {
    return this.unfinished === 0 ? 0 : ((this.unfinished / this.runs) * this.endless) / this.sample.length;
  }

  /** The share of all runs that could not go on. */
  get blurredShare(): number {
    return this.runs === 0 ? 0 : this.blurred / this.runs;
  }

  /** Whether most runs could not go on. */
  get isBlurred(): boolean {
    return this.blurredShare > 0.5;
  }

  /** Whether so few runs came to no end that the others tell of the whole domain. */
  get tells(): boolean {
    return this.unfinishedShare + this.blurredShare <= LOST;
  }

  /**
   * About how many points there are if so many are marked: as many more as runs end at unmarked ones (Chapman's estimate of
   * capture and recapture, 1951). Points in which few runs end weigh little in it, so that there may be more. null where too few
   * marked ones were met again to tell.
   */
  estimate(marked: number): number | null {
    if (this.known < LEAST_KNOWN) return null;
    return Math.round(((marked + 1) * (this.arrived + 1)) / (this.known + 1)) - 1;
  }
}
