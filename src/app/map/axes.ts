import { type SVGTemplateResult, svg } from 'lit';
import { linearTicks } from '../parts/ticks.ts';
import { type Pixels, toPixel, toPoint, type Viewport } from './viewport.ts';

/** Pixels between two ticks, about. */
const SPACING = 64;
/** Ticks that would run into the corner or the edge are left out. */
const CORNER = 28;

/** Ticks and names along the map's left and lower edges. */
export function drawAxes(view: Viewport, size: Pixels, names: readonly [string, string]): SVGTemplateResult {
  const [width, height] = size;
  const [left, bottom] = toPoint(view, [0, height], size);
  const [right, top] = toPoint(view, [width, 0], size);
  const x = linearTicks(left, right, width / SPACING);
  const y = linearTicks(bottom, top, height / SPACING);
  const across = x.values.flatMap((value, i) => {
    const at = toPixel(view, [value, 0], size)[0];
    if (at < CORNER || at > width - CORNER) return [];
    return svg`<path d="M${at} ${height}v-6"></path>
      <text x=${at} y=${height - 10} text-anchor="middle">${x.labels[i]}</text>`;
  });
  const up = y.values.flatMap((value, i) => {
    const at = toPixel(view, [0, value], size)[1];
    if (at < CORNER || at > height - CORNER) return [];
    return svg`<path d="M0 ${at}h6"></path><text x="10" y=${at} dominant-baseline="central">${y.labels[i]}</text>`;
  });
  return svg`<g class="axes" aria-hidden="true">
    ${across}
    <text class="name" x=${width - 12} y=${height - 10} text-anchor="end">${names[0]}</text>
    ${up}
    <text class="name" x="10" y="18">${names[1]}</text>
  </g>`;
}
