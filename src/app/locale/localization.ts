import { configureLocalization, LOCALE_STATUS_EVENT } from '@lit/localize';
import { LANGUAGES, type Language, SOURCE, type Translated } from './languages.ts';
import { Sentences } from './sentences.ts';
import { templatesOf } from './templates.ts';
import { type Part, TRANSLATIONS } from './translations.ts';

/** The texts of the language that is spoken; more come in later. */
let templates: ReturnType<typeof templatesOf> = {};
/** Sentences of the layers below in it. */
let sentences = new Sentences({});
/** The texts that are there of the language that was loaded last; null before any. */
let there: Part | null = null;
/** Whether texts come with all that the page may say: not before its first picture. */
let whole = false;

let tellComplete = () => {};
/** Resolves when all texts have come for the first time; from then on a language comes whole. */
export const textsComplete = new Promise<void>((resolve) => {
  tellComplete = resolve;
});

const { getLocale, setLocale } = configureLocalization({
  sourceLocale: SOURCE,
  targetLocales: Object.keys(LANGUAGES).filter((language) => language !== SOURCE),
  loadLocale: async (language) => {
    const { early, late } = TRANSLATIONS[language as Translated];
    const [first, rest] = await Promise.all([early(), whole ? late() : null]);
    templates = {};
    take(rest ? joined(first, rest) : first);
    return { templates };
  },
});

/** The language that texts are in now. All playgrounds on a page have the same. */
export function spokenLanguage(): Language {
  return getLocale() as Language;
}

/** Has texts be in a language from when the promise resolves. Where they cannot be loaded it rejects, and they stay as they are. */
export async function speak(language: Language): Promise<void> {
  try {
    await setLocale(language);
  } catch (error) {
    // Asked for again, they are loaded again.
    await setLocale(getLocale());
    throw error;
  }
}

/** Whether all texts are there: what only the last ones say had better not be shown before. */
export function hasAllTexts(): boolean {
  return whole || spokenLanguage() === SOURCE;
}

/** Brings the texts that the page needs after its first picture. Where they cannot be loaded, these are in English. */
export async function bringAll(): Promise<void> {
  if (whole) return;
  const language = spokenLanguage();
  const first = there;
  if (language !== SOURCE && first) {
    const rest = await TRANSLATIONS[language].late().catch(() => null);
    // The next one who needs them tries again.
    if (!rest) return;
    if (there === first) take(joined(first, rest));
  }
  whole = true;
  tellComplete();
}

const joined = (a: Part, b: Part): Part => ({
  texts: { ...a.texts, ...b.texts },
  sentences: { ...a.sentences, ...b.sentences },
});

/** Has these be the texts that are there; the object that `msg` looks into stays the same. */
function take(part: Part): void {
  there = part;
  Object.assign(templates, templatesOf(part.texts));
  sentences = new Sentences(part.sentences);
}

/** A sentence of the layers below in the language that is spoken; as it is where that has none of its form. */
export function translatedSentence(sentence: string): string {
  return spokenLanguage() === SOURCE ? sentence : sentences.of(sentence);
}

/** Calls back whenever texts are in another language, until the signal. */
export function onSpoken(changed: () => void, signal: AbortSignal): void {
  const heard = ({ detail }: WindowEventMap[typeof LOCALE_STATUS_EVENT]) => {
    if (detail.status === 'ready') changed();
  };
  addEventListener(LOCALE_STATUS_EVENT, heard, { signal });
}
