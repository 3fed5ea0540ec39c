import type { Seen } from '../../src/engine/cpu/view/messages.ts';
import { reliefOf } from '../../src/engine/relief.ts';
import { BLANK_TINT, PALETTES, TERRAIN } from '../../src/engine/terrain.ts';
import { asFormula, type Plan } from '../../src/experiment/index.ts';
import { interpret } from '../../src/formula/index.ts';

/** A pixel of the surface in float64. */
export interface Pixel {
  /** Red, green and blue from 0 to 255. */
  readonly colour: readonly number[];
  /** Whether there is a value. */
  readonly value: boolean;
  /** Contour lines that one pixel spans. */
  readonly steepness: number;
  /** How much of the ink shows. */
  readonly line: number;
}

/** The surface as `surface.wgsl` says it, pixel by pixel in float64. */
export function surfaceInFloat64(plan: Plan, seen: Seen): (column: number, row: number) => Pixel {
  const { compiled, parameters } = asFormula(plan.objective);
  const { floor, soft, low, high } = reliefOf(asFormula(plan.objective));
  const program = interpret(compiled.graph, [compiled.loss, ...compiled.gradient], compiled.inputs);
  const { tints, ink } = PALETTES[seen.theme];
  const T = TERRAIN;
  const clamp = (x: number, least: number, most: number) => Math.min(most, Math.max(least, x));
  const mix = (a: readonly number[], b: readonly number[], share: number) => a.map((x, i) => x + (b[i] - x) * share);
  const bytes = (colour: readonly number[]) => colour.map((part) => 255 * clamp(part, 0, 1));
  return (column, row) => {
    const [right, down] = [column + 0.5, row + 0.5];
    const x = seen.center[0] + (right - seen.width / 2) * seen.scale[0];
    const y = seen.center[1] - (down - seen.height / 2) * seen.scale[1];
    const [loss, ...gradient] = program.run(plan.start.map((value, i) => (i === 0 ? x : i === 1 ? y : value)));
    if (!(Math.abs(loss) <= T.NO_VALUE)) {
      const stripe = ((right + down) / (T.HATCH * seen.ratio)) % 1;
      const line = stripe < T.HATCH_SHARE ? T.HATCH_INK : 0;
      return { colour: bytes(mix(tints[BLANK_TINT], ink, line)), value: false, steepness: 0, line };
    }
    const above = Math.max(loss - floor, 0) + soft;
    const height = (Math.log(above) - low) / (high - low);
    const flat = parameters.length === 1;
    const slope = [gradient[0] * seen.scale[0], flat ? 0 : gradient[1] * seen.scale[1]].map(
      (part) => part / (above * (high - low)),
    );
    const place = clamp(height, 0, 1) * (tints.length - 1);
    const index = Math.min(Math.floor(place), tints.length - 2);
    const lit = Math.SQRT1_2 * (slope[1] - slope[0]) * T.STEEP * seen.ratio;
    const light = 1 - (T.SHADE * lit) / Math.hypot(1, lit);
    const steepness = Math.hypot(...slope) * T.CONTOURS * seen.finer;
    const level = height * T.CONTOURS * seen.finer;
    const nearest = Math.round(level);
    const heavy = nearest % T.HEAVY_EVERY === 0;
    const away = Math.abs(level - nearest) / Math.max(steepness, 1e-9);
    const width = (heavy ? T.HEAVY_WIDTH : T.LINE_WIDTH) * seen.ratio;
    const crowded = clamp(1 - steepness / 2, 0, 1);
    const line = clamp(width + 0.5 - away, 0, 1) * (heavy ? T.HEAVY_INK : T.LINE_INK) * crowded;
    const tint = mix(tints[index], tints[index + 1], place - index).map((part) => part * light);
    return { colour: bytes(mix(tint, ink, line)), value: true, steepness, line };
  };
}
