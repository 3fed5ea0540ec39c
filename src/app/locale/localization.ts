import { configureLocalization, LOCALE_STATUS_EVENT } from '@lit/localize';
import { isLanguage, LANGUAGES, type Language, SOURCE } from './languages.ts';
import { templatesOf } from './templates.ts';
import { loadTexts } from './translations.ts';

const { getLocale, setLocale } = configureLocalization({
  sourceLocale: SOURCE,
  targetLocales: Object.keys(LANGUAGES).filter((language) => language !== SOURCE),
  loadLocale: async (language) => {
    if (!isLanguage(language) || language === SOURCE) throw new Error(`${language} is no translation`);
    return { templates: templatesOf(await loadTexts[language]()) };
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

/** Calls back whenever texts are in another language, until the signal. */
export function onSpoken(changed: () => void, signal: AbortSignal): void {
  const heard = ({ detail }: WindowEventMap[typeof LOCALE_STATUS_EVENT]) => {
    if (detail.status === 'ready') changed();
  };
  addEventListener(LOCALE_STATUS_EVENT, heard, { signal });
}
