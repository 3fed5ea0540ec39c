import type { Plan } from '../../../experiment/index.ts';
import { discAlpha } from '../../discs.ts';
import { reachOf } from '../../minima.ts';
import { sampleOf } from '../../trails.ts';
import type { Population, SurfaceView, ViewFrame } from '../../types.ts';
import type { Pool } from '../jobs.ts';
import { writePaint } from '../kernel/paint.ts';
import type { Kernels } from '../kernels.ts';
import { CpuPopulation } from '../population.ts';
import { Bands } from './bands.ts';
import { cellsOf } from './cells.ts';
import { Ground } from './ground.ts';
import type { Frame, Painting, Seen, Trails } from './messages.ts';
import { openPainter, type PainterWorker } from './open-painter.ts';

/**
 * A canvas that a worker paints: the surface, which the pool draws in bands, and the particles over it, from the cells' own memory. A picture shows what is
 * done when it is painted; it does not wait for what else was asked of the population.
 */
export class CpuSurfaceView implements SurfaceView {
  private readonly ground: Ground;
  private painter: PainterWorker | null = null;
  /** The newest picture asked for. */
  private wanted: { readonly population: CpuPopulation; readonly frame: ViewFrame } | null = null;
  /** Whether a picture is being painted, and whether another is to follow. */
  private painting = false;
  private due = false;
  private failure: Error | null = null;
  /** Who waits for the picture to be complete. */
  private readonly waiting: (() => void)[] = [];
  /** Number of populations drawn so far. */
  private populations = 0;

  private constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly context: ImageBitmapRenderingContext,
    private readonly pool: Pool,
    bands: Bands,
  ) {
    this.ground = new Ground(bands, pool.workers, {
      began: (seen) => this.painter?.tell({ kind: 'surface', seen }, []),
      drawn: (band) => this.painter?.tell({ kind: 'band', ...band }, [band.bytes.buffer as ArrayBuffer]),
      changed: () => this.paint(),
    });
  }

  /** Takes a canvas for good. Throws an Error with a sentence where this cannot be. */
  static async create(pool: Pool, kernels: Kernels, canvas: HTMLCanvasElement, plan: Plan): Promise<CpuSurfaceView> {
    const context = canvas.getContext('bitmaprenderer');
    if (!context) throw new Error('This browser does not show pictures that a worker made (bitmaprenderer).');
    const [bands, module] = await Promise.all([Bands.create(pool, kernels, plan), WebAssembly.compile(writePaint())]);
    const view = new CpuSurfaceView(canvas, context, pool, bands);
    view.painter = await openPainter(module, {
      painted: (picture) => view.painted(picture),
      failed: (error) => {
        view.failure = error;
        view.tellWaiting();
      },
    });
    return view;
  }

  draw(population: Population, frame: ViewFrame): void {
    if (!(population instanceof CpuPopulation)) throw new Error('internal: a population of another engine');
    if (this.failure) throw this.failure;
    if (population !== this.wanted?.population) this.populations++;
    this.wanted = { population, frame };
    if (!frame.curve) this.ground.show(seenOf(frame));
    this.paint();
  }

  completed(): Promise<void> {
    if (this.resting) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  destroy(): void {
    this.ground.close();
    this.painter?.end();
    this.painter = null;
    this.tellWaiting();
  }

  /** Whether nothing is being painted, and nothing is to follow. */
  private get resting(): boolean {
    return !this.painting && !this.due && !this.ground.drawing;
  }

  private tellWaiting(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  /** Has the newest picture painted, now or after the one under way: pictures between are left out. */
  private paint(): void {
    const { wanted, painter } = this;
    this.due = this.painting;
    if (this.painting || !wanted || !painter) return;
    const frame = this.frame(wanted.population, wanted.frame);
    this.painting = true;
    const copies = this.pool.shared ? [] : frame.swarms.map(({ cells }) => cells.buffer as ArrayBuffer);
    painter.tell({ kind: 'frame', ...frame }, copies);
  }

  private painted(picture: ImageBitmap | null): void {
    if (picture) this.show(picture);
    this.painting = false;
    if (this.due) this.paint();
    if (this.resting) this.tellWaiting();
  }

  private show(picture: ImageBitmap): void {
    const { canvas, context } = this;
    if (canvas.width !== picture.width) canvas.width = picture.width;
    if (canvas.height !== picture.height) canvas.height = picture.height;
    context.transferFromImageBitmap(picture);
  }

  private frame(population: CpuPopulation, frame: ViewFrame): Frame {
    const { members, plan } = population;
    const { colors, curve } = frame;
    const seen = seenOf(frame);
    const radius = 0.5 * frame.size * seen.ratio;
    const painting: Painting | null = frame.paint && { ...frame.paint, reach: reachOf(plan), target: plan.target };
    const swarms = members.flatMap((member, i) => {
      const colour = colors[i];
      return colour
        ? [{ cells: cellsOf(member, this.pool.shared, painting !== null), colour: painting ?? colour }]
        : [];
    });
    const trails = frame.trails ? this.trails(population, frame) : null;
    return { seen, discs: { radius, alpha: discAlpha(plan.cells, radius, frame.pixels) }, swarms, trails, curve };
  }

  private trails({ plan, step }: CpuPopulation, { colors }: ViewFrame): Trails {
    const columns = plan.x.values.length;
    const sample = sampleOf(columns, plan.y.values.length, plan.optimizers.length);
    const shown = colors.map((color) => color !== null);
    return { sample, columns, scene: `${this.populations} ${shown}`, step, time: performance.now() };
  }
}

function seenOf({ center, scale, theme, finer, ratio, pixels: [width, height] }: ViewFrame): Seen {
  return { center, scale: [scale[0] / ratio, scale[1] / ratio], width, height, ratio, theme, finer };
}
