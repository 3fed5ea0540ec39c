import type { Plan } from '../experiment/index.ts';
import { isRecord, recordInterval, windowLength } from './records.ts';

/** What a measurement is told of its place in the run. */
export interface Reading {
  /** Steps since the last record; 0 where this measurement is none, or repeats one. */
  readonly interval: number;
  /** Whether a verdict on which trajectories still descend is due. */
  readonly windowEnd: boolean;
}

/** Keeps which records were measured, so that measuring twice changes nothing. */
export class Recorder {
  private followed = -1;

  /** The reading at a step. */
  read(step: number, plan: Plan): Reading {
    const following = isRecord(step, plan.steps) && step > this.followed;
    if (following) this.followed = step;
    const every = recordInterval(plan.steps);
    return {
      interval: following ? Math.min(step, step % every || every) : 0,
      windowEnd: following && step > 0 && step % windowLength(plan.steps) === 0,
    };
  }

  /** Goes on from a step whose record, if it is one, was measured. */
  resume(step: number): void {
    this.followed = step;
  }

  reset(): void {
    this.followed = -1;
  }
}
