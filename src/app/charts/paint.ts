import { type Box, type Figure, HATCH_TILE, type Hatch, rectPath, type Shape } from './shapes.ts';

/** Device pixels for each CSS pixel of a picture that is not made for one screen. */
const RATIO = 2;

/** Draws shapes whose lengths are CSS pixels; the context's transform is that of device pixels before and after. */
export function paint(ctx: CanvasRenderingContext2D, shapes: readonly Shape[], plot: Box, ratio: number): void {
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  for (const shape of shapes) {
    if (shape.kind === 'text') {
      ctx.font = `${shape.bold ? '600 ' : ''}${shape.size ?? 12}px system-ui, sans-serif`;
      ctx.textAlign = shape.anchor === 'middle' ? 'center' : (shape.anchor ?? 'start');
      if (shape.halo) {
        ctx.setLineDash([]);
        ctx.lineWidth = 3;
        ctx.strokeStyle = shape.halo;
        ctx.strokeText(shape.text, shape.x, shape.y);
      }
      ctx.fillStyle = shape.color;
      ctx.fillText(shape.text, shape.x, shape.y);
      continue;
    }
    ctx.save();
    if (shape.clipped) ctx.clip(new Path2D(rectPath(plot)));
    const path = new Path2D(shape.d);
    if (shape.fill) {
      ctx.globalAlpha = shape.alpha ?? 1;
      ctx.fillStyle = shape.fill;
      ctx.fill(path);
      ctx.globalAlpha = 1;
    }
    if (shape.hatch) {
      ctx.fillStyle = patternOf(ctx, shape.hatch, ratio);
      ctx.fill(path);
    }
    if (shape.stroke) {
      ctx.strokeStyle = shape.stroke;
      ctx.lineWidth = shape.width ?? 1;
      ctx.setLineDash([...(shape.dash ?? [])]);
      ctx.stroke(path);
    }
    ctx.restore();
  }
  ctx.restore();
}

/** A figure as a picture with two pixels for each of its own. */
export function canvasOf(figure: Figure): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(figure.width * RATIO);
  canvas.height = Math.round(figure.height * RATIO);
  const ctx = canvas.getContext('2d') as CanvasRenderingContext2D;
  ctx.fillStyle = figure.paper;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  paint(ctx, figure.shapes, figure.plot, RATIO);
  return canvas;
}

const tiles = new Map<string, HTMLCanvasElement>();

/** A hatch as a pattern; its tile is drawn once. */
function patternOf(ctx: CanvasRenderingContext2D, { d, color }: Hatch, ratio: number): CanvasPattern {
  const key = `${d} ${color} ${ratio}`;
  let tile = tiles.get(key);
  if (!tile) {
    tile = document.createElement('canvas');
    tile.width = tile.height = Math.round(HATCH_TILE * ratio);
    const own = tile.getContext('2d') as CanvasRenderingContext2D;
    own.scale(tile.width / HATCH_TILE, tile.height / HATCH_TILE);
    own.strokeStyle = color;
    own.stroke(new Path2D(d));
    tiles.set(key, tile);
  }
  const pattern = ctx.createPattern(tile, 'repeat') as CanvasPattern;
  // A pattern is laid out in the context's own lengths, which are CSS pixels here.
  pattern.setTransform(new DOMMatrix().scale(HATCH_TILE / tile.width));
  return pattern;
}
