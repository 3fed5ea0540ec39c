import type { Plan } from '../../experiment/index.ts';
import type { Population, SurfaceView, ViewFrame } from '../types.ts';
import { ParticlePass } from './particles.ts';
import { GpuPopulation } from './population.ts';
import { Sight } from './sight.ts';
import { SurfacePass } from './surface.ts';
import { TrailPass } from './trails.ts';
import type { Workshop } from './workshop.ts';

/** Time in ms between two renewals of the trails where the device is a program, for which each costs as much as all particles. */
const SELDOM = 100;

/** What is built behind the first pictures. */
interface Late {
  readonly byFate: ParticlePass;
  readonly trails: TrailPass;
}

/** A canvas with the surface, trails and particles over it. The surface is drawn anew only when what is seen of it changes. */
export class GpuSurfaceView implements SurfaceView {
  private drawn = '';
  private ground: GPUTexture | null = null;
  /** The ground with the trails over it, what it shows, and when it was drawn. */
  private trailed: {
    readonly texture: GPUTexture;
    readonly seen: string;
    readonly population: Population;
    readonly step: number;
    readonly time: number;
  } | null = null;
  private late: Late | null = null;
  private last: { readonly population: Population; readonly frame: ViewFrame } | null = null;
  private closed = false;
  private failure: unknown = null;

  private constructor(
    private readonly workshop: Workshop,
    private readonly canvas: HTMLCanvasElement,
    private readonly context: GPUCanvasContext,
    private readonly sight: Sight,
    private readonly surface: SurfacePass,
    private readonly particles: ParticlePass,
    private readonly software: boolean,
  ) {}

  /** @param software whether the device is a program on the CPU */
  static async create(
    workshop: Workshop,
    gpu: GPU,
    canvas: HTMLCanvasElement,
    plan: Plan,
    software: boolean,
  ): Promise<GpuSurfaceView> {
    const context = canvas.getContext('webgpu');
    if (!context) throw new Error('this canvas gives no WebGPU context');
    const { device } = workshop;
    const format = gpu.getPreferredCanvasFormat();
    const usage = GPUTextureUsage.RENDER_ATTACHMENT | GPUTextureUsage.COPY_DST;
    context.configure({ device, format, usage, alphaMode: 'opaque' });
    const sight = new Sight(device, plan);
    const { length } = plan.optimizers;
    const [surface, particles] = await Promise.all([
      SurfacePass.create(workshop, plan, format),
      ParticlePass.create(workshop, sight, false, length, format),
    ]);
    const view = new GpuSurfaceView(workshop, canvas, context, sight, surface, particles, software);
    Promise.all([
      ParticlePass.create(workshop, sight, true, length, format),
      TrailPass.create(workshop, sight, format),
    ]).then(
      ([byFate, trails]) => view.complete({ byFate, trails }),
      async (error) => {
        // Of a lost device others tell.
        const lost = await Promise.race([device.lost, null]);
        if (!lost) view.failure = error;
      },
    );
    return view;
  }

  draw(population: Population, frame: ViewFrame): void {
    if (!(population instanceof GpuPopulation)) throw new Error('internal: a population of another engine');
    if (this.failure) throw this.failure;
    const { canvas, late } = this;
    this.last = { population, frame };
    const [width, height] = frame.pixels;
    // Resized only now: a canvas is empty from its change of size to its next picture.
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    const target = this.context.getCurrentTexture();
    const pixel = frame.ratio;
    const encoder = this.workshop.device.createCommandEncoder({ label: 'view' });
    this.sight.see(frame, population.plan);
    const ground = this.groundFor(target);
    const seen = [frame.center, frame.scale, frame.theme, frame.finer, width, height, frame.curve !== null].join();
    if (seen !== this.drawn) {
      this.surface.record(encoder, ground.createView(), frame, [width, height], pixel);
      this.drawn = seen;
    }
    const under = frame.trails && late ? this.trail(encoder, late.trails, population, frame, ground, pixel) : ground;
    encoder.copyTextureToTexture({ texture: under }, { texture: target }, [width, height]);
    const pass = encoder.beginRenderPass({
      label: 'particles',
      colorAttachments: [{ view: target.createView(), loadOp: 'load', storeOp: 'store' }],
    });
    const particles = frame.paint && late ? late.byFate : this.particles;
    particles.record(pass, population, frame, [width, height], pixel);
    pass.end();
    this.workshop.device.queue.submit([encoder.finish()]);
  }

  async completed(): Promise<void> {}

  destroy(): void {
    this.closed = true;
    this.surface.destroy();
    this.particles.destroy();
    this.late?.byFate.destroy();
    this.late?.trails.destroy();
    this.sight.destroy();
    this.ground?.destroy();
    this.trailed?.texture.destroy();
    this.context.unconfigure();
  }

  /** The ground with the trails over it, drawn anew where that is due. */
  private trail(
    encoder: GPUCommandEncoder,
    trails: TrailPass,
    population: GpuPopulation,
    frame: ViewFrame,
    ground: GPUTexture,
    pixel: number,
  ): GPUTexture {
    const { trailed } = this;
    const time = performance.now();
    const seen = `${this.drawn} ${frame.colors}`;
    const goesOn = trailed?.seen === seen && trailed.population === population && trailed.step <= population.step;
    if (this.software && goesOn && time - trailed.time < SELDOM) return trailed.texture;
    const texture =
      trailed?.texture.width === ground.width && trailed.texture.height === ground.height
        ? trailed.texture
        : this.picture('view.trailed', ground);
    if (texture !== trailed?.texture) trailed?.texture.destroy();
    trails.record(encoder, population, frame, pixel);
    trails.lay(encoder, ground, texture.createView());
    this.trailed = { texture, seen, population, step: population.step, time };
    return texture;
  }

  private complete(late: Late): void {
    if (this.closed) {
      late.byFate.destroy();
      late.trails.destroy();
      return;
    }
    this.late = late;
    // A picture that stands still would else keep the wrong colours.
    if (this.last?.frame.paint) this.draw(this.last.population, this.last.frame);
  }

  /** The texture that keeps the surface, as large as the canvas. */
  private groundFor(target: GPUTexture): GPUTexture {
    if (this.ground?.width === target.width && this.ground.height === target.height) return this.ground;
    this.ground?.destroy();
    this.drawn = '';
    this.ground = this.picture('view.ground', target);
    return this.ground;
  }
  /** A texture like the canvas's. */
  private picture(label: string, { width, height, format }: GPUTexture): GPUTexture {
    const { RENDER_ATTACHMENT, COPY_SRC, TEXTURE_BINDING } = GPUTextureUsage;
    const usage = RENDER_ATTACHMENT | COPY_SRC | TEXTURE_BINDING;
    return this.workshop.device.createTexture({ label, size: [width, height], format, usage });
  }
}
