/** What a step says, in plain text: `*words*` between stars are stressed, an empty line parts paragraphs. */
export interface StepWords {
  readonly title: string;
  readonly text: string;
  /** What to look at. */
  readonly watch: string;
  /** A question to answer with the controls. */
  readonly question: string;
}

/** All words of a lesson in one language. */
export interface LessonWords {
  readonly title: string;
  /** One for each of the lesson's steps. */
  readonly steps: readonly StepWords[];
  /** What optimizers are called in another language than the settings', by their labels there; none where labels hold no words. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** The words of all lessons in one language, by the lessons' ids. */
export type LessonTexts = Readonly<Record<string, LessonWords>>;
