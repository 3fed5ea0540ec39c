import type { Texts } from '../translations.ts';
import { bar } from './bar.ts';
import { catalogue } from './catalogue.ts';
import { critical } from './critical.ts';
import { inspect } from './inspect.ts';
import { lessons } from './lessons.ts';
import { link } from './link.ts';
import { map } from './map.ts';
import { maps } from './maps.ts';
import { parts } from './parts.ts';
import { place } from './place.ts';
import { ratio } from './ratio.ts';
import { view } from './view.ts';
import { what } from './what.ts';

/** The page in 简体中文. */
export const texts: Texts = {
  ...bar,
  ...catalogue,
  ...critical,
  ...inspect,
  ...lessons,
  ...link,
  ...map,
  ...maps,
  ...parts,
  ...place,
  ...ratio,
  ...view,
  ...what,
};
