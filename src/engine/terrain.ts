import type { Rgb } from './types.ts';

/**
 * How the surface is drawn, whatever draws it; lengths are in CSS pixels. `surface.wgsl` and the CPU's `surface` say the same with these numbers:
 * a tint of the logarithm of the loss, relief lit from the north-west, contour lines; hatched where there is no value.
 */
export const TERRAIN = {
  /** A loss above this in size is no value. */
  NO_VALUE: 1e30,
  /** Contour lines from the palette's first tint to its last; every fifth is heavy. */
  CONTOURS: 30,
  HEAVY_EVERY: 5,
  /** Half the width of a line, and how much of the ink shows. */
  LINE_WIDTH: 0.45,
  LINE_INK: 0.22,
  HEAVY_WIDTH: 0.8,
  HEAVY_INK: 0.42,
  /** How steep the height is for the light: so much that gentle slopes still show. */
  STEEP: 160,
  /** How much light and shade change a tint. */
  SHADE: 0.1,
  /** From stripe to stripe of a hatch, the share of it that is drawn, and how much of the ink shows. */
  HATCH: 8,
  HATCH_SHARE: 0.15,
  HATCH_INK: 0.2,
} as const;

/** Tints from the valleys up, the colour of lines, and that of a ground that shows no surface. */
export interface Palette {
  readonly tints: readonly Rgb[];
  readonly ink: Rgb;
  readonly bare: Rgb;
}

/** The palette of each theme: low in chroma, so that the particles speak. */
export const PALETTES: Readonly<Record<'light' | 'dark', Palette>> = {
  light: palette(['#c3d0c8', '#d0d9cd', '#dde0d2', '#e8e6d9', '#f0ede3', '#f7f5f0'], '#1c2126', '#f7f5f0'),
  dark: palette(['#0c161c', '#111d24', '#17252c', '#1f2d33', '#28363a', '#323f42'], '#e8e4da', '#10151b'),
};

/** The tint of a place without a value, and of one that is not drawn yet. */
export const BLANK_TINT = 3;

function palette(tints: readonly string[], ink: string, bare: string): Palette {
  const rgb = (hex: string): Rgb => {
    const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
    return [r, g, b];
  };
  return { tints: tints.map(rgb), ink: rgb(ink), bare: rgb(bare) };
}
