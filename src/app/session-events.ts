import type { Experiment } from '../experiment/index.ts';
import type { Notice } from './notices.ts';

/** What a session tells its owner. */
export interface SessionEvents {
  /** Something that is shown has changed. */
  changed(): void;
  /**
   * An experiment was taken over: it runs from now on. `control` is the one that it was edited by; null where that is none of the page's, or several. `passed`
   * are those before it that were made and never ran, for others followed them too fast.
   */
  adopted(experiment: Experiment, control: string | null, passed: readonly Experiment[]): void;
  /** Something to complain of. */
  notice(notice: Notice): void;
  /** What was complained of holds no more. */
  resolved(about: string): void;
}
