import { msg } from '@lit/localize';

/** A text of the layers below the page, which write English, in the language of the page; as it is where there is no translation of it. */
export const translated = (text: string): string => msg(text);
