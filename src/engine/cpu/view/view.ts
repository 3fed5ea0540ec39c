import type { Plan } from '../../../experiment/index.ts';
import { discAlpha } from '../../discs.ts';
import type { Population, SurfaceView, ViewFrame } from '../../types.ts';
import type { Pool } from '../jobs.ts';
import { writePaint } from '../kernel/paint.ts';
import type { Kernels } from '../kernels.ts';
import { CpuPopulation } from '../population.ts';
import { Bands } from './bands.ts';
import { cellsOf } from './cells.ts';
import { Ground } from './ground.ts';
import type { Frame, Seen } from './messages.ts';
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

  private constructor(
    private readonly canvas: HTMLCanvasElement,
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
    const [bands, module] = await Promise.all([Bands.create(pool, kernels, plan), WebAssembly.compile(writePaint())]);
    const view = new CpuSurfaceView(canvas, pool, bands);
    view.painter = await openPainter(canvas, module, {
      painted: () => view.painted(),
      failed: (error) => {
        view.failure = error;
      },
    });
    return view;
  }

  draw(population: Population, frame: ViewFrame): void {
    if (!(population instanceof CpuPopulation)) throw new Error('internal: a population of another engine');
    if (this.failure) throw this.failure;
    this.wanted = { population, frame };
    this.ground.show(this.seen(frame));
    this.paint();
  }

  destroy(): void {
    this.ground.close();
    this.painter?.end();
    this.painter = null;
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

  private painted(): void {
    this.painting = false;
    if (this.due) this.paint();
  }

  private frame({ members, plan }: CpuPopulation, frame: ViewFrame): Frame {
    const seen = this.seen(frame);
    const radius = 0.5 * frame.size * seen.ratio;
    const swarms = members.flatMap((member, i) => {
      const colour = frame.colors[i];
      return colour ? [{ cells: cellsOf(member, this.pool.shared), colour }] : [];
    });
    return { seen, discs: { radius, alpha: discAlpha(plan.cells, radius, frame.pixels) }, swarms };
  }

  private seen({ center, scale, theme, pixels: [width, height] }: ViewFrame): Seen {
    const ratio = width / Math.max(this.canvas.clientWidth, 1);
    return { center, scale: [scale[0] / ratio, scale[1] / ratio], width, height, ratio, theme };
  }
}
