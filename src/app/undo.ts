import type { Experiment } from '../experiment/index.ts';

/** Most steps back. */
const MOST = 200;
/** Changes of one control that follow one another within this time are one step, in ms. */
const PAUSE = 1000;
/** Controls whose changes are choices, each of them a step of its own, however fast they follow one another. */
const CHOICES = /^(optimizers|grid|side|seed|engine)$|\.(vary|scale|rules|schedule\.(name|warmup))$/;

/**
 * The way back through the changes of an experiment, and forth again. Changes that one control makes in one go (a slider that is dragged, a text that is typed) are
 * one step.
 */
export class UndoList {
  private readonly past: Experiment[] = [];
  private readonly future: Experiment[] = [];
  private control: string | null = null;
  private gesture: number | null = null;
  private at = Number.NEGATIVE_INFINITY;

  /** @param present the experiment as it stands; null before there is one */
  constructor(private present: Experiment | null = null) {}

  get canUndo(): boolean {
    return this.past.length > 0;
  }
  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /**
   * Takes note of a change.
   * @param control what made it; null for a change that is a step of its own
   * @param gesture which press of a finger or a mouse button it is made under; null for none
   */
  note(experiment: Experiment, control: string | null, gesture: number | null = null, now = performance.now()): void {
    const { present } = this;
    if (present === null || same(present, experiment)) {
      this.present = experiment;
      return;
    }
    const together = (gesture !== null && gesture === this.gesture) || now - this.at < PAUSE;
    const goesOn = control !== null && control === this.control && together && !isChoice(control, experiment);
    if (!goesOn) this.past.push(present);
    if (this.past.length > MOST) this.past.shift();
    this.future.length = 0;
    this.present = experiment;
    this.control = control;
    this.gesture = gesture;
    this.at = now;
    // There and back again is no change.
    const before = this.past.at(-1);
    if (before && same(before, experiment)) {
      this.past.pop();
      this.control = null;
    }
  }

  /** The experiment before the last change; null where there is none. */
  undo(): Experiment | null {
    return this.go(this.past, this.future);
  }

  /** The experiment before the last step back; null where there is none. */
  redo(): Experiment | null {
    return this.go(this.future, this.past);
  }

  private go(from: Experiment[], to: Experiment[]): Experiment | null {
    const next = from.pop();
    if (!next || !this.present) return null;
    to.push(this.present);
    this.present = next;
    this.control = null;
    return next;
  }
}

/** A surface is chosen by its name, and otherwise typed. */
function isChoice(control: string, { objective }: Experiment): boolean {
  return CHOICES.test(control) || (control === 'objective' && typeof objective === 'string');
}

const same = (a: Experiment, b: Experiment) => a === b || JSON.stringify(a) === JSON.stringify(b);
