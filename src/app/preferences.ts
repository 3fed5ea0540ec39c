import { type Fold, readFolds } from './charts/folds.ts';
import { readView } from './view/page-view.ts';

/** How a person likes the page: kept in this browser, no part of an experiment. */
export interface Preferences {
  /** null: as the system has it. */
  readonly theme: 'light' | 'dark' | null;
  /** Steps a second at which runs are shown; null: as many as the device makes. */
  readonly pace: number | null;
  /** Charts of the progress that are unfolded; null: as the window has room. */
  readonly folds: readonly Fold[] | null;
  /** The step of the lessons that was read last; null for none. */
  readonly lesson: string | null;
}

const KEY = 'scree.preferences';
/** The preferences of who has none yet. */
export const FIRST_PREFERENCES: Preferences = { theme: null, pace: 60, folds: null, lesson: null };

/** The preferences kept here, or the defaults. */
export function readPreferences(): Preferences {
  try {
    const { theme, pace, folds, lesson } = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return {
      theme: theme === 'light' || theme === 'dark' ? theme : FIRST_PREFERENCES.theme,
      pace: pace === null || (typeof pace === 'number' && pace > 0) ? pace : FIRST_PREFERENCES.pace,
      folds: readFolds(folds),
      lesson: readView({ lesson }).lesson,
    };
  } catch {
    // Storage may be forbidden or hold what another version wrote.
    return FIRST_PREFERENCES;
  }
}

/** Keeps preferences where the browser allows it. */
export function keepPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // They then hold for this visit.
  }
}
