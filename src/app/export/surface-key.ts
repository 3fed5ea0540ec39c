import { msg, str } from '@lit/localize';
import { OUTCOMES } from '../../engine/index.ts';
import type { Relief } from '../../engine/relief.ts';
import { PALETTES, TERRAIN } from '../../engine/terrain.ts';
import type { Plan } from '../../experiment/index.ts';
import { lossAt } from '../map/contour-levels.ts';
import { namedMinima } from '../map/fate-paint.ts';
import { levelTexts, untouching } from '../map/level-texts.ts';
import { kindName, MARK_KINDS, type Mark } from '../map/mark.ts';
import { MARK_SIGNS, type MarkSign } from '../map/mark-signs.ts';
import { OUTCOME_SIGNS, type OutcomeSign, optimizerColor } from '../parts/colors.ts';
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
  readonly label: string;
  readonly draw: (context: CanvasRenderingContext2D) => void;
}

/** What colours on the surface mean, of particles and tints, and the signs of critical points. */
export class SurfaceKey {
  private readonly entries: readonly Entry[];

  constructor(
    plan: Plan,
    view: PageView,
    marks: readonly Mark[],
    private readonly relief: Relief | null,
    private readonly theme: 'light' | 'dark',
    private readonly paper: Paper,
  ) {
    const particles = view.coloring === 'optimizer' ? optimizerEntries(plan, view) : outcomeEntries(plan, paper);
    this.entries = [...particles, ...markEntries(marks, paper)];
  }

  /** Draws it, or only measures; gives its height. Lengths are CSS pixels. */
  draw(context: CanvasRenderingContext2D, top: number, width: number, drawn = true): number {
    const { paper } = this;
    context.font = fontOf(12);
    context.textBaseline = 'middle';
    context.textAlign = 'left';
    let [x, y] = [PAD, top + ROW / 2 + 2];
    for (const { color, label, draw } of this.entries) {
      const wide = 18 + context.measureText(label).width;
      if (x > PAD && x + wide > width - PAD) [x, y] = [PAD, y + ROW];
      if (drawn) {
        context.save();
        context.translate(x, y - 6);
        context.fillStyle = color;
        context.strokeStyle = color;
        context.lineWidth = 1.6;
        draw(context);
        context.restore();
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
    hidden.includes(i) ? [] : [{ color: optimizerColor(i), draw: drawDot, label }],
  );
}

function outcomeEntries({ objective }: Plan, { color }: Paper): Entry[] {
  const named = namedMinima(objective);
  const minima = [...new Map(named.map((each) => [each.color, each])).values()];
  const alike = minima.length < named.length;
  const placeText = (at: readonly number[]) => (alike ? msg('a lowest minimum') : place(at));
  const place = (at: readonly number[]) => `(${at.map((value) => formatNumber(value, 2)).join(', ')})`;
  const all = named.length > 0 && named.length === objective.minima.length;
  return [
    ...minima.map(({ at, color }, i) => ({
      color,
      draw: drawOutcome(OUTCOME_SIGNS.converged),
      label: i === 0 ? msg(str`converged at ${placeText(at)}`) : placeText(at),
    })),
    ...OUTCOMES.flatMap((outcome) => {
      if (outcome === 'diverged' || (outcome === 'converged' && all)) return [];
      const sign = OUTCOME_SIGNS[outcome];
      const label = outcome === 'converged' && named.length > 0 ? msg('elsewhere') : sign.label;
      return [{ color: color(outcome), draw: drawOutcome(sign), label }];
    }),
  ];
}

/** The kinds of marked points, where they are told by sign. */
function markEntries(marks: readonly Mark[], { ink }: Paper): Entry[] {
  const kinds = MARK_KINDS.filter((kind) => marks.some((mark) => mark.kind === kind));
  return kinds.map((kind) => ({ color: ink, draw: drawMark(MARK_SIGNS[kind]), label: kindName(kind) }));
}

function drawDot(context: CanvasRenderingContext2D): void {
  const dot = new Path2D();
  dot.arc(6, 6, 4, 0, 2 * Math.PI);
  context.fill(dot);
}

/** Draws in a box of 12 by 12. */
function drawOutcome({ path, filled }: OutcomeSign): Entry['draw'] {
  return (context) => (filled ? context.fill(new Path2D(path)) : context.stroke(new Path2D(path)));
}

function drawMark({ lines, fill }: MarkSign): Entry['draw'] {
  return (context) => {
    context.translate(6, 6);
    context.scale(0.9, 0.9);
    context.stroke(new Path2D(lines));
    context.fill(new Path2D(fill));
  };
}
