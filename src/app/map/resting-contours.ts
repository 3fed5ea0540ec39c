import type { Relief } from '../../engine/relief.ts';
import type { Plan } from '../../experiment/index.ts';
import { pictureShown } from '../first-picture.ts';
import { type ContourLabel, type Contours, contoursOf, placed } from './contour-labels.ts';
import type { Pixels, Viewport } from './viewport.ts';

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

  stop(): void {
    clearTimeout(this.timer);
    this.finding.abort();
  }

  private async find({ plan, relief, view, size, taken }: ContourSight, surface: string): Promise<void> {
    this.finding = new AbortController();
    await pictureShown.come;
    const contours = await contoursOf(plan, relief, view, size, taken, this.finding.signal);
    if (!contours) return;
    this.found = { contours, view, surface };
    this.changed();
  }
}

/** What is seen of a plan: its surface, and the plane of it. */
const planeOf = ({ objective, start }: Plan) => `${objective.formula} ${start.slice(2)}`;
