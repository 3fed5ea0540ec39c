import type { Translated } from './languages.ts';

/**
 * A language's texts by the English ones. `{0}`, `{1}` … stand for what is put in, numbered as in the English text; a translation has them in its own order. A text with
 * tags in it is a template. Where one English text means several things, they have names of their own, as `#up the grid` (`msg('up', { id: '#up the grid' })`).
 */
export type Texts = Readonly<Record<string, string>>;

/** Texts of the page, and sentences of the layers below, which are found by their pattern. */
export interface Part {
  readonly texts: Texts;
  readonly sentences: Texts;
}

/** A language's files. */
export interface Translation {
  /** What the page says from the beginning. */
  early(): Promise<Part>;
  /** What it says when panels, menus and errors come: not needed for the first picture. */
  late(): Promise<Part>;
}

/** The translations, loaded when they are asked for. */
export const TRANSLATIONS: Readonly<Record<Translated, Translation>> = {
  'zh-Hans': { early: () => import('./zh-hans/early.ts'), late: () => import('./zh-hans/late.ts') },
  'zh-Hant': { early: () => import('./zh-hant/early.ts'), late: () => import('./zh-hant/late.ts') },
};
