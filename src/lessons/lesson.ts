import type { ExperimentInput } from '../experiment/index.ts';

/** How a step is looked at, as plain data: the page reads it with its own schema, and fields that are left out are as the page opens. */
export interface StepView {
  readonly tab?: 'surface' | 'maps' | 'difference' | 'comparison' | 'ratio';
  readonly quantity?: 'outcome' | 'arrival' | 'loss' | 'gradient' | 'divergence';
  readonly coloring?: 'optimizer' | 'outcome';
  readonly trails?: boolean;
  readonly critical?: boolean;
  /** Where on the map single trajectories are launched, whose lines stay. */
  readonly launched?: readonly [number, number];
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

/** A guided part of the lecture; its words stand apart, in `words/`, for each language. */
export interface Lesson {
  /** Its name in links, and its words': letters only. */
  readonly id: string;
  /** Figures of Hung-yi Lee's "Adaptive Learning Rate" (2021) that it makes live. */
  readonly figures: string;
  readonly steps: readonly LessonStep[];
}
