import type { Texts } from '../translations.ts';
import { bar } from './bar.ts';

/** The page in 简体中文. */
export const texts: Texts = { ...bar };
