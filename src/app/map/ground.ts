import type { OutcomePaint, Run, ViewFrame } from '../../engine/index.ts';
import { type Relief, reliefOf } from '../../engine/relief.ts';
import type { Plan } from '../../experiment/index.ts';
import { optimizerColor, toRgb } from '../parts/colors.ts';
import type { PageView } from '../view/page-view.ts';
import { commonStart } from './common-start.ts';
import { outcomePaint } from './fate-paint.ts';
import { LossCurve } from './loss-curve.ts';
import { fitViewport, type Pixels, type Viewport } from './viewport.ts';

/** Pixels left free around the domain, for the ticks. */
const MARGIN = 32;
/** Diameter in pixels of the smallest and the largest particle, and of the smallest where they leave from one place. */
const [SMALLEST, LARGEST, TOGETHER] = [1.25, 5, 3];

/** What a map shows of a plan, and how: seen from above, or as a curve where there is but one parameter. */
export class Ground {
  /** By which the surface is tinted; null for a curve. */
  relief: Relief | null = null;
  /** The loss of an objective of one parameter; null for others. */
  curve: LossCurve | null = null;
  private plan: Plan | null = null;
  private range: readonly [number, number] = [0, 1];
  private painted: { readonly key: string; readonly paint: OutcomePaint } | null = null;
  private readonly reduced = matchMedia('(prefers-reduced-motion: reduce)');

  /** @param host whose theme tells the colours of outcomes */
  constructor(private readonly host: Element) {}

  /** Whether the system asks for little motion. */
  get still(): boolean {
    return this.reduced.matches;
  }

  /** Takes over a plan; one of the same objective changes nothing. */
  take(plan: Plan): void {
    const same = this.plan?.objective === plan.objective;
    this.plan = plan;
    if (same) return;
    const flat = plan.objective.parameters.length === 1;
    this.painted = null;
    this.curve = flat ? new LossCurve(plan) : null;
    this.relief = flat || plan.objective.layered ? null : reliefOf(plan.objective);
    if (this.curve) this.range = this.curve.range(plan.objective.domain[0]);
  }

  /** The view of the whole domain. */
  fitted(size: Pixels): Viewport | null {
    if (!this.plan) return null;
    const { domain } = this.plan.objective;
    // A loss and a parameter have no common scale.
    if (this.curve) return fitViewport(domain[0], this.range, size, MARGIN, false);
    return fitViewport(domain[0], domain[1], size, MARGIN);
  }

  /** What the engine is to draw. */
  frame(
    { plan }: Run,
    view: Viewport,
    { coloring, hidden, trails }: PageView,
    theme: ViewFrame['theme'],
    finer: number,
    size: Pixels,
    pixels: Pixels,
  ): ViewFrame {
    return {
      ...view,
      theme,
      finer,
      colors: plan.optimizers.map((_, i) => (hidden.includes(i) ? null : toRgb(optimizerColor(i)))),
      paint: coloring === 'outcome' ? this.paint(plan, theme) : null,
      trails: trails && !this.still,
      curve: this.curve?.across(view, size) ?? null,
      size: particleSize(plan, size),
      ratio: pixels[0] / size[0],
      pixels,
    };
  }

  /** The same object as long as it says the same. */
  private paint({ objective }: Plan, theme: string): OutcomePaint {
    if (this.painted?.key === theme) return this.painted.paint;
    const style = getComputedStyle(this.host);
    const paint = outcomePaint(objective, (outcome) => style.getPropertyValue(`--${outcome}`).trim());
    this.painted = { key: theme, paint };
    return paint;
  }
}

/** Smaller particles where there are more: dense enough to be seen, never a closed carpet. */
function particleSize(plan: Plan, [width, height]: Pixels): number {
  const apart = Math.sqrt((width * height) / plan.cells);
  const smallest = commonStart(plan) ? TOGETHER : SMALLEST;
  return Math.min(LARGEST, Math.max(smallest, 0.5 * apart));
}
