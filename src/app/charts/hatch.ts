import type { Outcome } from '../../engine/index.ts';
import { toRgb } from '../parts/colors.ts';
import type { Hatch } from './shapes.ts';

/** Lines of each outcome's tile of 8 by 8, the patterns of the maps: bricks, double lines, waves, chevrons. */
const LINES: Readonly<Partial<Record<Outcome, string>>> = {
  saddle: 'M0 .5H8M0 4.5H8M.5 .5V4.5M4.5 4.5V8',
  flat: 'M0 1.5H8M0 5.5H8',
  oscillating: 'M0 4L4 .5L8 4M0 8L4 4.5L8 8',
  crawling: 'M.5 0L4 4L.5 8M4.5 0L8 4L4.5 8',
};
/** How far a hatch is from its ground, towards paper. */
const MARKED = 0.42;

/** The pattern that tells an outcome's area from its neighbours'; none for what has converged and what has diverged, which are never like each other. */
export function hatchOf(outcome: Outcome, color: string, paper: string): Hatch | undefined {
  const d = LINES[outcome];
  return d === undefined ? undefined : { name: `hatch-${outcome}`, d, color: mixed(color, paper, MARKED) };
}

/** One colour, `#rrggbb`, moved towards another by a share of the way. */
export function mixed(from: string, to: string, share: number): string {
  const [a, b] = [toRgb(from), toRgb(to)];
  const bytes = a.map((value, i) => Math.round(255 * (value + (b[i] - value) * share)));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
