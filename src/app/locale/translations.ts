import type { Translated } from './languages.ts';

/**
 * A language's texts by the English ones. `{0}`, `{1}` … stand for what is put in, numbered as in the English text; a translation has them in its own order. A text with
 * tags in it is a template. Where one English text means several things, they have names of their own, as `#up the grid` (`msg('up', { id: '#up the grid' })`).
 */
export type Texts = Readonly<Record<string, string>>;

/** Loads a language's texts. */
export const loadTexts: Readonly<Record<Translated, () => Promise<Texts>>> = {
  'zh-Hans': async () => (await import('./zh-hans/index.ts')).texts,
  'zh-Hant': async () => (await import('./zh-hant/index.ts')).texts,
};
