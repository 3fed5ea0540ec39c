const dark = matchMedia('(prefers-color-scheme: dark)');

/** The system's theme. */
export function systemTheme(): 'light' | 'dark' {
  return dark.matches ? 'dark' : 'light';
}

/** Calls back whenever the system's theme changes, until the signal. */
export function onSystemTheme(changed: () => void, signal: AbortSignal): void {
  dark.addEventListener('change', changed, { signal });
}
