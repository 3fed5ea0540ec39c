import { axisTicks, placeAlong } from './axis-scale.ts';
import type { MapLayout, Margins, Rect } from './layout.ts';
import { cssColor } from './map-colors.ts';
import type { MapPicture, MapScene } from './map-scene.ts';
import { paintCells } from './paint-cells.ts';

/** Fonts of all that is written on maps. */
export const FONT = '12px system-ui, sans-serif';
const BOLD = '600 12px system-ui, sans-serif';
const SMALL = '600 10px system-ui, sans-serif';

/** Height of a line of text in CSS pixels. */
export const LINE = 16;
const TITLE = 22;
const TICK = 5;
/** Pixels between two ticks, about. */
const SPACING = { x: 48, y: 40 };
/** Lengths of a vertical axis whose labels must have room: which it gets is not known before. */
const LENGTHS = [100, 200, 400, 800, 1600];
/** Pixels between two labels at least. */
const APART = 6;
/** How far a tick's label may reach beyond the map's edge. */
const OVER = 4;
/** From how much of its length on the name of a vertical axis is turned. */
const TURNED = 20;

/** Room that titles and axes need. */
export function marginsOf(scene: MapScene, context: CanvasRenderingContext2D): Margins {
  context.font = FONT;
  const labels = LENGTHS.flatMap((length) => axisTicks(scene.y.axis, length, SPACING.y).labels);
  const widest = Math.max(0, ...labels.map((label) => context.measureText(label).width));
  const hasRows = scene.y.axis.values.length > 1;
  const hasColumns = scene.x.axis.values.length > 1;
  return {
    left: hasRows ? Math.ceil(widest) + TICK + 4 + LINE + 8 : 8,
    bottom: hasColumns ? TICK + 2 * LINE + 4 : 8,
    title: TITLE,
  };
}

/** Draws maps with their titles, frames and axes, and keeps what it needs for that from one picture to the next. */
export class MapPainter {
  private image: ImageData | null = null;

  /** @param ratio device pixels to a CSS pixel; the context's transformation is left at that */
  draw(context: CanvasRenderingContext2D, scene: MapScene, layout: MapLayout, ratio: number): void {
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const noted = haveRoom(context, scene.maps, layout.maps);
    layout.maps.forEach((rect, i) => {
      this.paint(context, scene, scene.maps[i], rect, ratio);
      drawTitle(context, scene, scene.maps[i], rect, noted);
      drawMarks(context, scene, rect);
      context.lineWidth = 2;
      context.strokeStyle = scene.maps[i].frame;
      context.strokeRect(rect.x - 1, rect.y - 1, rect.width + 2, rect.height + 2);
      if (layout.edges[i].bottom) drawXAxis(context, scene, rect);
      if (layout.edges[i].left) drawYAxis(context, scene, rect);
    });
  }

  private paint(
    context: CanvasRenderingContext2D,
    scene: MapScene,
    { cells }: MapPicture,
    rect: Rect,
    ratio: number,
  ): void {
    if (!cells) return;
    const [left, top] = [Math.round(rect.x * ratio), Math.round(rect.y * ratio)];
    const width = Math.round((rect.x + rect.width) * ratio) - left;
    const height = Math.round((rect.y + rect.height) * ratio) - top;
    if (this.image?.width !== width || this.image.height !== height) this.image = new ImageData(width, height);
    const { image } = this;
    const pixels = new Uint32Array(image.data.buffer);
    const size = [scene.x.axis.values.length, scene.y.axis.values.length] as const;
    paintCells({ pixels, width, height }, cells, size, scene.tiles, Math.max(1, Math.round(ratio)));
    context.putImageData(image, left, top);
  }
}

