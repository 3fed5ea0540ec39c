import type { Texts } from '../translations.ts';
import { bar } from './bar.ts';
import { catalogue } from './catalogue.ts';
import { charts } from './charts.ts';
import { compare } from './compare.ts';
import { examples } from './examples.ts';
import { exports } from './exports.ts';
import { files } from './files.ts';
import { inspect } from './inspect.ts';
import { lessons } from './lessons.ts';
import { map } from './map.ts';
import { maps } from './maps.ts';
import { page } from './page.ts';
import { parts } from './parts.ts';
import { what } from './what.ts';

/** The page in 简体中文. */
export const texts: Texts = {
  ...bar,
  ...catalogue,
  ...charts,
  ...compare,
  ...examples,
  ...exports,
  ...files,
  ...inspect,
  ...lessons,
  ...map,
  ...maps,
  ...page,
  ...parts,
  ...what,
};
