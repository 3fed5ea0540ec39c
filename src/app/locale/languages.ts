/** The languages of the page, and what each calls itself. */
export const LANGUAGES = { en: 'English', 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文' } as const;

/** A language of the page, as a language tag. */
export type Language = keyof typeof LANGUAGES;

/** The language that the page is written in; the others are translations. */
export const SOURCE = 'en' satisfies Language;

/** A language that the page is translated into. */
export type Translated = Exclude<Language, typeof SOURCE>;

/** The first of a reader's languages that the page has: tags as browsers give them, the dearest first. The source language where there is none. */
export function languageOf(tags: readonly string[]): Language {
  for (const tag of tags) {
    const [language, ...rest] = tag.toLowerCase().split(/[-_]/);
    if (language === 'en') return 'en';
    if (language === 'zh') return isTraditional(rest) ? 'zh-Hant' : 'zh-Hans';
  }
  return SOURCE;
}

/** Whether a value is one of the page's languages. */
export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(LANGUAGES, value);
}

/** A script that is named counts for more than the place. */
function isTraditional(subtags: readonly string[]): boolean {
  if (subtags.includes('hans')) return false;
  return ['hant', 'tw', 'hk', 'mo'].some((subtag) => subtags.includes(subtag));
}
