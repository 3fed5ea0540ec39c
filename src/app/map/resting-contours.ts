import type { Relief } from '../../engine/relief.ts';
import type { Plan } from '../../experiment/index.ts';
import { pictureShown } from '../first-picture.ts';
import type { ContourLabel, Contours } from './contour-labels.ts';
import { type Pixels, toPixel, type Viewport } from './viewport.ts';

/** Time in ms for which a view must stand still before its contours are looked at. */
const REST = 150;

/** What contours are looked at for. */
export interface ContourSight {
  readonly plan: Plan;
  readonly relief: Relief;
  readonly view: Viewport;
  readonly size: Pixels;
  /** Pixels that are not to be covered. */
  readonly taken: readonly Pixels[];
}

/** How dense contours are and their labels, found anew when a view has come to rest; while it is dragged those there are go with it. */
export class RestingContours {
  private key = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private finding = new AbortController();
  private found: {
    readonly contours: Contours;
    readonly view: Viewport;
    readonly surface: string;
  } | null = null;

  /** @param changed is called when there are others */
  constructor(private readonly changed: () => void) {}

  /** Labels as far as they hold for what is seen, which is to be told whenever it may have changed. */
  follow(sight: ContourSight): (ContourLabel & { readonly pixel: Pixels })[] {
    const { plan, view, size } = sight;
    const surface = planeOf(plan);
    const key = [surface, view.center, view.scale, size].join(' ');
    if (key !== this.key) {
      this.key = key;
      this.stop();
      this.timer = setTimeout(() => void this.find(sight, surface), REST);
    }
    return this.found?.surface === surface ? placed(this.found.contours.labels, this.found.view, view, size) : [];
  }

  /** See `ViewFrame.finer`, of a plan's surface. */
  finer(plan: Plan): number {
    return this.found?.surface === planeOf(plan) ? this.found.contours.finer : 1;
  }

  /** Whether none are to be seen because float32 does not tell the losses in sight apart. */
  isAlike(plan: Plan): boolean {
    return this.found?.surface === planeOf(plan) && this.found.contours.alike;
  }

  stop(): void {
    clearTimeout(this.timer);
    this.finding.abort();
  }

  private async find({ plan, relief, view, size, taken }: ContourSight, surface: string): Promise<void> {
    this.finding = new AbortController();
    const { signal } = this.finding;
    await pictureShown.come;
    const { contoursOf } = await import('./contour-labels.ts');
    const contours = await contoursOf(plan, relief, view, size, taken, signal);
    if (!contours) return;
    this.found = { contours, view, surface };
    this.changed();
  }
}

/** What is seen of a plan: its surface, and the plane of it. */
const planeOf = ({ objective, start }: Plan) => `${objective.formula} ${start.slice(2)}`;

/** Where labels stand in another view of the same scale; none where the scale differs, for the lines then go elsewhere. */
function placed(
  labels: readonly ContourLabel[],
  made: Viewport,
  view: Viewport,
  size: Pixels,
): (ContourLabel & { readonly pixel: Pixels })[] {
  // A view that is only moved comes by the same scale in another way.
  if (made.scale.some((each, i) => Math.abs(each - view.scale[i]) > 1e-9 * each)) return [];
  return labels.map((label) => ({ ...label, pixel: toPixel(view, label.at, size) }));
}
