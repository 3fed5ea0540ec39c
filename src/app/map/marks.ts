import { nothing, type SVGTemplateResult, svg } from 'lit';
import { bendAxes } from './bend-axes.ts';
import { describeMark, type Mark } from './mark.ts';
import { MARK_SIGNS } from './mark-signs.ts';
import { type Pixels, toPixel, type Viewport } from './viewport.ts';

/** From this many points on they are drawn smaller, and bends only of the one that is told of. */
const MANY = 40;
/** From so many on they are drawn still smaller. */
const CROWD = 200;
/** Up to so many points each is a stop of the tab key. */
const STOPS = 16;
/** Pixels between neighbours below which minima leave no room for others, and below which signs are not told apart; the most signs. */
const [CROWDED, DENSE, MOST] = [24, 14, 1500];
/** Pixels beyond the edge from which a mark reaches into the map. */
const REACH = 12;

/** A point that is told of, and the pixel at which it is seen. */
export interface Told {
  readonly mark: Mark;
  readonly at: Pixels;
}

/** What is drawn of marks. */
export interface MarkScene {
  readonly view: Viewport;
  readonly size: Pixels;
  readonly marks: readonly Mark[];
  readonly parameters: readonly string[];
  /** The one that is pointed at. */
  readonly told: Mark | null;
  /** Is called with the point that the pointer or the focus comes to, and with null where it leaves. */
  readonly tell: (mark: Mark | null) => void;
}

/** Minima as ringed dots, saddles as two bent lines and so on, with the axes of their eigenvectors where those are known. */
export function drawMarks(scene: MarkScene): SVGTemplateResult {
  const { view, size, marks } = scene;
  const seen = marks
    .map((mark) => ({ mark, at: pixelOf(view, size, mark) }))
    .filter(({ at }) => at.every((pixel, i) => pixel > -REACH && pixel < size[i] + REACH));
  const room = (count: number) => Math.sqrt((size[0] * size[1]) / Math.max(1, count));
  if (seen.length > MOST || (seen.length > MANY && room(seen.length) < DENSE)) return drawDots(scene, seen);
  const minima = seen.filter(({ mark }) => mark.kind === 'minimum');
  const crowded = marks.length > MANY && room(minima.length) < CROWDED;
  const others = seen.filter(({ mark }) => mark.kind !== 'minimum' && (!crowded || mark === scene.told));
  return svg`<g class="marks">${[...others, ...minima].map((each) => drawMark(scene, each))}</g>`;
}

function drawMark({ view, marks, parameters, told, tell }: MarkScene, each: Told): SVGTemplateResult {
  const { mark, at } = each;
  const few = marks.length <= MANY;
  const scale = few ? 1 : marks.length <= CROWD ? 0.7 : 0.55;
  const bends = few || told === mark ? bendAxes(view, mark.bends) : [];
  const { lines, fill } = MARK_SIGNS[mark.kind];
  const show = () => tell(mark);
  const hide = () => tell(null);
  return svg`<g
    class=${mark.kind}
    role="img"
    aria-label=${describeMark(mark, parameters)}
    tabindex=${marks.length <= STOPS ? 0 : nothing}
    transform="translate(${at[0]} ${at[1]})"
    @pointerenter=${show}
    @pointerleave=${hide}
    @focus=${show}
    @blur=${hide}
  >
    <circle class="reach" r=${12 * scale}></circle>
    ${told === mark ? svg`<circle class="told halo" r="13"></circle><circle class="told" r="13"></circle>` : nothing}
    ${bends.map(
      ({ path, flat }) =>
        svg`<path class="halo" d=${path}></path><path class="bend ${flat ? 'flat' : ''}" d=${path}></path>`,
    )}
    <g transform="scale(${scale})">
      <path class="halo" d=${lines}></path>
      <path d=${lines} style="stroke: ${mark.color}"></path>
      ${fill ? svg`<path d=${fill} style="fill: ${mark.color}"></path>` : nothing}
    </g>
  </g>`;
}

/** The pixel at which a point is seen; one of an objective of one parameter lies on its curve. */
export function pixelOf(view: Viewport, size: Pixels, { at, value }: Pick<Mark, 'at' | 'value'>): Pixels {
  return toPixel(view, [at[0], at[1] ?? value], size);
}

/** So many that signs would cover one another; the one that is told of has its own. */
function drawDots(scene: MarkScene, seen: readonly Told[]): SVGTemplateResult {
  const told = seen.find(({ mark }) => mark === scene.told);
  const path = seen.map(({ at: [x, y] }) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`).join('');
  return svg`<g class="marks"><path class="dots" d=${path}></path>${told ? drawMark(scene, told) : nothing}</g>`;
}
