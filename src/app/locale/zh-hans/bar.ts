import type { Texts } from '../translations.ts';

export const bar: Texts = {};
