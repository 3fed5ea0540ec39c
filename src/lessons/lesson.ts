import type { ExperimentInput } from '../experiment/index.ts';

/** How a step is looked at, as plain data: the page reads it with its own schema, and fields that are left out are as the page opens. */
export interface StepView {
  readonly tab?: 'surface' | 'maps' | 'difference' | 'comparison';
  readonly quantity?: 'outcome' | 'arrival' | 'loss' | 'gradient' | 'divergence';
  readonly coloring?: 'optimizer' | 'outcome';
  readonly trails?: boolean;
  readonly critical?: boolean;
  /** The cell that is looked at, [optimizer, column, row]. */
  readonly cell?: readonly [number, number, number];
}

/** What a step sets up: the same in every language. */
export interface LessonStep {
  readonly experiment: ExperimentInput;
  readonly view?: StepView;
  /** Steps a second at which it is shown best, one of those that the page offers; null for full speed, nothing for as many as the reader likes. */
  readonly pace?: 10 | 60 | 240 | 1000 | null;
  /** A formula that the text speaks of, in the formula language; statements are separated by semicolons. */
  readonly formula?: string;
}

/** What a step says, in plain text: `*words*` between stars are stressed, an empty line parts paragraphs. */
export interface StepWords {
  readonly title: string;
  readonly text: string;
  /** What to look at. */
  readonly watch: string;
  /** A question to answer with the controls. */
  readonly question: string;
}

/** All words of a lesson: what a translation replaces. */
export interface LessonWords {
  readonly title: string;
  /** One for each of the lesson's steps. */
  readonly steps: readonly StepWords[];
}

/** A guided part of the lecture. */
export interface Lesson {
  /** Its name in links: letters only. */
  readonly id: string;
  /** Figures of Hung-yi Lee's "Adaptive Learning Rate" (2021) that it makes live. */
  readonly figures: string;
  readonly words: LessonWords;
  readonly steps: readonly LessonStep[];
}
