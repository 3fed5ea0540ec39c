import type { Engine, Run, SurfaceView, ViewFrame } from '../../engine/index.ts';
import type { Pixels } from '../viewport.ts';

/** What a picture tells its owner. */
export interface PictureEvents {
  /** It can be drawn from now on. */
  ready(): void;
  failed(error: unknown): void;
}

/** The engine's view on a canvas, built anew where a run needs another one. */
export class Picture {
  private view: SurfaceView | null = null;
  private key = '';
  private engine: Engine | null = null;
  private opening = false;
  private wanted: Run | null = null;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly events: PictureEvents,
  ) {}

  /** Makes ready for a run, if it is not; a run may have changed its engine. */
  async show(run: Run): Promise<void> {
    this.wanted = run;
    const { engine } = run;
    const key = keyOf(run);
    if (this.opening || (key === this.key && engine === this.engine)) return;
    this.opening = true;
    this.view?.destroy();
    this.view = null;
    try {
      this.view = await engine.view(this.canvas, run.plan);
    } catch (error) {
      this.events.failed(error);
    }
    this.key = key;
    this.engine = engine;
    this.opening = false;
    this.events.ready();
    // Another run may have come meanwhile.
    await this.show(this.wanted);
  }

  /** Draws a run's particles where it is ready for it. */
  draw(run: Run, frame: ViewFrame, [width, height]: Pixels): void {
    if (!this.view || run.engine !== this.engine || keyOf(run) !== this.key) return;
    // Resized only now: a canvas is empty from its change of size to its next picture.
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
    this.view.draw(run.population, frame);
  }

  destroy(): void {
    this.view?.destroy();
    this.view = null;
  }
}

const keys = new WeakMap<Run['plan']['objective'], string>();

/** A view is built for a formula and a number of optimizers: other numbers or another grid keep it. */
function keyOf({ plan }: Run): string {
  const { objective, start, optimizers } = plan;
  const { formula, parameters, table } = objective;
  const surface = keys.get(objective) ?? JSON.stringify([formula, parameters, table]);
  keys.set(objective, surface);
  return `${surface} ${start} ${optimizers.length}`;
}
