import particlesShader from '../../../shaders/particles.wgsl?raw';
import { discAlpha } from '../discs.ts';
import type { ViewFrame } from '../types.ts';
import type { GpuPopulation } from './population.ts';
import type { Sight } from './sight.ts';
import type { Workshop } from './workshop.ts';

/** Numbers of `Stage` in `particles.wgsl`. */
const STAGE_WORDS = 12;

/** Draws every optimizer's trajectories as discs, from the buffers in which they are advanced. */
export class ParticlePass {
  private readonly stages: readonly GPUBuffer[];
  private readonly words = new Float32Array(STAGE_WORDS);
  private bound: { population: GpuPopulation; groups: readonly GPUBindGroup[] } | null = null;

  private constructor(
    private readonly device: GPUDevice,
    private readonly pipeline: GPURenderPipeline,
    private readonly layout: GPUBindGroupLayout,
    private readonly sight: Sight,
    private readonly byFate: boolean,
    optimizers: number,
  ) {
    const { UNIFORM, COPY_DST } = GPUBufferUsage;
    this.stages = Array.from({ length: optimizers }, () =>
      device.createBuffer({ label: 'ParticlePass.stage', size: 4 * STAGE_WORDS, usage: UNIFORM | COPY_DST }),
    );
  }

  /** @param byFate whether each particle's colour tells its outcome */
  static async create(
    { device, pipelines }: Workshop,
    sight: Sight,
    byFate: boolean,
    optimizers: number,
    format: GPUTextureFormat,
  ): Promise<ParticlePass> {
    const entries = sight.layout(byFate, GPUShaderStage.VERTEX);
    const layout = device.createBindGroupLayout({ label: 'ParticlePass', entries });
    const over = { srcFactor: 'one', dstFactor: 'one-minus-src-alpha' } as const;
    const target = { format, blend: { color: over, alpha: over } };
    const pipelineLayout = device.createPipelineLayout({ bindGroupLayouts: [layout] });
    const texts = [...sight.texts(byFate), particlesShader];
    const pipeline = await pipelines.renderPipeline('particles', texts, pipelineLayout, target);
    return new ParticlePass(device, pipeline, layout, sight, byFate, optimizers);
  }

  /** Records the drawing of a population's particles. */
  record(
    pass: GPURenderPassEncoder,
    population: GpuPopulation,
    frame: ViewFrame,
    size: readonly [number, number],
    pixel: number,
  ): void {
    const { cells } = population.plan;
    const radius = 0.5 * frame.size * pixel;
    const alpha = discAlpha(cells, radius, size);
    const groups = this.groupsFor(population);
    const integers = new Uint32Array(this.words.buffer);
    pass.setPipeline(this.pipeline);
    population.members.forEach((_, i) => {
      const colour = frame.colors[i];
      if (!colour) return;
      const [sx, sy] = frame.scale.map((scale) => scale / pixel);
      this.words.set([...frame.center, sx, sy, ...size, radius, 0, ...colour, alpha]);
      integers[7] = cells;
      this.device.queue.writeBuffer(this.stages[i], 0, this.words);
      pass.setBindGroup(0, groups[i]);
      pass.draw(3 * cells);
    });
  }

  destroy(): void {
    for (const stage of this.stages) stage.destroy();
  }

  private groupsFor(population: GpuPopulation): readonly GPUBindGroup[] {
    if (this.bound?.population === population) return this.bound.groups;
    const groups = population.members.map(({ trajectories: { values, tallies } }, i) =>
      this.device.createBindGroup({
        label: 'ParticlePass',
        layout: this.layout,
        entries: this.sight.entries(this.byFate, this.stages[i], values, tallies),
      }),
    );
    this.bound = { population, groups };
    return groups;
  }
}