function drawTitle(
  context: CanvasRenderingContext2D,
  { colors }: MapScene,
  picture: MapPicture,
  rect: Rect,
  noted: boolean,
): void {
  const { title, note, frame } = picture;
  const middle = rect.y - TITLE / 2;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.fillStyle = frame;
  context.fillRect(rect.x - 2, middle - 4, 8, 8);
  context.font = BOLD;
  context.fillStyle = cssColor(colors.ink);
  const start = rect.x + 12;
  const shown = shortened(context, title, rect.width - 12);
  context.fillText(shown, start, middle);
  if (!noted) return;
  context.font = FONT;
  context.textAlign = 'right';
  context.fillStyle = cssColor(colors.muted);
  context.fillText(note, rect.x + rect.width, middle);
}

/** Whether every map has room for its note beside its title: some notes without the others would seem to say more. */
function haveRoom(context: CanvasRenderingContext2D, maps: readonly MapPicture[], rects: readonly Rect[]): boolean {
  const wide = (font: string, text: string) => {
    context.font = font;
    return context.measureText(text).width;
  };
  return maps.every(({ title, note }, i) => 12 + wide(BOLD, title) + 12 + wide(FONT, note) <= rects[i].width);
}

/** A text that fits a width, its end cut off where it must be. */
export function shortened(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  let letters = text.length - 1;
  while (letters > 1 && context.measureText(`${text.slice(0, letters)}…`).width > width) letters--;
  return `${text.slice(0, letters)}…`;
}

function drawXAxis(context: CanvasRenderingContext2D, { x, colors }: MapScene, rect: Rect): void {
  if (x.axis.values.length === 1) return;
  const bottom = rect.y + rect.height + 2;
  const { values, labels } = axisTicks(x.axis, rect.width, SPACING.x);
  context.font = FONT;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.fillStyle = cssColor(colors.ink);
  let taken = Number.NEGATIVE_INFINITY;
  values.forEach((value, i) => {
    const at = Math.round(rect.x + placeAlong(x.axis, value) * rect.width);
    context.fillRect(at, bottom, 1, TICK);
    // At the ends labels stay beside the map's edge, clear of the next map's.
    const half = context.measureText(labels[i]).width / 2;
    const [first, last] = [rect.x + half - OVER, rect.x + rect.width - half + OVER];
    const middle = Math.min(last, Math.max(first, at + 0.5));
    if (middle - half < taken + APART) return;
    taken = middle + half;
    context.fillText(labels[i], middle, bottom + TICK + 2);
  });
  context.font = BOLD;
  const name = shortened(context, x.name, rect.width);
  context.fillText(name, rect.x + rect.width / 2, bottom + TICK + LINE);
}

function drawYAxis(context: CanvasRenderingContext2D, { y, colors }: MapScene, rect: Rect): void {
  if (y.axis.values.length === 1) return;
  const left = rect.x - 2;
  const { values, labels } = axisTicks(y.axis, rect.height, SPACING.y);
  context.font = FONT;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  context.fillStyle = cssColor(colors.ink);
  let widest = 0;
  values.forEach((value, i) => {
    const at = Math.round(rect.y + (1 - placeAlong(y.axis, value)) * rect.height);
    context.fillRect(left - TICK, at, TICK, 1);
    context.fillText(labels[i], left - TICK - 3, at + 0.5);
    widest = Math.max(widest, context.measureText(labels[i]).width);
  });
  context.font = BOLD;
  context.textAlign = 'center';
  context.save();
  context.translate(left - TICK - 6 - widest - LINE / 2, rect.y + rect.height / 2);
  const name = shortened(context, y.name, rect.height);
  if (context.measureText(name).width > TURNED) context.rotate(-Math.PI / 2);
  context.fillText(name, 0, 0);
  context.restore();
}

/** Named places: a dot of paper with the name in it. */
function drawMarks(context: CanvasRenderingContext2D, { marks, colors }: MapScene, rect: Rect): void {
  context.font = SMALL;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const { label, at } of marks) {
    const [x, y] = [rect.x + at[0] * rect.width, rect.y + (1 - at[1]) * rect.height];
    context.beginPath();
    context.arc(x, y, 7, 0, 2 * Math.PI);
    context.fillStyle = cssColor(colors.paper, 0.9);
    context.fill();
    context.fillStyle = cssColor(colors.ink);
    context.fillText(label, x, y + 0.5);
  }
}
