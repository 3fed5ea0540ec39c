import type { ResolvedObjective } from '../../experiment/index.ts';
import { fitViewport, type Pixels, toPixel, type Viewport } from '../map/viewport.ts';

type Interval = readonly [number, number];
/** Points of a path: two coordinates each. */
export type Points = readonly (readonly [number, number])[];

/** Pixels free around a path. */
const MARGIN = 28;
/** A path is seen no closer than this share of the domain, and no farther than this multiple of it. */
const CLOSEST = 1e-3;
const FARTHEST = 3;

/** The view in which a path, or as much of it as lies near the domain, fills a picture. */
export function framePath(points: Points, { domain }: ResolvedObjective, size: Pixels): Viewport {
  const [x, y] = [0, 1].map((k): Interval => {
    const [low, high] = domain[k] ?? spanOf(points.map((point) => point[k]));
    const extent = high - low;
    const middle = (low + high) / 2;
    const reach = (FARTHEST * extent) / 2;
    const near = points.map((point) => Math.min(Math.max(point[k], middle - reach), middle + reach));
    const [from, to] = spanOf(near.length > 0 ? near : [low, high]);
    const grow = Math.max(0, (CLOSEST * extent - (to - from)) / 2);
    return [from - grow, to + grow];
  });
  // A path along one axis is seen with some of the surface on either side.
  const broad = (own: Interval, other: Interval): Interval => {
    const grow = Math.max(0, (0.25 * (other[1] - other[0]) - (own[1] - own[0])) / 2);
    return [own[0] - grow, own[1] + grow];
  };
  return domain.length > 1 ? fitViewport(broad(x, y), broad(y, x), size, MARGIN) : fitViewport(x, y, size, MARGIN);
}

/** Whether a path still lies within a view. */
export function holds(view: Viewport, points: Points, size: Pixels): boolean {
  return points.every((point) => {
    const [right, down] = toPixel(view, point, size);
    return right >= 0 && right <= size[0] && down >= 0 && down <= size[1];
  });
}

function spanOf(values: readonly number[]): Interval {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : [0, 1];
}
