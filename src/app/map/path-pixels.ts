import type { Traced } from './launcher.ts';
import { type Pixels, toPixel, type Viewport } from './viewport.ts';

/** Steps of a trajectory that count where a free corner is looked for. */
const SAMPLE = 100;

/** A sample of the pixels on which launched trajectories are seen. */
export function pathPixels(traces: readonly Traced[], view: Viewport, size: Pixels): Pixels[] {
  return traces.flatMap(({ points }) => {
    const every = Math.max(1, Math.floor(points.length / 2 / SAMPLE));
    const steps = Array.from({ length: Math.floor(points.length / 2 / every) }, (_, i) => 2 * i * every);
    return steps.map((at) => toPixel(view, [points[at], points[at + 1]], size));
  });
}
