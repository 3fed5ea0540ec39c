import { SOURCE } from './languages.ts';
import { spokenLanguage } from './localization.ts';

/** Chinese characters and their punctuation, as part of a pattern. */
const WIDE = '[\\u2e80-\\u9fff\\uf900-\\uffef]';
const BETWEEN = new RegExp(`(${WIDE}) (?=${WIDE})`, 'g');
const WIDE_END = new RegExp(`${WIDE}$`);

/** A text without spaces between Chinese characters: a translation has them around what is put in, which is often a name in Latin letters and sometimes not. */
export function closedUp(text: string): string {
  return text.replace(BETWEEN, '$1');
}

/** The space that a Chinese text wants after a name, where its translation leaves none: after Latin letters, not after Chinese characters. */
export function spaceAfter(name: string): string {
  return spokenLanguage() === SOURCE || WIDE_END.test(name) ? '' : ' ';
}

/** What stands between two sentences. */
export function betweenSentences(): string {
  return spokenLanguage() === SOURCE ? ' ' : '';
}
