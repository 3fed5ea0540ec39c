import { TERRAIN } from '../../engine/terrain.ts';
import { asFormula, type ResolvedObjective } from '../../experiment/index.ts';
import { interpret } from '../../formula/index.ts';
import { contourLines } from '../map/contour-lines.ts';
import { type Pixels, toPixel, toPoint, type Viewport } from '../map/viewport.ts';
import { groundOf, tintsOf } from './ground.ts';

/** Colours that a drawing takes from the theme. */
export interface Ink {
  readonly ink: string;
  readonly muted: string;
  readonly paper: string;
}

/** Lines of one kind that may cross a square of the ground. */
const DENSEST = 0.9;

/** Draws the surface of a view from above: tint, relief and contour lines. */
export function drawGround(
  context: CanvasRenderingContext2D,
  objective: ResolvedObjective,
  view: Viewport,
  size: Pixels,
  theme: 'light' | 'dark',
  { ink }: Ink,
): void {
  const ground = groundOf(objective, view, size);
  const { columns, rows } = ground;
  const tints = new OffscreenCanvas(columns, rows);
  tints.getContext('2d')?.putImageData(tintsOf(ground, theme), 0, 0);
  context.save();
  context.imageSmoothingQuality = 'high';
  // The outermost points lie on the edges: their pixels reach beyond by half.
  const [width, height] = [size[0] / (columns - 1), size[1] / (rows - 1)];
  context.drawImage(tints, -width / 2, -height / 2, columns * width, rows * height);
  context.strokeStyle = ink;
  context.lineCap = 'round';
  for (let line = 1; line < TERRAIN.CONTOURS; line++) {
    const heavy = line % TERRAIN.HEAVY_EVERY === 0;
    context.globalAlpha = heavy ? TERRAIN.HEAVY_INK : TERRAIN.LINE_INK;
    context.lineWidth = 2 * (heavy ? TERRAIN.HEAVY_WIDTH : TERRAIN.LINE_WIDTH);
    const gap = (heavy ? TERRAIN.HEAVY_EVERY : 1) / TERRAIN.CONTOURS;
    context.beginPath();
    for (const [first, ...rest] of contourLines(ground, line / TERRAIN.CONTOURS, DENSEST * gap)) {
      context.moveTo(first[0] * width, first[1] * height);
      for (const [column, row] of rest) context.lineTo(column * width, row * height);
    }
    context.stroke();
  }
  context.restore();
}

/** Draws the curve of an objective of one parameter: the loss over it. */
export function drawCurve(
  context: CanvasRenderingContext2D,
  objective: ResolvedObjective,
  view: Viewport,
  size: Pixels,
  { muted }: Ink,
): void {
  const { graph, loss, inputs } = asFormula(objective).compiled;
  const program = interpret(graph, [loss], inputs);
  context.save();
  context.strokeStyle = muted;
  context.lineWidth = 1.5;
  context.beginPath();
  for (let right = 0; right <= size[0]; right++) {
    const [x] = toPoint(view, [right, 0], size);
    const [, down] = toPixel(view, [x, program.run([x])[0]], size);
    if (Number.isFinite(down)) context.lineTo(right, Math.min(Math.max(down, -1e4), 1e4));
  }
  context.stroke();
  context.restore();
}
