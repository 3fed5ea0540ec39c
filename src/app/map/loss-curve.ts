import { CURVE_PLACES } from '../../engine/index.ts';
import { asFormula, type Plan } from '../../experiment/index.ts';
import { interpret, type Program } from '../../formula/index.ts';
import { type Pixels, toPixel, toPoint, type Viewport } from './viewport.ts';

/** Places of the domain at which the range of losses is looked for. */
const SAMPLES = 512;
/** Share of the range that stays free below the lowest loss, so that particles there are seen whole. */
const ROOM = 0.04;
/** The highest losses of this share run out of the picture: a pole would flatten all the rest. */
const BEYOND = 0.02;

/** The loss of an objective of one parameter as a curve. */
export class LossCurve {
  private readonly program: Program;
  private cut: { readonly view: Viewport; readonly width: number; readonly heights: Float32Array<ArrayBuffer> } | null =
    null;

  constructor({ objective }: Plan) {
    const { compiled } = asFormula(objective);
    this.program = interpret(compiled.graph, [compiled.loss], compiled.inputs);
  }

  /** The loss at a value of the parameter. */
  at(x: number): number {
    return this.program.run([x])[0];
  }

  /** The losses that a picture of the domain has to show. */
  range([low, high]: readonly [number, number]): [number, number] {
    const losses = Array.from({ length: SAMPLES + 1 }, (_, i) => this.at(low + (i / SAMPLES) * (high - low)))
      .filter(Number.isFinite)
      .sort((a, b) => a - b);
    const least = losses[0] ?? 0;
    const most = losses[Math.floor((1 - BEYOND) * (losses.length - 1))] ?? 1;
    const range = most > least ? most - least : 1;
    return [least - ROOM * range, least + range];
  }

  /** The curve across a view: the losses at `CURVE_PLACES` places from its left edge to its right one. The same object as long as the view is the same. */
  across(view: Viewport, size: Pixels): Float32Array<ArrayBuffer> {
    const { cut } = this;
    if (cut && cut.width === size[0] && cut.view.center[0] === view.center[0] && cut.view.scale[0] === view.scale[0]) {
      return cut.heights;
    }
    const heights = Float32Array.from({ length: CURVE_PLACES }, (_, i) =>
      this.at(toPoint(view, [(i / (CURVE_PLACES - 1)) * size[0], 0], size)[0]),
    );
    this.cut = { view, width: size[0], heights };
    return heights;
  }

  /** The curve as an SVG path; broken where there is no value. */
  path(view: Viewport, size: Pixels): string {
    const heights = this.across(view, size);
    const far = 4 * size[1];
    let drawn = false;
    let path = '';
    heights.forEach((loss, i) => {
      const down = Math.min(far, Math.max(-far, toPixel(view, [0, loss], size)[1]));
      const right = (i / (heights.length - 1)) * size[0];
      path += Number.isNaN(down) ? '' : `${drawn ? 'L' : 'M'}${right.toFixed(1)} ${down.toFixed(1)}`;
      drawn = !Number.isNaN(down);
    });
    return path;
  }
}
