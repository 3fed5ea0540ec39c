import type { LessonTexts } from '../lesson-words.ts';
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { bursts } from './bursts.ts';
import { critical } from './critical.ts';
import { decay } from './decay.ts';
import { flattening } from './flattening.ts';
import { ravine } from './ravine.ts';
import { rmsprop } from './rmsprop.ts';
import { sigma } from './sigma.ts';
import { stuck } from './stuck.ts';
import { warmup } from './warmup.ts';
import { whole } from './whole.ts';

/** The lessons in English. */
export const TEXTS: LessonTexts = {
  stuck,
  critical,
  ravine,
  sigma,
  adagrad,
  rmsprop,
  adam,
  bursts,
  decay,
  warmup,
  whole,
  flattening,
};
