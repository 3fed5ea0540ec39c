import type { Lesson, LessonStep } from './lesson.ts';

/** One step and where it stands. */
export interface StepPlace {
  readonly lesson: Lesson;
  /** The step's place in its lesson, from 0. */
  readonly index: number;
  readonly step: LessonStep;
}

/** A step's name in links: `ravine.2` is the second step of the lesson `ravine`. */
export function placeOf(lesson: Lesson, index: number): string {
  return `${lesson.id}.${index + 1}`;
}

/** The step of that name; null where there is none. */
export function stepAt(lessons: readonly Lesson[], name: string): StepPlace | null {
  const [id, number] = name.split('.');
  const lesson = lessons.find((each) => each.id === id);
  const index = Number(number) - 1;
  if (!lesson?.steps[index]) return null;
  return { lesson, index, step: lesson.steps[index] };
}

/** The name of the step so many steps after another one, over the ends of lessons; null before the first and after the last. */
export function stepAfter(lessons: readonly Lesson[], name: string, count: number): string | null {
  const names = lessons.flatMap((lesson) => lesson.steps.map((_, index) => placeOf(lesson, index)));
  const at = names.indexOf(name);
  return at < 0 ? null : (names[at + count] ?? null);
}
