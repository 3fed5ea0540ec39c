import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { bursts } from './bursts.ts';
import { critical } from './critical.ts';
import { decay } from './decay.ts';
import { flattening } from './flattening.ts';
import type { Lesson } from './lesson.ts';
import { ravine } from './ravine.ts';
import { rmsprop } from './rmsprop.ts';
import { sigma } from './sigma.ts';
import { stuck } from './stuck.ts';
import { warmup } from './warmup.ts';
import { whole } from './whole.ts';

export type { Lesson, LessonStep, StepView } from './lesson.ts';
export { placeOf, type StepPlace, stepAfter, stepAt } from './places.ts';
export { type LessonLanguage, type LessonTexts, type LessonWords, type StepWords, wordsIn } from './words/index.ts';

/** The lessons in the order of the lecture. */
export const LESSONS: readonly Lesson[] = [
  stuck,
  critical,
  ravine,
  sigma,
  adagrad,
  rmsprop,
  adam,
  bursts,
  decay,
  warmup,
  whole,
  flattening,
];
