import { nothing, type SVGTemplateResult, svg } from 'lit';
import type { Objective, StationaryPoint } from '../../catalogue/index.ts';
import { HUES, minimumColor } from '../parts/colors.ts';
import { formatNumber } from '../parts/numbers.ts';
import { type Pixels, toPixel, type Viewport } from './viewport.ts';

/** From this many points on they are drawn small, and saddles only where they are not crowded. */
const MANY = 40;
/** Pixels between neighbours below which points are crowded. */
const CROWDED = 24;

/** Known minima as ringed dots, saddles as two bent lines: each with its value where the pointer rests on it. */
export function drawMarks(view: Viewport, size: Pixels, objective: Objective): SVGTemplateResult {
  const { minima, saddles, parameters } = objective;
  const many = minima.length + saddles.length > MANY;
  const seen = (points: readonly StationaryPoint[]) =>
    points
      .map((point, index) => ({ point, index, at: toPixel(view, [point.at[0], point.at[1] ?? 0], size) }))
      .filter(({ at }) => at.every((pixel, i) => pixel > -12 && pixel < size[i] + 12));
  const visible = seen(minima);
  const roomy = !many || Math.sqrt((size[0] * size[1]) / Math.max(1, visible.length)) > 3 * CROWDED;
  const scale = many ? 0.7 : 1;
  return svg`<g class="marks">
    ${
      roomy
        ? seen(saddles).map(
            ({ point, at }) => svg`<g class="saddle" transform="translate(${at[0]} ${at[1]}) scale(${scale})">
              <title>${describe('Saddle', point, parameters)}</title>
              <path class="halo" d="M-5 -5q5 5 0 10M5 -5q-5 5 0 10"></path>
              <path d="M-5 -5q5 5 0 10M5 -5q-5 5 0 10"></path>
            </g>`,
          )
        : nothing
    }
    ${visible.map(
      ({ point, index, at }) => svg`<g class="minimum" transform="translate(${at[0]} ${at[1]}) scale(${scale})">
        <title>${describe('Minimum', point, parameters)}</title>
        <circle class="halo" r="6.5"></circle>
        <circle r="6.5" style="stroke: ${colorOf(objective, index)}"></circle>
        <circle class="dot" r="2" style="fill: ${colorOf(objective, index)}"></circle>
      </g>`,
    )}
  </g>`;
}

/** Few minima are told apart by hue; of many, only the lowest stand out. */
function colorOf({ minima }: Objective, index: number): string {
  if (minima.length <= HUES) return minimumColor(index);
  return minima[index].value <= minima[0].value + 1e-9 ? minimumColor(0) : 'var(--muted)';
}

function describe(kind: string, point: StationaryPoint, parameters: readonly string[]): string {
  const place = point.at.map((value, i) => `${parameters[i]} = ${formatNumber(value)}`).join(', ');
  return `${kind}: loss ${formatNumber(point.value)} at ${place}`;
}
