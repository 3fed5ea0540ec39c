import particlesShader from '../../../shaders/particles.wgsl?raw';
import type { Plan } from '../../experiment/index.ts';
import { discAlpha } from '../discs.ts';
import { slotsOf } from '../slots.ts';
import type { ViewFrame } from '../types.ts';
import type { GpuPopulation } from './population.ts';
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
    optimizers: number,
  ) {
    const { UNIFORM, COPY_DST } = GPUBufferUsage;
    this.stages = Array.from({ length: optimizers }, () =>
      device.createBuffer({ label: 'ParticlePass.stage', size: 4 * STAGE_WORDS, usage: UNIFORM | COPY_DST }),
    );
  }

  static async create({ device, pipelines }: Workshop, plan: Plan, format: GPUTextureFormat): Promise<ParticlePass> {
    const vertex = GPUShaderStage.VERTEX;
    const layout = device.createBindGroupLayout({
      label: 'ParticlePass',
      entries: [
        { binding: 0, visibility: vertex | GPUShaderStage.FRAGMENT, buffer: { type: 'uniform' } },
        ...[1, 2].map((binding) => ({
          binding,
          visibility: vertex,
          buffer: { type: 'read-only-storage' as const },
        })),
      ],
    });
    const over = { srcFactor: 'one', dstFactor: 'one-minus-src-alpha' } as const;
    const target = { format, blend: { color: over, alpha: over } };
    const pipelineLayout = device.createPipelineLayout({ bindGroupLayouts: [layout] });
    const texts = [placeOf(plan), particlesShader];
    const pipeline = await pipelines.renderPipeline('particles', texts, pipelineLayout, target);
    return new ParticlePass(device, pipeline, layout, plan.optimizers.length);
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
      this.words.set([...frame.center, sx, sy, ...size, radius, 0, ...colour.map((part) => part * alpha), alpha]);
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
        entries: [this.stages[i], values, tallies].map((buffer, binding) => ({ binding, resource: { buffer } })),
      }),
    );
    this.bound = { population, groups };
    return groups;
  }
}

/** WGSL that finds where a cell is, in the plane that is seen: origin and displacement, as `run.wgsl` has them. */
function placeOf(plan: Plan): string {
  const { length } = plan.objective.parameters;
  const { origin } = slotsOf(length, 0);
  const at = (i: number) => `values[${i}u * run.cells + cell] + values[${origin + i}u * run.cells + cell]`;
  return `fn place_of(cell: u32) -> vec2f { return vec2f(${at(0)}, ${length > 1 ? at(1) : '0.0'}); }\n`;
}
