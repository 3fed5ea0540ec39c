import type { LocaleModule } from '@lit/localize';
import { generateMsgId } from '@lit/localize/internal/id-generation.js';
import type { Texts } from './translations.ts';

type Templates = LocaleModule['templates'];

/** A place in a text at which something is put in. */
const PLACE = /\{(\d+)\}/;

/** Whether a text is a template of elements, not plain words. */
export const isMarkup = (text: string) => /<\/?[a-z]/.test(text);

/** The texts of a language as `msg` looks for them: each under the number that `msg` makes of the English one. */
export function templatesOf(texts: Texts): Templates {
  return Object.fromEntries(Object.entries(texts).map(([english, text]) => [idOf(english), templateOf(text)]));
}

/** The number under which `msg` looks for an English text, or the name that it was given. */
function idOf(english: string): string {
  if (english.startsWith('#')) return english;
  return generateMsgId(partsOf(english), isMarkup(english));
}

/** What a text is made of around its places. */
function partsOf(text: string): string[] {
  return text.split(PLACE).filter((_, i) => i % 2 === 0);
}

/** What `msg` takes a translation as: a string, a string with places, or a template. */
function templateOf(text: string): Templates[string] {
  const parts = partsOf(text);
  const strings = Object.assign(parts, { raw: parts });
  const values = text.split(PLACE).flatMap((part, i) => (i % 2 === 1 ? [Number(part)] : []));
  if (isMarkup(text)) return { _$litType$: 1, strings, values };
  return values.length > 0 ? { strTag: true, strings, values } : text;
}
