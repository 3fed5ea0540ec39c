import { type SVGTemplateResult, svg } from 'lit';
import { linearTicks } from '../parts/ticks.ts';
import { type Pixels, toPixel, toPoint, type Viewport } from './viewport.ts';

/** Pixels between two ticks, about. */
const SPACING = 64;
/** Ticks that would run into the corner or the edge are left out. */
const CORNER = 28;
/** Pixels right of the horizontal axis's name. */
const EDGE = 12;

/** Pixels of a letter, about, and those left free before a name. */
const [LETTER, GAP] = [7, 8];

/** Whether the label of a tick at a place ends before an axis's name, whose last letter is at `end`. */
export function isClear(label: string, at: number, name: string, end: number): boolean {
  return at + (LETTER / 2) * label.length + GAP <= end - LETTER * name.length;
}

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
    const tick = svg`<path d="M${at} ${height}v-6"></path>`;
    if (!isClear(x.labels[i], at, names[0], width - EDGE)) return tick;
    return svg`${tick}<text x=${at} y=${height - 10} text-anchor="middle">${x.labels[i]}</text>`;
  });
  const up = y.values.flatMap((value, i) => {
    const at = toPixel(view, [0, value], size)[1];
    if (at < CORNER || at > height - CORNER) return [];
    return svg`<path d="M0 ${at}h6"></path><text x="10" y=${at} dominant-baseline="central">${y.labels[i]}</text>`;
  });
  return svg`<g class="axes" aria-hidden="true">
    ${across}
    <text class="name" x=${width - EDGE} y=${height - 10} text-anchor="end">${names[0]}</text>
    ${up}
    <text class="name" x="10" y="18">${names[1]}</text>
  </g>`;
}
