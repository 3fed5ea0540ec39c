/** How a person likes the page: kept in this browser, no part of an experiment. */
export interface Preferences {
  /** null: as the system has it. */
  readonly theme: 'light' | 'dark' | null;
  /** Steps a second at which runs are shown; null: as many as the device makes. */
  readonly pace: number | null;
}

const KEY = 'scree.preferences';
const DEFAULTS: Preferences = { theme: null, pace: 60 };

/** The preferences kept here, or the defaults. */
export function readPreferences(): Preferences {
  try {
    const { theme, pace } = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return {
      theme: theme === 'light' || theme === 'dark' ? theme : DEFAULTS.theme,
      pace: pace === null || (typeof pace === 'number' && pace > 0) ? pace : DEFAULTS.pace,
    };
  } catch {
    // Storage may be forbidden or hold what another version wrote.
    return DEFAULTS;
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
