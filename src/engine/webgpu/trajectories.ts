import advanceShader from '../../../shaders/advance.wgsl?raw';
import allRowsShader from '../../../shaders/all-rows.wgsl?raw';
import drawnRowsShader from '../../../shaders/drawn-rows.wgsl?raw';
import functionsShader from '../../../shaders/functions.wgsl?raw';
import hashShader from '../../../shaders/hash.wgsl?raw';
import noiseShader from '../../../shaders/noise.wgsl?raw';
import quietShader from '../../../shaders/quiet.wgsl?raw';
import resetShader from '../../../shaders/reset.wgsl?raw';
import runShader from '../../../shaders/run.wgsl?raw';
import walkShader from '../../../shaders/walk.wgsl?raw';
import walkFarShader from '../../../shaders/walk-far.wgsl?raw';
import { asFormula, type Plan } from '../../experiment/index.ts';
import { isBatched } from '../batch.ts';
import { type KnobLayout, knobOffsets, knobTable, layKnobs } from '../knobs.ts';
import { lossScaleOf } from '../loss-scale.ts';
import { isNoisy } from '../noise.ts';
import { operationsOf } from '../operations.ts';
import { type Slots, slotsOf } from '../slots.ts';
import { stepScale } from '../step-scale.ts';
import { checkFit } from './fit.ts';
import { generateDrawn, generateNormals, generateObjective, generateUpdate } from './generate.ts';
import { RUN_BYTES, type RunNumbers, runWriter, workgroups } from './layouts.ts';
import { tableBuffer } from './table.ts';
import type { Workshop } from './workshop.ts';

/** So many operations of an objective and its gradient are few: a loop's own work counts beside them. */
const FEW = 2000;

/** The part of the grid that is simulated: all of it, or a single cell. */
export interface Extent {
  readonly cells: number;
  readonly first: number;
}

/** One optimizer's trajectories on the device: their buffers and the passes that start and advance them. */
export class Trajectories {
  readonly slots: Slots;
  readonly bindGroup: GPUBindGroup;
  readonly values: GPUBuffer;
  readonly tallies: GPUBuffer;
  readonly knobs: GPUBuffer;
  readonly table: GPUBuffer;
  private readonly run: GPUBuffer;
  private readonly write = runWriter();
  private readonly groups: [number, number];

  private constructor(
    private readonly workshop: Workshop,
    private plan: Plan,
    private readonly optimizer: number,
    private readonly extent: Extent,
    /** The texts that every pass over these trajectories begins with. */
    readonly texts: readonly string[],
    public layout: KnobLayout,
    private readonly resetPipeline: GPUComputePipeline,
    private readonly advancePipeline: GPUComputePipeline,
  ) {
    const { device, layouts } = workshop;
    const { update, label } = plan.optimizers[optimizer];
    const { STORAGE, COPY_DST, COPY_SRC, UNIFORM } = GPUBufferUsage;
    const buffer = (name: string, size: number, usage: number) =>
      device.createBuffer({ label: `${label}.${name}`, size: Math.max(size, 16), usage });
    const knobs = knobTable(plan, optimizer, layout);
    this.slots = slotsOf(plan.objective, update);
    this.run = buffer('run', RUN_BYTES, UNIFORM | COPY_DST);
    this.knobs = buffer('knobs', knobs.byteLength, STORAGE | COPY_DST);
    this.values = buffer('values', 4 * this.slots.values * extent.cells, STORAGE | COPY_DST | COPY_SRC);
    this.tallies = buffer('tallies', 4 * this.slots.tallies * extent.cells, STORAGE | COPY_DST | COPY_SRC);
    this.table = tableBuffer(device, plan);
    device.queue.writeBuffer(this.knobs, 0, knobs);
    this.bindGroup = device.createBindGroup({
      label: `${label}.run`,
      layout: layouts.run,
      entries: [this.run, this.knobs, this.values, this.tallies, this.table].map((resource, binding) => ({
        binding,
        resource: { buffer: resource },
      })),
    });
    this.groups = workgroups(extent.cells, device);
  }

