import type { Relief } from '../../engine/relief.ts';
import type { Plan } from '../../experiment/index.ts';
import { pictureShown } from '../first-picture.ts';
import { type ContourLabel, contourLabels, placed } from './contour-labels.ts';
import type { Pixels, Viewport } from './viewport.ts';

/** Time in ms for which a view must stand still before its contours are labelled. */
const REST = 150;

/** What contours are labelled for. */
export interface Sight {
  readonly plan: Plan;
  readonly relief: Relief;
  readonly view: Viewport;
  readonly size: Pixels;
  /** Pixels that are not to be covered. */
  readonly taken: readonly Pixels[];
}

/** Labels of contours, found anew when a view has come to rest; while it is dragged those there are go with it. */
export class RestingLabels {
  private key = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private finding = new AbortController();
  private found: {
    readonly labels: readonly ContourLabel[];
    readonly view: Viewport;
    readonly surface: string;
  } | null = null;

  /** @param changed is called when other labels are there */
  constructor(private readonly changed: () => void) {}

  /** Labels as far as they hold for what is seen, which is to be told whenever it may have changed. */
  follow(sight: Sight): (ContourLabel & { readonly pixel: Pixels })[] {
    const { plan, view, size } = sight;
    const surface = `${plan.objective.formula} ${plan.start.slice(2)}`;
    const key = [surface, view.center, view.scale, size].join(' ');
    if (key !== this.key) {
      this.key = key;
      this.stop();
      this.timer = setTimeout(() => void this.find(sight, surface), REST);
    }
    return this.found?.surface === surface ? placed(this.found.labels, this.found.view, view, size) : [];
  }

  stop(): void {
    clearTimeout(this.timer);
    this.finding.abort();
  }

  private async find({ plan, relief, view, size, taken }: Sight, surface: string): Promise<void> {
    this.finding = new AbortController();
    await pictureShown.come;
    const labels = await contourLabels(plan, relief, view, size, taken, this.finding.signal);
    if (!labels) return;
    this.found = { labels, view, surface };
    this.changed();
  }
}
