import { type BoxDimension, boundaryOf, boxDimension } from '../../analysis/trainability/box-dimension.ts';
import { trainabilityPlane } from '../../analysis/trainability/plane.ts';
import { PlaneImage } from '../../analysis/trainability/plane-image.ts';
import type { Engine } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';

/** Planes of several optimizers that are computed in turns, so that all become finer together. */
export class PlaneRun {
  /** One for each optimizer of the plan. */
  readonly images: readonly PlaneImage[];
  /** The optimizers that are computed, by their places; what there is of the others is kept. */
  shown: readonly number[] = [];
  /** Of each plane, once it is complete; null before, and where no boundary is in sight. */
  readonly dimensions: (BoxDimension | null)[];
  /** Networks that were trained, and the seconds that it took. */
  trained = 0;
  seconds = 0;
  /** Why it cannot go on; null where nothing is wrong. */
  failure: unknown = null;
  running = false;

  private readonly parts;
  private readonly ended = new AbortController();

  /**
   * @param changed is called when more is computed, and when it ends
   */
  constructor(
    engine: Engine,
    readonly plan: Plan,
    private readonly changed: () => void,
  ) {
    const [columns, rows] = [plan.x.values.length, plan.y.values.length];
    this.images = plan.optimizers.map(() => new PlaneImage(columns, rows));
    this.dimensions = plan.optimizers.map(() => null);
    this.parts = plan.optimizers.map((_, k) => trainabilityPlane(engine, plan, k, this.ended.signal));
  }

  /** Networks that are trained, and all that will be. */
  get done(): number {
    return this.shown.reduce((sum, k) => sum + this.images[k].done, 0);
  }
  get total(): number {
    return this.plan.cells * this.shown.length;
  }
  get complete(): boolean {
    return this.done === this.total;
  }

  /** Goes on until everything is computed or `pause` is called. */
  async go(): Promise<void> {
    if (this.running || this.complete || this.failure) return;
    this.running = true;
    try {
      while (this.running && !this.ended.signal.aborted) {
        const next = this.coarsest();
        if (next < 0) break;
        const began = performance.now();
        const { value, done } = await this.parts[next].next();
        if (done || !value) break;
        this.seconds += (performance.now() - began) / 1000;
        const image = this.images[next];
        image.add(value);
        this.trained += value.values.length;
        if (image.complete) {
          const { values, columns, rows } = image;
          this.dimensions[next] = boxDimension(boundaryOf(values, columns, rows), columns - 1, rows - 1);
        }
        this.changed();
      }
    } catch (error) {
      this.failure = error;
    }
    this.running = false;
    if (!this.ended.signal.aborted) this.changed();
  }

  pause(): void {
    this.running = false;
  }

  /** Ends it for good. */
  destroy(): void {
    this.running = false;
    this.ended.abort();
  }

  /** The plane that is shown of which least is computed; -1 where all are complete. */
  private coarsest(): number {
    let least = -1;
    for (const k of this.shown) {
      const { complete, done } = this.images[k];
      if (!complete && (least < 0 || done < this.images[least].done)) least = k;
    }
    return least;
  }
}