  /** Builds (or finds) the pipelines and makes the buffers. Throws `BadExperiment` where they do not fit the device. */
  static async create(workshop: Workshop, plan: Plan, optimizer: number, extent: Extent): Promise<Trajectories> {
    checkFit(plan, optimizer, workshop.device);
    const knobs = layKnobs(plan, optimizer);
    const texts = textsOf(plan, optimizer, knobs);
    const layout = workshop.device.createPipelineLayout({ bindGroupLayouts: [workshop.layouts.run] });
    const { graph, loss, gradient } = asFormula(plan.objective).compiled;
    const far = isBatched(plan) || operationsOf(graph, [loss, ...gradient]) > FEW;
    const walk = far ? walkFarShader : walkShader;
    const [resetPipeline, advancePipeline] = await Promise.all([
      workshop.pipelines.computePipeline('reset', [...texts, resetShader], layout),
      workshop.pipelines.computePipeline('advance', [...texts, walk, advanceShader], layout),
    ]);
    return new Trajectories(workshop, plan, optimizer, extent, texts, knobs, resetPipeline, advancePipeline);
  }

  /** Whether another plan differs from this one in numbers alone. */
  fits(plan: Plan): boolean {
    const texts = textsOf(plan, this.optimizer, layKnobs(plan, this.optimizer));
    return texts.length === this.texts.length && texts.every((text, i) => text === this.texts[i]);
  }

  /** Takes over the numbers of a plan that fits. */
  retune(plan: Plan): void {
    this.plan = plan;
    // The same layout, but of the other plan's nodes.
    this.layout = layKnobs(plan, this.optimizer);
    this.workshop.device.queue.writeBuffer(this.knobs, 0, knobTable(plan, this.optimizer, this.layout));
  }

  /** Sets the numbers of the passes that are submitted next. */
  prepare(changing: Pick<RunNumbers, 'step' | 'count' | 'flags' | 'interval'>): void {
    const { plan, extent } = this;
    const { objective, outcomes } = plan;
    const { from, steep } = lossScaleOf(objective);
    const offsets = knobOffsets(plan, this.layout);
    const bytes = this.write({
      ...extent,
      ...changing,
      columns: plan.x.values.length,
      rowKnobs: offsets.row,
      cellKnobs: offsets.cell,
      seed: plan.seed,
      escape: outcomes.escape ** 2,
      bound: outcomes.bound,
      target: plan.target ?? -3.4e38,
      from,
      gradient: outcomes.gradient,
      distance: outcomes.distance,
      steep,
      perStep: 1 / stepScale(plan, this.optimizer, changing.step),
    });
    this.workshop.device.queue.writeBuffer(this.run, 0, bytes);
  }

  /** Records the pass that puts every trajectory at its start. */
  reset(pass: GPUComputePassEncoder): void {
    this.dispatch(pass, this.resetPipeline);
  }

  /** Records the pass that advances every trajectory by the prepared count. */
  advance(pass: GPUComputePassEncoder): void {
    this.dispatch(pass, this.advancePipeline);
  }

  /** Records a pass with a thread for every cell. */
  dispatch(pass: GPUComputePassEncoder, pipeline: GPUComputePipeline): void {
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, this.bindGroup);
    pass.dispatchWorkgroups(...this.groups);
  }

  destroy(): void {
    for (const buffer of [this.run, this.knobs, this.values, this.tallies, this.table]) buffer.destroy();
  }
}

function textsOf(plan: Plan, optimizer: number, knobs: KnobLayout): string[] {
  const { update } = plan.optimizers[optimizer];
  const [noisy, batched] = [isNoisy(plan), isBatched(plan)];
  const noise = noisy ? [noiseShader, generateNormals(plan)] : [quietShader];
  const rows = batched ? [drawnRowsShader, generateDrawn(plan.objective)] : [allRowsShader];
  const hash = noisy || batched ? [hashShader] : [];
  const formulas = [generateObjective(plan.objective), generateUpdate(update, knobs)];
  return [functionsShader, ...formulas, runShader, ...hash, ...noise, ...rows];
}
