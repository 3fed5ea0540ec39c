import { readStored, writeStored } from '../place/storage.ts';
import { isLanguage, type Language, languageOf, SOURCE } from './languages.ts';
import { TRANSLATIONS } from './translations.ts';

const KEY = 'scree.language';

/** The language that was chosen in this browser; null where none was. */
export function keptLanguage(): Language | null {
  const kept = readStored(KEY);
  return isLanguage(kept) ? kept : null;
}

/** Keeps a choice of language, where the browser allows it. */
export function keepLanguage(language: Language): void {
  writeStored(KEY, language);
}

/** The first of the browser's languages that the page has. */
export function browserLanguage(): Language {
  return languageOf(navigator.languages);
}

/** Brings the texts of a language that the page will most likely open in, while its code is on the way. */
export function bringTexts(language: Language): void {
  // What cannot be loaded is told when it is needed.
  if (language !== SOURCE) TRANSLATIONS[language].early().catch(() => {});
}
