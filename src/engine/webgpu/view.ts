import type { Plan } from '../../experiment/index.ts';
import type { Population, SurfaceView, ViewFrame } from '../types.ts';
import { ParticlePass } from './particles.ts';
import { GpuPopulation } from './population.ts';
import { SurfacePass } from './surface.ts';
import type { Workshop } from './workshop.ts';

/** A canvas with the surface and the particles over it. The surface is drawn anew only when what is seen of it changes. */
export class GpuSurfaceView implements SurfaceView {
  private drawn = '';
  private ground: GPUTexture | null = null;

  private constructor(
    private readonly workshop: Workshop,
    private readonly canvas: HTMLCanvasElement,
    private readonly context: GPUCanvasContext,
    private readonly surface: SurfacePass,
    private readonly particles: ParticlePass,
  ) {}

  static async create(workshop: Workshop, gpu: GPU, canvas: HTMLCanvasElement, plan: Plan): Promise<GpuSurfaceView> {
    const context = canvas.getContext('webgpu');
    if (!context) throw new Error('this canvas gives no WebGPU context');
    const { device } = workshop;
    const format = gpu.getPreferredCanvasFormat();
    const usage = GPUTextureUsage.RENDER_ATTACHMENT | GPUTextureUsage.COPY_DST;
    context.configure({ device, format, usage, alphaMode: 'opaque' });
    const [surface, particles] = await Promise.all([
      SurfacePass.create(workshop, plan, format),
      ParticlePass.create(workshop, plan, format),
    ]);
    return new GpuSurfaceView(workshop, canvas, context, surface, particles);
  }

  draw(population: Population, frame: ViewFrame): void {
    if (!(population instanceof GpuPopulation)) throw new Error('internal: a population of another engine');
    const { canvas } = this;
    const [width, height] = frame.pixels;
    // Resized only now: a canvas is empty from its change of size to its next picture.
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    const target = this.context.getCurrentTexture();
    const pixel = width / Math.max(canvas.clientWidth, 1);
    const encoder = this.workshop.device.createCommandEncoder({ label: 'view' });
    const ground = this.groundFor(target);
    const seen = [frame.center, frame.scale, frame.theme, width, height].join();
    if (seen !== this.drawn) {
      this.surface.record(encoder, ground.createView(), frame, [width, height], pixel);
      this.drawn = seen;
    }
    encoder.copyTextureToTexture({ texture: ground }, { texture: target }, [width, height]);
    const pass = encoder.beginRenderPass({
      label: 'particles',
      colorAttachments: [{ view: target.createView(), loadOp: 'load', storeOp: 'store' }],
    });
    this.particles.record(pass, population, frame, [width, height], pixel);
    pass.end();
    this.workshop.device.queue.submit([encoder.finish()]);
  }

  destroy(): void {
    this.surface.destroy();
    this.particles.destroy();
    this.ground?.destroy();
    this.context.unconfigure();
  }

  /** The texture that keeps the surface, as large as the canvas. */
  private groundFor(target: GPUTexture): GPUTexture {
    if (this.ground?.width === target.width && this.ground.height === target.height) return this.ground;
    this.ground?.destroy();
    this.drawn = '';
    this.ground = this.workshop.device.createTexture({
      label: 'view.ground',
      size: [target.width, target.height],
      format: target.format,
      usage: GPUTextureUsage.RENDER_ATTACHMENT | GPUTextureUsage.COPY_SRC,
    });
    return this.ground;
  }
}
