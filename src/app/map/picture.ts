import type { Engine, Run, SurfaceView, ViewFrame } from '../../engine/index.ts';
import { pictureAsked, pictureShown } from '../first-picture.ts';

/** What a picture tells its owner. */
export interface PictureEvents {
  /** It can be drawn from now on. */
  ready(): void;
  failed(error: unknown): void;
}

/**
 * The engine's view, built anew where a run needs another one, each on a canvas of its own: one that gave a context of one kind gives none of another, and
 * one that was handed to a worker is not given back.
 */
export class Picture {
  private view: SurfaceView | null = null;
  private canvas: HTMLCanvasElement | null = null;
  /** The same picture by the engine before: seen until the new one is drawn. */
  private leaving: SurfaceView | null = null;
  private shown: Promise<void> | null = null;
  private key = '';
  private engine: Engine | null = null;
  private opening = false;
  private wanted: Run | null = null;

  /** @param host what the canvas is put into */
  constructor(
    private readonly host: HTMLElement,
    private readonly events: PictureEvents,
  ) {}

  /** Makes ready for a run, if it is not; a run may have changed its engine. */
  async show(run: Run): Promise<void> {
    this.wanted = run;
    const { engine } = run;
    const key = keyOf(run);
    if (this.opening || (key === this.key && engine === this.engine)) return;
    this.opening = true;
    if (key !== this.key) this.clear();
    else if (this.leaving) this.view?.destroy();
    else this.leaving = this.view;
    this.view = null;
    this.canvas = document.createElement('canvas');
    try {
      this.view = await engine.view(this.canvas, run.plan);
    } catch (error) {
      this.clear();
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
  draw(run: Run, frame: ViewFrame): void {
    const { canvas, view } = this;
    if (!canvas || !view || run.engine !== this.engine || keyOf(run) !== this.key) return;
    if (!canvas.isConnected) this.host.replaceChildren(canvas);
    try {
      view.draw(run.population, frame);
    } catch (error) {
      this.clear();
      this.events.failed(error);
    }
    this.leaving?.destroy();
    this.leaving = null;
    pictureAsked.tell();
    this.shown ??= this.finished(view, run).then(pictureShown.tell, pictureShown.tell);
  }

  /** Resolves when a picture is there: drawn, and through whatever queue its device has. */
  private async finished(view: SurfaceView, run: Run): Promise<void> {
    await view.completed();
    await run.population.settled();
  }

  /** Draws a run's particles, and gives the picture on a canvas of its own once it is complete; null where it is not ready for it. */
  async copy(run: Run, frame: ViewFrame): Promise<HTMLCanvasElement | null> {
    this.draw(run, frame);
    const { canvas, view } = this;
    if (!canvas?.isConnected || !view || run.engine !== this.engine) return null;
    await view.completed();
    const copy = document.createElement('canvas');
    [copy.width, copy.height] = frame.pixels;
    copy.getContext('2d')?.drawImage(canvas, 0, 0, copy.width, copy.height);
    return copy;
  }

  /** Takes the picture away. */
  clear(): void {
    this.view?.destroy();
    this.view = null;
    this.leaving?.destroy();
    this.leaving = null;
    this.host.replaceChildren();
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
