import type { Experiment } from '../../experiment/index.ts';
import type { Shelf } from '../files/shelf.ts';
import type { Language } from '../locale/languages.ts';
import type { Preferences } from '../preferences.ts';
import type { PageView } from '../view/page-view.ts';

/** What a place wants to be shown. */
export interface Wish {
  /** null for none: what is shown stays, at the beginning the first experiment. */
  readonly experiment: Experiment | null;
  readonly view: PageView;
  /** A sentence on what the place wanted and cannot have; null for none. */
  readonly problem: (() => string) | null;
}

/** Where the playground stands, in a page of its own or as a guest in another: what it opens with, and what outside of it it may read and change. */
export interface Place {
  /** Whether the page around it belongs to others. */
  readonly guest: boolean;
  /** Experiments kept under names; null where none are. */
  readonly shelf: Shelf | null;
  readonly preferences: Preferences;
  /** The language that is read here. */
  readonly language: Language;
  /** Where keys are heard. */
  readonly keys: EventTarget;

  /** What it opens with. */
  opening(): Promise<Wish>;
  /** Calls back with what is wanted later on, until the signal. */
  listen(wanted: (wish: Wish) => void, signal: AbortSignal): void;
  /** Takes note of what is shown; at once where something else is known to stand where it is kept. */
  show(experiment: Experiment, view: PageView, atOnce?: boolean): void;
  /** Keeps preferences as far as it may. */
  keep(preferences: Preferences): void;
  /** Keeps a choice of language as far as it may. */
  keepLanguage(language: Language): void;
  /** The address under which others see an experiment. */
  linkTo(experiment: Experiment, view: PageView): Promise<string>;
  /** Puts everything into a theme. */
  applyTheme(theme: 'light' | 'dark'): void;
  /** Tells what is around which language everything is in. */
  applyLanguage(language: Language): void;
}
