import { OUTCOMES } from '../../engine/index.ts';
import type { ChartInk } from './model.ts';

/** Reads the colours of the theme that an element stands in. */
export function readInk(element: Element, theme: 'light' | 'dark'): ChartInk {
  const style = getComputedStyle(element);
  const color = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: color('ink'),
    muted: color('muted'),
    hairline: color('hairline'),
    paper: color('paper'),
    theme,
    outcomes: OUTCOMES.map(color),
  };
}
