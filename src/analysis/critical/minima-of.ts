import type { StationaryPoint } from '../../catalogue/index.ts';
import type { CriticalPoints } from './critical-point.ts';

/** Shares of the largest value at a critical point: smaller values are rounding errors of 0, and smaller differences those of equally deep minima. */
const [NOTHING, ALIKE] = [1e-14, 1e-9];

/**
 * The minima among critical points, the lowest first, as a catalogue lists them. Equally deep ones come from left to right, then from below, so that a
 * formula that is written in another way gives the same order.
 */
export function minimaOf({ points }: Pick<CriticalPoints, 'points'>): StationaryPoint[] {
  const most = Math.max(0, ...points.map(({ value }) => Math.abs(value)));
  const minima = points.flatMap(({ kind, shape, at, value: found }): StationaryPoint[] => {
    const value = Math.abs(found) <= NOTHING * most ? 0 : found;
    if (kind === 'minimum') return [{ at, value }];
    return shape === 'minimum' ? [{ at, value, kink: true }] : [];
  });
  minima.sort((a, b) => a.value - b.value);
  const steps = minima.map(({ value }, i) => i > 0 && value - minima[i - 1].value > ALIKE * most);
  const depths = new Map(minima.map((minimum, i) => [minimum, steps.slice(0, i + 1).filter(Boolean).length]));
  const depth = (minimum: StationaryPoint) => depths.get(minimum) ?? 0;
  return minima.sort((a, b) => depth(a) - depth(b) || a.at[0] - b.at[0] || (a.at[1] ?? 0) - (b.at[1] ?? 0));
}
