import { TEXTS as english } from './en/index.ts';
import type { LessonTexts } from './lesson-words.ts';

export type { LessonTexts, LessonWords, StepWords } from './lesson-words.ts';

/** How a language's words come: those of the source language with the code, translations when they are first asked for. */
const LOADERS = {
  en: async (): Promise<LessonTexts> => english,
  'zh-Hans': async (): Promise<LessonTexts> => (await import('./zh-hans/index.ts')).TEXTS,
  'zh-Hant': async (): Promise<LessonTexts> => (await import('./zh-hant/index.ts')).TEXTS,
};

/** A language that the lessons are told in, as a language tag. */
export type LessonLanguage = keyof typeof LOADERS;

/** The lessons' words in a language. Rejects where they cannot be loaded, and tries again when asked again; English is always there. */
export function wordsIn(language: LessonLanguage): Promise<LessonTexts> {
  return LOADERS[language]();
}
