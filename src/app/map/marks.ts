import { msg, str } from '@lit/localize';
import { nothing, type SVGTemplateResult, svg } from 'lit';
import type { Objective, StationaryPoint } from '../../catalogue/index.ts';
import { HUES, minimumColor } from '../parts/colors.ts';
import { formatNumber } from '../parts/numbers.ts';
import { type Pixels, toPixel, type Viewport } from './viewport.ts';

/** From this many points on they are drawn small, and saddles only where they are not crowded. */
const MANY = 40;
/** Up to so many points each is a stop of the tab key. */
const STOPS = 16;
/** Pixels between neighbours below which points are crowded. */
const CROWDED = 24;

/** What is told of a known point, and the pixel at which it is seen. */
export interface Tip {
  readonly text: string;
  readonly at: Pixels;
}

/**
 * Known minima as ringed dots, saddles as two bent lines.
 * @param tell is called with what a point is where the pointer or the focus comes to it, and with null where it leaves
 */
export function drawMarks(
  view: Viewport,
  size: Pixels,
  objective: Objective,
  tell: (tip: Tip | null) => void,
): SVGTemplateResult {
  const { minima, saddles, parameters } = objective;
  const many = minima.length + saddles.length > MANY;
  const seen = (points: readonly StationaryPoint[]) =>
    points
      .map((point, index) => ({ point, index, at: pixelOf(view, size, point) }))
      .filter(({ at }) => at.every((pixel, i) => pixel > -12 && pixel < size[i] + 12));
  const visible = seen(minima);
  const roomy = !many || Math.sqrt((size[0] * size[1]) / Math.max(1, visible.length)) > 3 * CROWDED;
  const stop = minima.length + saddles.length <= STOPS ? 0 : nothing;
  const mark = (kind: string, point: StationaryPoint, at: Pixels, drawing: SVGTemplateResult) => {
    const text = describe(kind, point, parameters);
    const show = () => tell({ text, at });
    const hide = () => tell(null);
    return svg`<g
      class=${kind.toLowerCase()}
      role="img"
      aria-label=${text}
      tabindex=${stop}
      transform="translate(${at[0]} ${at[1]}) scale(${many ? 0.7 : 1})"
      @pointerenter=${show}
      @pointerleave=${hide}
      @focus=${show}
      @blur=${hide}
    >${drawing}</g>`;
  };
  return svg`<g class="marks">
    ${
      roomy
        ? seen(saddles).map(({ point, at }) =>
            mark(
              msg('Saddle'),
              point,
              at,
              svg`<circle class="reach" r="12"></circle>
                <path class="halo" d="M-5 -5q5 5 0 10M5 -5q-5 5 0 10"></path>
                <path d="M-5 -5q5 5 0 10M5 -5q-5 5 0 10"></path>`,
            ),
          )
        : nothing
    }
    ${visible.map(({ point, index, at }) =>
      mark(
        msg('Minimum'),
        point,
        at,
        svg`<circle class="reach" r="12"></circle>
          <circle class="halo" r="6.5"></circle>
          <circle r="6.5" style="stroke: ${colorOf(objective, index)}"></circle>
          <circle class="dot" r="2" style="fill: ${colorOf(objective, index)}"></circle>`,
      ),
    )}
  </g>`;
}

/** The pixel at which a known point is seen; one of an objective of one parameter lies on its curve. */
export function pixelOf(view: Viewport, size: Pixels, { at, value }: StationaryPoint): Pixels {
  return toPixel(view, [at[0], at[1] ?? value], size);
}

/** Few minima are told apart by hue; of many, only the lowest stand out. */
function colorOf({ minima }: Objective, index: number): string {
  if (minima.length <= HUES) return minimumColor(index);
  return minima[index].value <= minima[0].value + 1e-9 ? minimumColor(0) : 'var(--muted)';
}

function describe(kind: string, point: StationaryPoint, parameters: readonly string[]): string {
  const place = point.at.map((value, i) => `${parameters[i]} = ${formatNumber(value)}`).join(', ');
  return msg(str`${kind}: loss ${formatNumber(point.value)} at ${place}`);
}
