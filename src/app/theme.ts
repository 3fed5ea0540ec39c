const dark = matchMedia('(prefers-color-scheme: dark)');

/** The system's theme. */
export function systemTheme(): 'light' | 'dark' {
  return dark.matches ? 'dark' : 'light';
}

/** Calls back whenever the system's theme changes. */
export function onSystemTheme(changed: () => void): void {
  dark.addEventListener('change', changed);
}

/** Puts the whole document into a theme. */
export function applyTheme(theme: 'light' | 'dark'): void {
  document.documentElement.dataset.theme = theme;
}
