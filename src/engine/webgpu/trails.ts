import coverShader from '../../../shaders/cover.wgsl?raw';
import fadeShader from '../../../shaders/trail-fade.wgsl?raw';
import keepShader from '../../../shaders/trail-keep.wgsl?raw';
import layShader from '../../../shaders/trail-lay.wgsl?raw';
import sampleShader from '../../../shaders/trail-sample.wgsl?raw';
import trailsShader from '../../../shaders/trails.wgsl?raw';
import { literal } from '../../formula/index.ts';
import { sampleOf, TRAIL, TrailClock } from '../trails.ts';
import type { ViewFrame } from '../types.ts';
import type { GpuPopulation } from './population.ts';
import type { Sight } from './sight.ts';
import type { Workshop } from './workshop.ts';

/** Numbers of `Sample` in `trail-sample.wgsl`. */
const SAMPLE_WORDS = 20;
/** The binding of the places that are kept. */
const KEPT = 5;
/** Of a layer: the colour of trails, and in alpha how much of it shows. */
const FORMAT = 'rgba8unorm';

/** One optimizer's trails. */
interface Member {
  readonly stage: GPUBuffer;
  readonly kept: GPUBuffer;
  readonly keep: GPUBindGroup;
  readonly draw: readonly [alike: GPUBindGroup, byFate: GPUBindGroup];
}

type Pipelines = Awaited<ReturnType<typeof build>>;

/** A layer of trails, which is drawn to with every picture and fades. */
export class TrailPass {
  private readonly clock = new TrailClock();
  private layer: GPUTexture | null = null;
  private layers = 0;
  private bound: { population: GpuPopulation; members: readonly Member[] } | null = null;
  private populations = 0;
  private laid: { ground: GPUTexture; group: GPUBindGroup } | null = null;

  private constructor(
    private readonly device: GPUDevice,
    private readonly sight: Sight,
    private readonly built: Pipelines,
  ) {}

  static async create(workshop: Workshop, sight: Sight, format: GPUTextureFormat): Promise<TrailPass> {
    return new TrailPass(workshop.device, sight, await build(workshop, sight, format));
  }

  /** Records that trails are a picture older, and their newest parts. */
  record(encoder: GPUCommandEncoder, population: GpuPopulation, frame: ViewFrame, pixel: number): void {
    const [width, height] = frame.pixels;
    const layer = this.layerOf(width, height);
    const members = this.membersFor(population);
    const shown = frame.colors.map((color) => color !== null);
    const scene = [this.populations, this.layers, shown, frame.center, frame.scale].join();
    const { cleared, moved, faded } = this.clock.next(scene, population.step, performance.now());
    if (!cleared && !moved) return;
    const { columns, across, count, words } = this.sampleFor(population);
    const integers = new Uint32Array(words.buffer);
    const [sx, sy] = frame.scale.map((scale) => scale / pixel);
    members.forEach(({ stage }, i) => {
      const colour = frame.colors[i] ?? [0, 0, 0];
      words.set([...frame.center, sx, sy, width, height, TRAIL.WIDTH * pixel, 0, ...colour, TRAIL.LEAP * pixel]);
      integers[7] = population.plan.cells;
      integers.set([across, count, columns], 16);
      this.device.queue.writeBuffer(stage, 0, words);
    });

    const { fade, lines, keep } = this.built;
    const pass = encoder.beginRenderPass({
      label: 'trails',
      colorAttachments: [{ view: layer.createView(), loadOp: cleared ? 'clear' : 'load', storeOp: 'store' }],
    });
    if (faded > 0) {
      pass.setPipeline(fade);
      pass.setBlendConstant([0, 0, 0, faded / 255]);
      pass.draw(3);
    }
    if (moved) {
      const painted = frame.paint ? 1 : 0;
      pass.setPipeline(lines[painted]);
      members.forEach(({ draw }, i) => {
        if (!frame.colors[i]) return;
        pass.setBindGroup(0, draw[painted]);
        pass.draw(6 * count);
      });
    }
    pass.end();
    const keeping = encoder.beginComputePass({ label: 'trails.keep' });
    keeping.setPipeline(keep);
    for (const member of members) {
      keeping.setBindGroup(0, member.keep);
      keeping.dispatchWorkgroups(Math.ceil(count / 64));
    }
    keeping.end();
  }

  /** Records that the ground with the trails over it is drawn to a target. */
  lay(encoder: GPUCommandEncoder, ground: GPUTexture, target: GPUTextureView): void {
    const pass = encoder.beginRenderPass({
      label: 'trails.lay',
      colorAttachments: [{ view: target, loadOp: 'clear', storeOp: 'store' }],
    });
    pass.setPipeline(this.built.lay);
    pass.setBindGroup(0, this.groundGroup(ground));
    pass.draw(3);
    pass.end();
  }

  destroy(): void {
    this.layer?.destroy();
    this.forget();
  }

  private sampleFor({ plan }: GpuPopulation) {
    const columns = plan.x.values.length;
    const { stride, offset, counts } = sampleOf(columns, plan.y.values.length, plan.optimizers.length);
    const words = new Float32Array(SAMPLE_WORDS);
    new Uint32Array(words.buffer).set([...stride, ...offset], 12);
    return { columns, across: counts[0], count: counts[0] * counts[1], words };
  }

