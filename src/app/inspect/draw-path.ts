import type { Outcome } from '../../engine/index.ts';
import type { ResolvedObjective } from '../../experiment/index.ts';
import { isClear } from '../map/axes.ts';
import { type Pixels, toPixel, toPoint, type Viewport } from '../map/viewport.ts';
import { HUES, minimumColor, OUTCOME_SIGNS } from '../parts/colors.ts';
import { linearTicks } from '../parts/ticks.ts';
import type { Ink } from './draw-ground.ts';
import type { Points } from './frame-path.ts';

const FONT = '11px system-ui, sans-serif';
/** Pixels between two ticks, about. */
const SPACING = 56;
/** Radius of the ring around a known minimum, and of that around a start. */
const RING = 5;
const START = 3.5;
/** Points from which on a path is drawn thin: a wide one would hide what lies under it. */
const CROWDED = 400;

/** Rings around the known minima that are seen. */
export function drawMinima(
  context: CanvasRenderingContext2D,
  { minima }: ResolvedObjective,
  view: Viewport,
  size: Pixels,
  { paper, muted }: Ink,
): void {
  context.save();
  minima.forEach(({ at, value }, i) => {
    const [x, y] = toPixel(view, [at[0], at[1] ?? value], size);
    const color = minima.length <= HUES ? minimumColor(i) : muted;
    for (const [stroke, width] of [
      [paper, 4],
      [color, 1.75],
    ] as const) {
      context.strokeStyle = stroke;
      context.lineWidth = width;
      context.beginPath();
      context.arc(x, y, RING, 0, 2 * Math.PI);
      context.stroke();
    }
  });
  context.restore();
}

/** A path with a rim, a ring at its start, and at its end the sign of what it has come to, or a dot while it goes on. */
export function drawPath(
  context: CanvasRenderingContext2D,
  points: Points,
  view: Viewport,
  size: Pixels,
  { color, outcome, outcomeColor, ink }: { color: string; outcome: Outcome | null; outcomeColor: string; ink: Ink },
): void {
  if (points.length === 0) return;
  const far = 10 * Math.max(...size);
  const pixels = points.map((point) => {
    const [x, y] = toPixel(view, point, size);
    return [Math.min(Math.max(x, -far), far), Math.min(Math.max(y, -far), far)] as const;
  });
  context.save();
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.beginPath();
  for (const [x, y] of pixels) context.lineTo(x, y);
  const crowded = points.length > CROWDED;
  for (const [stroke, width, alpha] of crowded
    ? ([[color, 1, 0.5]] as const)
    : ([
        [ink.paper, 3.5, 0.7],
        [color, 1.75, 1],
      ] as const)) {
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.globalAlpha = alpha;
    context.stroke();
  }
  context.globalAlpha = 1;
  const [startX, startY] = pixels[0];
  context.beginPath();
  context.arc(startX, startY, START, 0, 2 * Math.PI);
  context.fillStyle = ink.paper;
  context.fill();
  context.strokeStyle = ink.ink;
  context.lineWidth = 1.5;
  context.stroke();
  const [endX, endY] = pixels[pixels.length - 1];
  const inside = endX >= 0 && endX <= size[0] && endY >= 0 && endY <= size[1];
  if (inside) drawEnd(context, [endX, endY], outcome, outcome ? outcomeColor : color, ink);
  context.restore();
}

function drawEnd(
  context: CanvasRenderingContext2D,
  [x, y]: Pixels,
  outcome: Outcome | null,
  color: string,
  { paper }: Ink,
): void {
  const sign = OUTCOME_SIGNS[outcome ?? 'converged'];
  const shape = new Path2D(sign.path);
  // Signs are drawn in a box of 12 by 12.
  context.translate(x - 7, y - 7);
  context.scale(14 / 12, 14 / 12);
  context.strokeStyle = paper;
  context.lineWidth = 5;
  context.stroke(shape);
  context.strokeStyle = color;
  context.fillStyle = color;
  context.lineWidth = 2;
  if (sign.filled) context.fill(shape);
  else context.stroke(shape);
}

/** Ticks with numbers along the left and lower edges, and the axes' names. */
export function drawEdges(
  context: CanvasRenderingContext2D,
  view: Viewport,
  [width, height]: Pixels,
  names: readonly [string, string],
  ink: Ink,
): void {
  const size: Pixels = [width, height];
  const [left, bottom] = toPoint(view, [0, height], size);
  const [right, top] = toPoint(view, [width, 0], size);
  const x = linearTicks(left, right, width / SPACING);
  const y = linearTicks(bottom, top, height / SPACING);
  context.save();
  context.font = FONT;
  context.lineJoin = 'round';
  const write = (text: string, at: Pixels, align: CanvasTextAlign, color: string) => {
    context.textAlign = align;
    context.textBaseline = 'middle';
    context.lineWidth = 3;
    context.strokeStyle = ink.paper;
    context.globalAlpha = 0.75;
    context.strokeText(text, ...at);
    context.globalAlpha = 1;
    context.fillStyle = color;
    context.fillText(text, ...at);
  };
  context.strokeStyle = ink.ink;
  context.lineWidth = 1;
  context.beginPath();
  const across = x.values.map((value) => toPixel(view, [value, 0], size)[0]);
  const up = y.values.map((value) => toPixel(view, [0, value], size)[1]);
  for (const at of across) {
    context.moveTo(at, height);
    context.lineTo(at, height - 4);
  }
  for (const at of up) {
    context.moveTo(0, at);
    context.lineTo(4, at);
  }
  context.stroke();
  across.forEach((at, i) => {
    if (at > 36 && isClear(x.labels[i], at, names[0], width - 6))
      write(x.labels[i], [at, height - 11], 'center', ink.ink);
  });
  up.forEach((at, i) => {
    if (at > 24 && at < height - 20) write(y.labels[i], [8, at], 'left', ink.ink);
  });
  write(names[0], [width - 6, height - 11], 'right', ink.ink);
  write(names[1], [6, 11], 'left', ink.ink);
  context.restore();
}
