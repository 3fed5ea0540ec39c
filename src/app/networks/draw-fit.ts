import { msg, str } from '@lit/localize';
import { classOf, surenessOf } from '../../analysis/network-fit.ts';
import type { Learner } from '../../experiment/index.ts';
import type { Ink } from '../inspect/draw-ground.ts';
import { minimumColor, toRgb } from '../parts/colors.ts';
import { linearTicks } from '../parts/ticks.ts';
import { type Frame, pixelOf, roomAround } from './frame.ts';

const FONT = '11px system-ui, sans-serif';
/** Pixels between two ticks, about. */
const SPACING = 56;
/** Points of a curve, and pixels along a side of one square of regions. */
const CURVE = 240;
const SQUARE = 4;
/** Shapes of classes, by their numbers: told apart without colour. */
const SHAPES = ['circle', 'square', 'triangle', 'diamond'] as const;

/** What can be drawn of a network: its curve over one input, regions over two, else outputs against targets. */
export type FitPicture = 'curve' | 'regions' | 'targets';

/** Which of these shows a network. */
export function pictureOf({ inputs, task }: Learner): FitPicture | null {
  if (inputs.length === 1) return 'curve';
  if (inputs.length === 2 && task.kind !== 'values') return 'regions';
  return task.kind === 'values' ? 'targets' : null;
}

/** Draws it on a canvas of so many CSS pixels, which holds nothing yet. */
export function drawFit(
  context: CanvasRenderingContext2D,
  learner: Learner,
  theta: ArrayLike<number>,
  size: readonly [number, number],
  color: string,
  ink: Ink,
): void {
  const picture = pictureOf(learner);
  if (picture === 'curve') drawCurve(context, learner, theta, size, color, ink);
  else if (picture === 'regions') drawRegions(context, learner, theta, size, ink);
  else if (picture === 'targets') drawTargets(context, learner, theta, size, color, ink);
}

function drawCurve(
  context: CanvasRenderingContext2D,
  learner: Learner,
  theta: ArrayLike<number>,
  [width, height]: readonly [number, number],
  color: string,
  ink: Ink,
): void {
  const { given, wanted, outputsAt, inputs, outputs, task } = learner;
  const x = roomAround(given[0]);
  const at = Float64Array.from({ length: CURVE }, (_, i) => x[0] + ((x[1] - x[0]) * i) / (CURVE - 1));
  const curves = outputs.map(() => new Float64Array(CURVE));
  at.forEach((value, i) => {
    outputsAt(theta, [value]).forEach((output, k) => {
      curves[k][i] = output;
    });
  });
  // What is learned stays in sight while the curve is still far off. Outputs before a sigmoid have no targets beside them.
  const shown = task.kind === 'values' ? wanted : [wanted[0].map((label) => 2 * label - 1)];
  const y = roomAround(...shown, ...(task.kind === 'values' ? [] : curves));
  const frame: Frame = { x, y, width, height };
  context.save();
  context.strokeStyle = color;
  curves.forEach((curve, k) => {
    context.lineWidth = 1.75;
    context.setLineDash(k % 2 === 0 ? [] : [6, 3]);
    context.beginPath();
    curve.forEach((value, i) => {
      const [right, down] = pixelOf(frame, [at[i], value]);
      context.lineTo(right, Math.min(Math.max(down, -height), 2 * height));
    });
    context.stroke();
  });
  context.restore();
  shown.forEach((column) => {
    column.forEach((value, row) => {
      mark(context, 'circle', pixelOf(frame, [given[0][row], value]), ink.paper, ink.ink);
    });
  });
  const unit = unitOf(learner);
  drawEdges(
    context,
    frame,
    [unit(inputs[0]), task.kind === 'values' ? unit(outputs.join(', ')) : outputs.join(', ')],
    ink,
  );
}

