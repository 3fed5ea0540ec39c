import type { Texts } from '../translations.ts';
import { bar } from './bar.ts';
import { catalogue } from './catalogue.ts';
import { map } from './map.ts';
import { page } from './page.ts';
import { parts } from './parts.ts';
import { what } from './what.ts';

export { sentences } from './sentences.ts';

/** What the page says from the beginning, in 繁體中文. */
export const texts: Texts = {
  ...bar,
  ...catalogue,
  ...map,
  ...page,
  ...parts,
  ...what,
};
