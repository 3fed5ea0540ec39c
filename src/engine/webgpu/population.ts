import type { Plan } from '../../experiment/index.ts';
import { isSigned } from '../counters.ts';
import { Recorder } from '../recorder.ts';
import { sameGrid } from '../retuning.ts';
import type { CellTable, Checkpoint, Measurement, Population } from '../types.ts';
import { readCells } from './cells.ts';
import { Meter } from './meter.ts';
import { Trajectories } from './trajectories.ts';
import type { Workshop } from './workshop.ts';

/** Flags of `run.wgsl`. */
const WINDOW_END = 1;
const SIGNED = 2;

/** All optimizers' trajectories on a WebGPU device. */
export class GpuPopulation implements Population {
  step = 0;
  private readonly recorder = new Recorder();
  /** Whether every cell's loss and outcome are those of the present. */
  private measured = false;

  private constructor(
    private readonly workshop: Workshop,
    public plan: Plan,
    /** Each optimizer's trajectories, in the plan's order. */
    readonly members: readonly { readonly trajectories: Trajectories; readonly meter: Meter }[],
  ) {}

  /** Builds what the plan needs and puts every trajectory at its start. */
  static async create(workshop: Workshop, plan: Plan): Promise<GpuPopulation> {
    const members: { trajectories: Trajectories; meter: Meter }[] = [];
    try {
      for (let i = 0; i < plan.optimizers.length; i++) {
        const trajectories = await Trajectories.create(workshop, plan, i, { cells: plan.cells, first: 0 });
        members.push({ trajectories, meter: await Meter.create(workshop, trajectories, plan) });
      }
    } catch (error) {
      for (const { trajectories } of members) trajectories.destroy();
      throw error;
    }
    const population = new GpuPopulation(workshop, plan, members);
    population.reset();
    return population;
  }

  advance(count: number): void {
    for (const { trajectories } of this.members)
      trajectories.prepare({ step: this.step, count, flags: 0, interval: 0 });
    this.compute('advance', (pass) => {
      for (const { trajectories } of this.members) trajectories.advance(pass);
    });
    this.step += count;
    this.measured = false;
  }

  async settled(): Promise<void> {
    await this.workshop.device.queue.onSubmittedWorkDone();
  }

  async measure(): Promise<Measurement> {
    const { step } = this;
    const encoder = this.workshop.device.createCommandEncoder({ label: 'measure' });
    const readings = this.recordMeasures(encoder);
    this.workshop.device.queue.submit([encoder.finish()]);
    this.measured = true;
    return { step, optimizers: await Promise.all(readings.map((read) => read())) };
  }

  retune(plan: Plan): boolean {
    const same = sameGrid(plan, this.plan) && this.members.every(({ trajectories }) => trajectories.fits(plan));
    if (!same) return false;
    for (const { trajectories } of this.members) trajectories.retune(plan);
    this.plan = plan;
    this.measured = false;
    return true;
  }

  reset(): void {
    this.step = 0;
    this.recorder.reset();
    this.measured = false;
    for (const { trajectories } of this.members) trajectories.prepare({ step: 0, count: 0, flags: 0, interval: 0 });
    this.compute('reset', (pass) => {
      for (const { trajectories } of this.members) trajectories.reset(pass);
    });
  }

  async cells(optimizer: number): Promise<CellTable> {
    if (!this.measured) await this.measure();
    return readCells(this.workshop.readback, this.members[optimizer].trajectories, this.plan, this.step);
  }

  async checkpoint(): Promise<Checkpoint> {
    const { step } = this;
    const pieces = this.members.map(({ trajectories }) => [trajectories.values, trajectories.tallies]);
    const states = await Promise.all(
      pieces.map(async ([values, tallies]) => {
        const whole = (buffer: GPUBuffer) => ({ buffer, offset: 0, size: buffer.size });
        const bytes = await this.workshop.readback.read([whole(values), whole(tallies)]);
        return { values: new Float32Array(bytes, 0, values.size / 4), tallies: new Uint32Array(bytes, values.size) };
      }),
    );
    return { step, states };
  }

  restore(checkpoint: Checkpoint): void {
    const { queue } = this.workshop.device;
    this.members.forEach(({ trajectories }, i) => {
      const { values, tallies } = checkpoint.states[i];
      queue.writeBuffer(trajectories.values, 0, values as Float32Array<ArrayBuffer>);
      queue.writeBuffer(trajectories.tallies, 0, tallies as Uint32Array<ArrayBuffer>);
    });
    this.step = checkpoint.step;
    this.recorder.resume(checkpoint.step);
    this.measured = false;
  }

  destroy(): void {
    for (const { trajectories, meter } of this.members) {
      trajectories.destroy();
      meter.destroy();
    }
  }

  private recordMeasures(encoder: GPUCommandEncoder) {
    const { step, plan } = this;
    const { interval, windowEnd } = this.recorder.read(step, plan);
    const flags = (isSigned(plan.objective) ? SIGNED : 0) | (windowEnd ? WINDOW_END : 0);
    return this.members.map(({ trajectories, meter }, i) => {
      trajectories.prepare({ step, count: 0, flags, interval });
      return meter.record(encoder, plan, i, step);
    });
  }

  private compute(label: string, record: (pass: GPUComputePassEncoder) => void): void {
    const encoder = this.workshop.device.createCommandEncoder({ label });
    const pass = encoder.beginComputePass({ label });
    record(pass);
    pass.end();
    this.workshop.device.queue.submit([encoder.finish()]);
  }
}