function drawRegions(
  context: CanvasRenderingContext2D,
  learner: Learner,
  theta: ArrayLike<number>,
  [width, height]: readonly [number, number],
  ink: Ink,
): void {
  const { given, wanted, outputsAt, inputs, task } = learner;
  if (task.kind === 'values') return;
  const frame: Frame = { x: roomAround(given[0]), y: roomAround(given[1]), width, height };
  const colors = task.names.map((_, k) => toRgb(minimumColor(k)));
  const point = [0, 0];
  for (let down = 0; down < height; down += SQUARE) {
    point[1] = frame.y[1] - ((down + SQUARE / 2) / height) * (frame.y[1] - frame.y[0]);
    for (let right = 0; right < width; right += SQUARE) {
      point[0] = frame.x[0] + ((right + SQUARE / 2) / width) * (frame.x[1] - frame.x[0]);
      const outputs = outputsAt(theta, point);
      const [r, g, b] = colors[classOf(task.kind, outputs)].map((share) => Math.round(255 * share));
      // From faint, where it is undecided, to plain.
      const even = 1 / colors.length;
      const strength = 0.08 + 0.42 * ((surenessOf(task.kind, outputs) - even) / (1 - even));
      context.fillStyle = `rgb(${r} ${g} ${b} / ${strength.toFixed(2)})`;
      context.fillRect(right, down, SQUARE, SQUARE);
    }
  }
  wanted[0].forEach((label, row) => {
    const at = pixelOf(frame, [given[0][row], given[1][row]]);
    mark(context, SHAPES[label % SHAPES.length], at, minimumColor(label), ink.ink);
  });
  const unit = unitOf(learner);
  drawEdges(context, frame, [unit(inputs[0]), unit(inputs[1])], ink);
}

function drawTargets(
  context: CanvasRenderingContext2D,
  { given, wanted, outputsAt }: Learner,
  theta: ArrayLike<number>,
  [width, height]: readonly [number, number],
  color: string,
  ink: Ink,
): void {
  const both = roomAround(...wanted);
  const frame: Frame = { x: both, y: both, width, height };
  context.save();
  context.strokeStyle = ink.muted;
  context.setLineDash([4, 4]);
  context.beginPath();
  context.moveTo(...pixelOf(frame, [both[0], both[0]]));
  context.lineTo(...pixelOf(frame, [both[1], both[1]]));
  context.stroke();
  context.restore();
  for (let row = 0; row < wanted[0].length; row++) {
    const outputs = outputsAt(
      theta,
      given.map((column) => column[row]),
    );
    wanted.forEach((column, k) => {
      mark(context, SHAPES[k % SHAPES.length], pixelOf(frame, [column[row], outputs[k]]), color, ink.paper);
    });
  }
  drawEdges(context, frame, [msg('target'), msg('output')], ink);
}

function mark(
  context: CanvasRenderingContext2D,
  shape: (typeof SHAPES)[number],
  [x, y]: readonly [number, number],
  fill: string,
  rim: string,
): void {
  const r = 3.5;
  context.beginPath();
  if (shape === 'circle') context.arc(x, y, r, 0, 2 * Math.PI);
  else if (shape === 'square') context.rect(x - r, y - r, 2 * r, 2 * r);
  else {
    const corners = shape === 'triangle' ? [0, 2 / 3, 4 / 3] : [0, 0.5, 1, 1.5];
    for (const turn of corners)
      context.lineTo(x + 1.35 * r * Math.sin(turn * Math.PI), y - 1.35 * r * Math.cos(turn * Math.PI));
    context.closePath();
  }
  context.fillStyle = fill;
  context.fill();
  context.strokeStyle = rim;
  context.lineWidth = 1;
  context.stroke();
}

/** What numbers of a column are told with. */
const unitOf =
  ({ standardised }: Learner) =>
  (name: string) =>
    standardised ? msg(str`${name}, standardised`) : name;

/** Ticks with numbers along the left and lower edges, and what lies along them. */
function drawEdges(context: CanvasRenderingContext2D, frame: Frame, names: readonly [string, string], ink: Ink): void {
  const { x, y, width, height } = frame;
  context.save();
  context.font = FONT;
  context.lineJoin = 'round';
  context.textBaseline = 'middle';
  const write = (text: string, right: number, down: number, align: CanvasTextAlign) => {
    context.textAlign = align;
    context.strokeStyle = ink.paper;
    context.lineWidth = 3;
    context.strokeText(text, right, down);
    context.fillStyle = ink.ink;
    context.fillText(text, right, down);
  };
  const across = linearTicks(x[0], x[1], width / SPACING);
  const up = linearTicks(y[0], y[1], height / SPACING);
  across.values.forEach((value, i) => {
    const [right] = pixelOf(frame, [value, y[0]]);
    if (right > 36 && right < width - 40) write(across.labels[i], right, height - 9, 'center');
  });
  up.values.forEach((value, i) => {
    const [, down] = pixelOf(frame, [x[0], value]);
    if (down > 24 && down < height - 20) write(up.labels[i], 6, down, 'left');
  });
  write(names[0], width - 6, height - 9, 'right');
  write(names[1], 6, 10, 'left');
  context.restore();
}
