import type { PageView } from '../view/page-view.ts';
import type { Viewport } from './viewport.ts';

/** A part of a surface: its middle, and how many times larger than the whole it is shown. So it is the same in a map of any size. */
export type Sight = NonNullable<PageView['sight']>;

/** Pixels by which a place in a link may be off. */
const OFF = 0.1;

/** The view of a part of a surface, in a map that shows the whole as `fitted` does. */
export function viewportOf([x, y, times]: Sight, { scale }: Viewport): Viewport {
  return { center: [x, y], scale: [scale[0] / times, scale[1] / times] };
}

/** What part of a surface a view shows. */
export function sightOf({ center, scale }: Viewport, fitted: Viewport): Sight {
  return [...center, fitted.scale[0] / scale[0]];
}

/** The same part in as few digits as tell it. */
export function shortSight(sight: Sight, fitted: Viewport): Sight {
  const { scale } = viewportOf(sight, fitted);
  const [x, y, times] = sight;
  return [shortPlace(x, scale[0]), shortPlace(y, scale[1]), Number(times.toPrecision(6))];
}

/** A coordinate in as few digits as tell its pixel, which is `scale` units wide. */
export function shortPlace(value: number, scale: number): number {
  const step = 10 ** Math.floor(Math.log10(OFF * scale));
  return step > 0 ? Number((Math.round(value / step) * step).toPrecision(12)) : value;
}
