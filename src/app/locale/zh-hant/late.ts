import type { Texts } from '../translations.ts';
import { advice } from './advice.ts';
import { charts } from './charts.ts';
import { compare } from './compare.ts';
import { critical } from './critical.ts';
import { editors } from './editors.ts';
import { examples } from './examples.ts';
import { exports } from './exports.ts';
import { files } from './files.ts';
import { inspect } from './inspect.ts';
import { lessons } from './lessons.ts';
import { maps } from './maps.ts';
import { network } from './network.ts';
import { notices } from './notices.ts';
import { planes } from './planes.ts';
import { ratio } from './ratio.ts';
import { rules } from './rules.ts';

export { errors as sentences } from './errors.ts';

/** What the page says later, in 繁體中文. */
export const texts: Texts = {
  ...charts,
  ...compare,
  ...examples,
  ...exports,
  ...inspect,
  ...lessons,
  ...maps,
  ...planes,
  ...ratio,
  ...critical,
  ...files,
  ...network,
  ...rules,
  ...notices,
  ...advice,
  ...editors,
};
