import { msg, str } from '@lit/localize';
import { OUTCOMES } from '../../engine/index.ts';
import type { Relief } from '../../engine/relief.ts';
import { PALETTES, TERRAIN } from '../../engine/terrain.ts';
import type { Plan } from '../../experiment/index.ts';
import { lossAt } from '../map/contour-labels.ts';
import { namedMinima } from '../map/fate-paint.ts';
import { levelTexts, untouching } from '../map/level-texts.ts';
import { OUTCOME_SIGNS, optimizerColor } from '../parts/colors.ts';
import { formatNumber } from '../parts/numbers.ts';
import type { PageView } from '../view/page-view.ts';
import { fontOf, PAD, type Paper } from './paper.ts';

/** Height of a row, width of the scale, and what its numbers take beyond it, in CSS pixels. */
const ROW = 22;
const [SCALE, BESIDE] = [152, 16];
/** Contour lines from one number of the scale to the next. */
const EVERY = 10;

/** An entry of the key: a sign and what it stands for. */
interface Entry {
  readonly color: string;
  /** A path in a box of 12 by 12; null for a dot. */
  readonly path: string | null;
  readonly filled: boolean;
  readonly label: string;
}

/** What colours on the surface mean: particles, and tints. */
export class SurfaceKey {
  private readonly entries: readonly Entry[];

  constructor(
    plan: Plan,
    view: PageView,
    private readonly relief: Relief | null,
    private readonly theme: 'light' | 'dark',
    private readonly paper: Paper,
  ) {
    this.entries = view.coloring === 'optimizer' ? optimizerEntries(plan, view) : outcomeEntries(plan, paper);
  }

  /** Draws it, or only measures; gives its height. Lengths are CSS pixels. */
  draw(context: CanvasRenderingContext2D, top: number, width: number, drawn = true): number {
    const { paper } = this;
    context.font = fontOf(12);
    context.textBaseline = 'middle';
    context.textAlign = 'left';
    let [x, y] = [PAD, top + ROW / 2 + 2];
    for (const { color, path, filled, label } of this.entries) {
      const wide = 18 + context.measureText(label).width;
      if (x > PAD && x + wide > width - PAD) [x, y] = [PAD, y + ROW];
      if (drawn) {
        drawSign(context, path, filled, color, x, y - 6);
        context.fillStyle = paper.ink;
        context.fillText(label, x + 18, y);
      }
      x += wide + 14;
    }
    if (this.relief) {
      const left = width - PAD - BESIDE - SCALE;
      if (x > left - 48) y += ROW;
      if (drawn) this.drawScale(context, this.relief, left, y - ROW / 2);
      y += 10;
    }
    return y + ROW / 2 - top;
  }

  private drawScale(context: CanvasRenderingContext2D, relief: Relief, left: number, top: number): void {
    const { tints } = PALETTES[this.theme];
    const gradient = context.createLinearGradient(left, 0, left + SCALE, 0);
    tints.forEach((tint, i) => {
      const color = tint.map((part) => Math.round(255 * part)).join(' ');
      gradient.addColorStop(i / (tints.length - 1), `rgb(${color})`);
    });
    context.fillStyle = gradient;
    context.fillRect(left, top + 4, SCALE, 10);
    context.strokeStyle = this.paper.hairline;
    context.lineWidth = 1;
    context.strokeRect(left + 0.5, top + 4.5, SCALE - 1, 9);
    context.fillStyle = this.paper.ink;
    context.textAlign = 'right';
    context.fillText(msg('loss'), left - 12, top + 9);
    context.font = fontOf(11);
    context.textAlign = 'center';
    const levels = Array.from({ length: TERRAIN.CONTOURS / EVERY + 1 }, (_, i) => i * EVERY);
    const apart = SCALE / (levels.length - 1);
    const texts = levelTexts(levels.map((level) => lossAt(relief, level)));
    for (const [i, text] of untouching(texts, apart).entries()) context.fillText(text, left + i * apart, top + 22);
    context.textAlign = 'left';
  }
}

function optimizerEntries({ optimizers }: Plan, { hidden }: PageView): Entry[] {
  return optimizers.flatMap(({ label }, i) =>
    hidden.includes(i) ? [] : [{ color: optimizerColor(i), path: null, filled: true, label }],
  );
}

function outcomeEntries({ objective }: Plan, { color }: Paper): Entry[] {
  const named = namedMinima(objective);
  const { path, filled } = OUTCOME_SIGNS.converged;
  const minima = [...new Map(named.map((each) => [each.color, each])).values()];
  const alike = minima.length < named.length;
  const placeText = (at: readonly number[]) => (alike ? msg('a lowest minimum') : place(at));
  const place = (at: readonly number[]) => `(${at.map((value) => formatNumber(value, 2)).join(', ')})`;
  const all = named.length > 0 && named.length === objective.minima.length;
  return [
    ...minima.map(({ at, color }, i) => ({
      color,
      path,
      filled,
      label: i === 0 ? msg(str`converged at ${placeText(at)}`) : placeText(at),
    })),
    ...OUTCOMES.flatMap((outcome) => {
      if (outcome === 'diverged' || (outcome === 'converged' && all)) return [];
      const sign = OUTCOME_SIGNS[outcome];
      const label = outcome === 'converged' && named.length > 0 ? msg('elsewhere') : sign.label;
      return [{ color: color(outcome), path: sign.path, filled: sign.filled, label }];
    }),
  ];
}

function drawSign(
  context: CanvasRenderingContext2D,
  path: string | null,
  filled: boolean,
  color: string,
  x: number,
  y: number,
): void {
  context.save();
  context.translate(x, y);
  context.fillStyle = color;
  context.strokeStyle = color;
  context.lineWidth = 1.6;
  const shape = path === null ? new Path2D() : new Path2D(path);
  if (path === null) shape.arc(6, 6, 4, 0, 2 * Math.PI);
  if (filled) context.fill(shape);
  else context.stroke(shape);
  context.restore();
}
