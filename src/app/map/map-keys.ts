import type { Pixels } from './viewport.ts';

/** What a key asks of the map. */
export type MapCommand =
  | { readonly kind: 'pan' | 'nudge'; readonly by: Pixels }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'home' | 'launch' | 'remove' };

/** Pixels by which an arrow moves the map, and with shift the start of a trajectory. */
const PAN = 48;
const NUDGE = 8;
const ZOOM = 1.25;

const ARROWS: Readonly<Record<string, Pixels>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The command of a key; null where it has none on the map. */
export function mapCommand({
  key,
  shiftKey,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>): MapCommand | null {
  if (ctrlKey || metaKey || altKey) return null;
  const arrow = ARROWS[key];
  // The map goes against the arrow, so that what lies there comes into sight.
  if (arrow && !shiftKey) return { kind: 'pan', by: [-PAN * arrow[0], -PAN * arrow[1]] };
  if (arrow) return { kind: 'nudge', by: [NUDGE * arrow[0], NUDGE * arrow[1]] };
  if (key === '+' || key === '=') return { kind: 'zoom', factor: 1 / ZOOM };
  if (key === '-') return { kind: 'zoom', factor: ZOOM };
  if (key === '0') return { kind: 'home' };
  if (key === 'Enter') return { kind: 'launch' };
  return key === 'Escape' ? { kind: 'remove' } : null;
}
