import { BadExperiment } from '../experiment/index.ts';
import { FormulaError } from '../formula/index.ts';
import type { Notice } from './notices.ts';
import { sentenceOf } from './parts/sentences.ts';

/** The control of edits that come from outside: a link, a file, an example. */
export const LINK = 'link';
/** The control of steps back and forth through the edits. */
export const UNDO = 'undo';

/** What a notice of a change is about that no control caused. */
export const CHANGE = 'change';

/** Edits that replace the experiment as a whole: what was said of controls is no answer to them. */
export const replacesAll = (control: string) => control === LINK || control === UNDO;

/** Which controls the edits of late came from, and why the last edit of each was refused. */
export class Refusals {
  /** Reasons by the control's name; another map after every change. */
  problems: ReadonlyMap<string, Error> = new Map();
  private readonly touched = new Set<string>();

  /** Whether one of the edits of late is a step back or forth. */
  get goesBack(): boolean {
    return this.touched.has(UNDO);
  }

  /** Takes note of an edit by a control. */
  touch(control: string): void {
    if (replacesAll(control)) this.problems = new Map();
    else if (this.problems.has(control)) {
      this.problems = new Map([...this.problems].filter(([name]) => name !== control));
    }
    this.touched.add(control);
  }

  /** The edits of late are made. Gives the control that they came from; null where that is none, or several. */
  accept(): string | null {
    const [control = null] = this.touched;
    const one = this.touched.size === 1 && control !== null && !replacesAll(control);
    this.touched.clear();
    return one ? control : null;
  }

  /** The edits of late cannot be made. Gives a notice where no control has a place to say so. */
  refuse(error: unknown): Notice | null {
    const { touched } = this;
    const notice = this.noticeOf(error);
    if (error instanceof BadExperiment || error instanceof FormulaError) {
      this.problems = new Map([...this.problems, ...[...touched].map((control) => [control, error] as const)]);
    }
    touched.clear();
    return notice;
  }

  private noticeOf(error: unknown): Notice | null {
    if (!(error instanceof BadExperiment || error instanceof FormulaError)) {
      return { about: CHANGE, sentence: `This change cannot be made. ${sentenceOf(error)}` };
    }
    if (![...this.touched].some(replacesAll)) return null;
    return { about: LINK, sentence: `This experiment cannot run. ${sentenceOf(error)}` };
  }
}
