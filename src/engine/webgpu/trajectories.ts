import type { Plan } from '../../experiment/index.ts';
import { type KnobLayout, knobOffsets, knobTable, layKnobs } from '../knobs.ts';
import { lossScaleOf } from '../loss-scale.ts';
import { type Slots, slotsOf, TAIL } from '../slots.ts';
import { stepScale } from '../step-scale.ts';
import { checkFit } from './fit.ts';
import { type Form, formOf } from './forms.ts';
import { RUN_BYTES, type RunNumbers, runWriter, workgroups } from './layouts.ts';
import { tableBuffer } from './table.ts';
import type { Workshop } from './workshop.ts';

/** Operations of one submission of a form that counts them: a fifth of a second or so where an adapter is a program, so that none is taken for hung. */
const MOST_OPERATIONS = 1e9;

/** The part of the grid that is simulated: all of it, or a single cell. */
export interface Extent {
  readonly cells: number;
  readonly first: number;
}

/** The numbers of a pass that differ from one to the next. */
export type PassNumbers = Pick<RunNumbers, 'step' | 'count' | 'flags' | 'interval'>;

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

  private constructor(
    private readonly workshop: Workshop,
    private plan: Plan,
    private readonly optimizer: number,
    private readonly extent: Extent,
    /** The passes over these trajectories. */
    readonly form: Form,
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
    this.table = tableBuffer(device, plan.objective, layout);
    device.queue.writeBuffer(this.knobs, 0, knobs);
    this.bindGroup = device.createBindGroup({
      label: `${label}.run`,
      layout: layouts.run,
      entries: [this.run, this.knobs, this.values, this.tallies, this.table].map((resource, binding) => ({
        binding,
        resource: { buffer: resource },
      })),
    });
  }

  /** Builds (or finds) the pipelines and makes the buffers. Throws `BadExperiment` where they do not fit the device. */
  static async create(workshop: Workshop, plan: Plan, optimizer: number, extent: Extent): Promise<Trajectories> {
    checkFit(plan, optimizer, workshop.device);
    const knobs = layKnobs(plan, optimizer);
    const form = formOf(plan, optimizer, knobs, workshop.software);
    const layout = workshop.device.createPipelineLayout({ bindGroupLayouts: [workshop.layouts.run] });
    const [resetPipeline, advancePipeline] = await Promise.all([
      workshop.pipelines.computePipeline('reset', [...form.texts, ...form.reset], layout),
      workshop.pipelines.computePipeline('advance', [...form.texts, ...form.advance], layout),
    ]);
    return new Trajectories(workshop, plan, optimizer, extent, form, knobs, resetPipeline, advancePipeline);
  }

  /** Whether another plan differs from this one in numbers alone. */
  fits(plan: Plan): boolean {
    const { texts } = formOf(plan, this.optimizer, layKnobs(plan, this.optimizer), this.workshop.software);
    return texts.length === this.form.texts.length && texts.every((text, i) => text === this.form.texts[i]);
  }

  /** Takes over the numbers of a plan that fits. */
  retune(plan: Plan): void {
    this.plan = plan;
    // The same layout, but of the other plan's nodes.
    this.layout = layKnobs(plan, this.optimizer);
    this.workshop.device.queue.writeBuffer(this.knobs, 0, knobTable(plan, this.optimizer, this.layout));
  }

  /**
   * Sets the numbers of the passes that are submitted next.
   * @param begin the first cell that they take
   */
  prepare(changing: PassNumbers, begin = 0): void {
    const { plan, extent } = this;
    const { objective, outcomes } = plan;
    const { from, steep } = lossScaleOf(objective);
    const offsets = knobOffsets(plan, this.layout);
    const bytes = this.write({
      ...extent,
      ...changing,
      begin,
      tail: Math.max(0, plan.steps - TAIL),
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

  /** How many submissions a pass is cut into that makes so many updates. */
  rounds(updates: number): number {
    return Math.ceil(this.extent.cells / this.cellsAtOnce(updates));
  }

  /** The cells that one of these submissions takes, as a first one and a number. */
  part(round: number, updates: number): { readonly begin: number; readonly cells: number } {
    const most = this.cellsAtOnce(updates);
    const begin = round * most;
    return { begin, cells: Math.max(0, Math.min(most, this.extent.cells - begin)) };
  }

  /** Records the pass that puts trajectories at their starts, from the prepared one on. */
  reset(pass: GPUComputePassEncoder, cells = this.extent.cells): void {
    this.dispatch(pass, this.resetPipeline, cells);
  }

  /** Records the pass that advances trajectories, from the prepared one on, by the prepared count. */
  advance(pass: GPUComputePassEncoder, cells = this.extent.cells): void {
    this.dispatch(pass, this.advancePipeline, cells);
  }

  /** Records a pass over cells, from the prepared one on. */
  dispatch(pass: GPUComputePassEncoder, pipeline: GPUComputePipeline, cells = this.extent.cells): void {
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, this.bindGroup);
    pass.dispatchWorkgroups(...workgroups(cells / this.form.cellsOfGroup, this.workshop.device));
  }

  private cellsAtOnce(updates: number): number {
    const { operations } = this.form;
    const { cells } = this.extent;
    if (operations === 0) return cells;
    return Math.min(cells, Math.max(1, Math.floor(MOST_OPERATIONS / (operations * Math.max(1, updates)))));
  }

  destroy(): void {
    for (const buffer of [this.run, this.knobs, this.values, this.tallies, this.table]) buffer.destroy();
  }
}