  private layerOf(width: number, height: number): GPUTexture {
    if (this.layer?.width === width && this.layer.height === height) return this.layer;
    this.layer?.destroy();
    this.laid = null;
    this.layers++;
    const usage = GPUTextureUsage.RENDER_ATTACHMENT | GPUTextureUsage.TEXTURE_BINDING;
    this.layer = this.device.createTexture({ label: 'trails', size: [width, height], format: FORMAT, usage });
    return this.layer;
  }

  private groundGroup(ground: GPUTexture): GPUBindGroup {
    if (this.laid?.ground === ground) return this.laid.group;
    if (!this.layer) throw new Error('internal: no trails to lay');
    const group = this.device.createBindGroup({
      label: 'trails.lay',
      layout: this.built.layLayout,
      entries: [ground, this.layer].map((texture, binding) => ({ binding, resource: texture.createView() })),
    });
    this.laid = { ground, group };
    return group;
  }

  private membersFor(population: GpuPopulation): readonly Member[] {
    if (this.bound?.population === population) return this.bound.members;
    this.forget();
    this.populations++;
    const { device, sight, built } = this;
    const { UNIFORM, STORAGE, COPY_DST } = GPUBufferUsage;
    const { count } = this.sampleFor(population);
    const members = population.members.map(({ trajectories: { values, tallies } }): Member => {
      const stage = device.createBuffer({ label: 'trails.sample', size: 4 * SAMPLE_WORDS, usage: UNIFORM | COPY_DST });
      const kept = device.createBuffer({ label: 'trails.kept', size: 8 * count, usage: STORAGE });
      const group = (layout: GPUBindGroupLayout, byFate: boolean) =>
        device.createBindGroup({
          label: 'trails',
          layout,
          entries: [...sight.entries(byFate, stage, values, tallies), { binding: KEPT, resource: { buffer: kept } }],
        });
      const [alike, byFate] = built.lineLayouts;
      return { stage, kept, keep: group(built.keepLayout, false), draw: [group(alike, false), group(byFate, true)] };
    });
    this.bound = { population, members };
    return members;
  }

  private forget(): void {
    for (const { stage, kept } of this.bound?.members ?? []) {
      stage.destroy();
      kept.destroy();
    }
    this.bound = null;
  }
}

async function build({ device, pipelines }: Workshop, sight: Sight, format: GPUTextureFormat) {
  const { VERTEX, FRAGMENT, COMPUTE } = GPUShaderStage;
  const layoutOf = (...entries: GPUBindGroupLayoutEntry[]) =>
    device.createBindGroupLayout({ label: 'trails', entries });
  const pipelineLayout = (...bindGroupLayouts: GPUBindGroupLayout[]) =>
    device.createPipelineLayout({ bindGroupLayouts });
  const kept = (visibility: number, type: GPUBufferBindingType) => ({ binding: KEPT, visibility, buffer: { type } });
  const keepLayout = layoutOf(...sight.layout(false, COMPUTE), kept(COMPUTE, 'storage'));
  const lineLayouts = [false, true].map((byFate) =>
    layoutOf(...sight.layout(byFate, VERTEX), kept(VERTEX, 'read-only-storage')),
  );
  const texture = { sampleType: 'unfilterable-float' as const };
  const layLayout = layoutOf(...[0, 1].map((binding) => ({ binding, visibility: FRAGMENT, texture })));
  const texts = (byFate: boolean) => [sampleShader, ...sight.texts(byFate)];
  const strength = `const TRAIL_STRENGTH = ${literal(TRAIL.STRENGTH)};\n`;
  const replaced = { srcFactor: 'one', dstFactor: 'zero' } as const;
  // What is strongest shows.
  const strongest = { operation: 'max', srcFactor: 'one', dstFactor: 'one' } as const;
  const weaker = { operation: 'reverse-subtract', srcFactor: 'constant', dstFactor: 'one' } as const;
  const lineTarget = { format: FORMAT, blend: { color: replaced, alpha: strongest } } as const;
  const fadeTarget = {
    format: FORMAT,
    blend: { color: replaced, alpha: weaker },
    writeMask: GPUColorWrite.ALPHA,
  } as const;
  const [keep, fade, lay, ...lines] = await Promise.all([
    pipelines.computePipeline('trails.keep', [...texts(false), keepShader], pipelineLayout(keepLayout)),
    pipelines.renderPipeline('trails.fade', [coverShader, fadeShader], pipelineLayout(), fadeTarget),
    pipelines.renderPipeline('trails.lay', [coverShader, layShader], pipelineLayout(layLayout), { format }),
    ...[false, true].map((byFate, i) =>
      pipelines.renderPipeline(
        'trails',
        [strength, ...texts(byFate), trailsShader],
        pipelineLayout(lineLayouts[i]),
        lineTarget,
      ),
    ),
  ]);
  return { keep, fade, lay, lines, keepLayout, lineLayouts, layLayout };
}
