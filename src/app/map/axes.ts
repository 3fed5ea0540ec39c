import { type SVGTemplateResult, svg } from 'lit';
import { textWidth } from '../parts/text-width.ts';
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

/** Pixels from the map's left edge to what is written along it. */
const BESIDE = 10;

/** Numbers along the map's left edge, and the pixels from the top at which they stand. */
function upwards(view: Viewport, size: Pixels): { readonly at: number; readonly label: string }[] {
  const height = size[1];
  const [low, high] = [height, 0].map((at) => toPoint(view, [0, at], size)[1]);
  const { values, labels } = linearTicks(low, high, height / SPACING);
  const all = values.map((value, i) => ({ at: toPixel(view, [0, value], size)[1], label: labels[i] }));
  return all.filter(({ at }) => at >= CORNER && at <= height - CORNER);
}

/** How far what is written along the map's left edge reaches into it, in pixels. */
export function besideAxis(view: Viewport, size: Pixels): number {
  return BESIDE + Math.max(0, ...upwards(view, size).map(({ label }) => textWidth(label)));
}

/** Ticks and names along the map's left and lower edges. */
export function drawAxes(view: Viewport, size: Pixels, names: readonly [string, string]): SVGTemplateResult {
  const [width, height] = size;
  const [left, right] = [0, width].map((at) => toPoint(view, [at, 0], size)[0]);
  const x = linearTicks(left, right, width / SPACING);
  const across = x.values.flatMap((value, i) => {
    const at = toPixel(view, [value, 0], size)[0];
    if (at < CORNER || at > width - CORNER) return [];
    const tick = svg`<path d="M${at} ${height}v-6"></path>`;
    if (!isClear(x.labels[i], at, names[0], width - EDGE)) return tick;
    return svg`${tick}<text x=${at} y=${height - 10} text-anchor="middle">${x.labels[i]}</text>`;
  });
  const up = upwards(view, size).map(
    ({ at, label }) =>
      svg`<path d="M0 ${at}h6"></path><text x=${BESIDE} y=${at} dominant-baseline="central">${label}</text>`,
  );
  return svg`<g class="axes" aria-hidden="true">
    ${across}
    <text class="name" x=${width - EDGE} y=${height - 10} text-anchor="end">${names[0]}</text>
    ${up}
    <text class="name" x=${BESIDE} y="18">${names[1]}</text>
  </g>`;
}
