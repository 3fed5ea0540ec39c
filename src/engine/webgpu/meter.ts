import type { Plan } from '../../experiment/index.ts';
import { COUNTERS, readCounters } from '../counters.ts';
import type { PopulationMeasure } from '../types.ts';
import type { Trajectories } from './trajectories.ts';
import type { Workshop } from './workshop.ts';

/** Measures one optimizer's trajectories: every cell's loss, gradient norm and outcome in place, and their counts read back. */
export class Meter {
  private readonly counters: GPUBuffer;
  private readonly bindGroup: GPUBindGroup;

  private constructor(
    private readonly workshop: Workshop,
    private readonly trajectories: Trajectories,
    private readonly pipeline: GPUComputePipeline,
  ) {
    const { device, layouts } = workshop;
    const { STORAGE, COPY_DST, COPY_SRC } = GPUBufferUsage;
    this.counters = device.createBuffer({
      label: 'Meter.counters',
      size: 4 * COUNTERS,
      usage: STORAGE | COPY_DST | COPY_SRC,
    });
    this.bindGroup = device.createBindGroup({
      label: 'Meter',
      layout: layouts.results,
      entries: [{ binding: 0, resource: { buffer: this.counters } }],
    });
  }

  static async create(workshop: Workshop, trajectories: Trajectories): Promise<Meter> {
    const { run, results } = workshop.layouts;
    const layout = workshop.device.createPipelineLayout({ bindGroupLayouts: [run, results] });
    const { texts, measure } = trajectories.form;
    return new Meter(
      workshop,
      trajectories,
      await workshop.pipelines.computePipeline('measure', [...texts, ...measure], layout),
    );
  }

  /** Records that the counters begin at 0. */
  clear(encoder: GPUCommandEncoder): void {
    encoder.clearBuffer(this.counters);
  }

  /** Records the measurement of so many cells, from the prepared one on. */
  count(pass: GPUComputePassEncoder, cells: number): void {
    pass.setBindGroup(1, this.bindGroup);
    this.trajectories.dispatch(pass, this.pipeline, cells);
  }

  /** Records the reading of the counters; the function that comes back is called after the submission and resolves with the counts told as quantiles. */
  read(encoder: GPUCommandEncoder, plan: Plan, optimizer: number, step: number): () => Promise<PopulationMeasure> {
    const bytes = this.workshop.readback.record(encoder, [
      { buffer: this.counters, offset: 0, size: this.counters.size },
    ]);
    return async () => readCounters(new Uint32Array(await bytes()), plan, optimizer, step);
  }

  destroy(): void {
    this.counters.destroy();
  }
}
