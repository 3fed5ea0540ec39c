import { CLOSEST, FARTHEST } from '../view/page-view.ts';

/** What part of the parameter plane the map shows. */
export interface Viewport {
  /** Centre in parameter coordinates. */
  readonly center: readonly [number, number];
  /** Parameter units for one CSS pixel, horizontally and vertically. */
  readonly scale: readonly [number, number];
}

/** A size or a place in CSS pixels: width and height, or right and down from the top left. */
export type Pixels = readonly [number, number];

type Interval = readonly [number, number];

/** Intervals whose lengths differ by no more than this are shown to one scale, so that circles are round. */
const LIKE = 3;

/**
 * The view that shows a whole domain in a map of that size, with so many pixels free around it.
 * @param comparable whether both axes are of one kind
 */
export function fitViewport(x: Interval, y: Interval, size: Pixels, margin: number, comparable = true): Viewport {
  const extent = [x[1] - x[0], y[1] - y[0]];
  const each = extent.map((length, i) => length / Math.max(1, size[i] - 2 * margin));
  const like = comparable && Math.max(...extent) <= LIKE * Math.min(...extent);
  const scale: [number, number] = like ? [Math.max(...each), Math.max(...each)] : [each[0], each[1]];
  return { center: [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2], scale };
}

/** The view after its content was dragged by so many pixels. */
export function panned(view: Viewport, [right, down]: Pixels): Viewport {
  const [x, y] = view.center;
  return { ...view, center: [x - right * view.scale[0], y + down * view.scale[1]] };
}

/** The view shrunk or enlarged (factor above 1: farther away) so that what is under a pixel stays there. */
export function zoomed(view: Viewport, factor: number, at: Pixels, size: Pixels, fitted: Viewport): Viewport {
  const magnification = fitted.scale[0] / (view.scale[0] * factor);
  const bounded = Math.min(CLOSEST, Math.max(FARTHEST, magnification));
  const actual = fitted.scale[0] / (bounded * view.scale[0]);
  const fixed = toPoint(view, at, size);
  const center = view.center.map((middle, i) => fixed[i] + (middle - fixed[i]) * actual) as [number, number];
  return { center, scale: [view.scale[0] * actual, view.scale[1] * actual] };
}

/** The pixel at which a point of the plane is seen. */
export function toPixel(view: Viewport, [x, y]: readonly [number, number], [width, height]: Pixels): [number, number] {
  return [width / 2 + (x - view.center[0]) / view.scale[0], height / 2 - (y - view.center[1]) / view.scale[1]];
}

/** The point of the plane under a pixel. */
export function toPoint(view: Viewport, [right, down]: Pixels, [width, height]: Pixels): [number, number] {
  return [view.center[0] + (right - width / 2) * view.scale[0], view.center[1] - (down - height / 2) * view.scale[1]];
}
