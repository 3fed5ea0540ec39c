import { msg, str } from '@lit/localize';
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
  /** Controls whose edits are not planned yet. */
  private readonly touched = new Set<string>();
  /** Controls whose edits are planned, and neither made nor refused. */
  private readonly planned = new Set<string>();

  /** Whether one of the edits that are planned is a step back or forth. */
  get goesBack(): boolean {
    return this.planned.has(UNDO);
  }

  /** Takes note of an edit by a control. */
  touch(control: string): void {
    if (replacesAll(control)) this.problems = new Map();
    else if (this.problems.has(control)) {
      this.problems = new Map([...this.problems].filter(([name]) => name !== control));
    }
    this.touched.add(control);
  }

  /** The edits up to now go into a plan: what comes later is no part of what becomes of it. */
  plan(): void {
    for (const control of this.touched) this.planned.add(control);
    this.touched.clear();
  }

  /** The edits that are planned are made. Gives the control that they came from; null where that is none, or several. */
  accept(): string | null {
    const [control = null] = this.planned;
    const one = this.planned.size === 1 && control !== null && !replacesAll(control);
    this.planned.clear();
    return one ? control : null;
  }

  /** The edits that are planned cannot be made. Gives a notice where no control has a place to say so. */
  refuse(error: unknown): Notice | null {
    return this.refuseFrom(this.planned, error);
  }

  /** The edits that are not planned yet make no plan; those that are planned go on. */
  refuseEdits(error: unknown): Notice | null {
    return this.refuseFrom(this.touched, error);
  }

  private refuseFrom(controls: Set<string>, error: unknown): Notice | null {
    const notice = noticeOf(error, controls);
    if (error instanceof BadExperiment || error instanceof FormulaError) {
      this.problems = new Map([...this.problems, ...[...controls].map((control) => [control, error] as const)]);
    }
    controls.clear();
    return notice;
  }
}

function noticeOf(error: unknown, controls: ReadonlySet<string>): Notice | null {
  if (!(error instanceof BadExperiment || error instanceof FormulaError)) {
    return { about: CHANGE, sentence: () => msg(str`This change cannot be made. ${sentenceOf(error)}`) };
  }
  if (![...controls].some(replacesAll)) return null;
  return { about: LINK, sentence: () => msg(str`This experiment cannot run. ${sentenceOf(error)}`) };
}
