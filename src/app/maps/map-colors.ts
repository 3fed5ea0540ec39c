import { OUTCOMES, type Outcome } from '../../engine/index.ts';
import { toRgb } from '../parts/colors.ts';
import type { Rgb } from './textures.ts';

/** The theme's colours as far as maps are painted with them. */
export interface MapColors {
  readonly paper: Rgb;
  readonly ink: Rgb;
  readonly muted: Rgb;
  readonly outcomes: Readonly<Record<Outcome, Rgb>>;
}

/** Reads the colours of the theme that an element stands in. */
export function readMapColors(element: Element): MapColors {
  const style = getComputedStyle(element);
  const read = (name: string) => toRgb(style.getPropertyValue(`--${name}`).trim());
  const outcomes: Record<string, Rgb> = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, read(outcome)]));
  return {
    paper: read('paper'),
    ink: read('ink'),
    muted: read('muted'),
    outcomes: outcomes as Record<Outcome, Rgb>,
  };
}

/** A colour as style sheets and canvases write it. */
export function cssColor(color: Rgb, alpha = 1): string {
  const [r, g, b] = color.map((share) => Math.round(share * 255));
  return `rgb(${r} ${g} ${b} / ${alpha})`;
}
