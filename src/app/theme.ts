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
  const { dataset, classList } = document.documentElement;
  if (dataset.theme === theme) return;
  dataset.theme = theme;
  classList.toggle('wa-dark', theme === 'dark');
  classList.toggle('wa-light', theme === 'light');
}
