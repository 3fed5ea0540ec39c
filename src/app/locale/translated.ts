import { msg } from '@lit/localize';
import { translatedSentence } from './localization.ts';

/** A text of the layers below the page, which write English, in the language of the page; as it is where there is no translation of it. */
export function translated(text: string): string {
  const own = msg(text);
  return own === text ? translatedSentence(text) : own;
}
