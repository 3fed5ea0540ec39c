import type { Plan } from '../../experiment/index.ts';
import { isSigned } from '../counters.ts';
import { Recorder } from '../recorder.ts';
import { sameGrid } from '../retuning.ts';
import type { CellTable, Checkpoint, Measurement, Population, PopulationMeasure } from '../types.ts';
import { readCells, transposed } from './cells.ts';
import { Meter } from './meter.ts';
import { type PassNumbers, Trajectories } from './trajectories.ts';
import type { Workshop } from './workshop.ts';

/** Flags of `run.wgsl`. */
const WINDOW_END = 1;
const SIGNED = 2;

interface Member {
  readonly trajectories: Trajectories;
  readonly meter: Meter;
}

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
    readonly members: readonly Member[],
  ) {}

  /** Builds what the plan needs and puts every trajectory at its start. */
  static async create(workshop: Workshop, plan: Plan): Promise<GpuPopulation> {
    const members: Member[] = [];
    try {
      for (let i = 0; i < plan.optimizers.length; i++) {
        const trajectories = await Trajectories.create(workshop, plan, i, { cells: plan.cells, first: 0 });
        members.push({ trajectories, meter: await Meter.create(workshop, trajectories) });
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
    const numbers = { step: this.step, count, flags: 0, interval: 0 };
    this.compute('advance', numbers, ({ trajectories }, pass, cells) => trajectories.advance(pass, cells));
    this.step += count;
    this.measured = false;
  }

  async settled(): Promise<void> {
    await this.workshop.device.queue.onSubmittedWorkDone();
  }

  async measure(): Promise<Measurement> {
    const { step, plan } = this;
    const { interval, windowEnd } = this.recorder.read(step, plan);
    const flags = (isSigned(plan.objective) ? SIGNED : 0) | (windowEnd ? WINDOW_END : 0);
    const readings: (() => Promise<PopulationMeasure>)[] = [];
    this.compute(
      'measure',
      { step, count: 0, flags, interval },
      ({ meter }, pass, cells) => meter.count(pass, cells),
      (encoder) => {
        for (const { meter } of this.members) meter.clear(encoder);
      },
      (encoder) => {
        for (const [i, { meter }] of this.members.entries()) readings.push(meter.read(encoder, plan, i, step));
      },
    );
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

  know(plan: Plan): void {
    this.plan = plan;
  }

  reset(): void {
    this.step = 0;
    this.recorder.reset();
    this.measured = false;
    const numbers = { step: 0, count: 0, flags: 0, interval: 0 };
    this.compute('reset', numbers, ({ trajectories }, pass, cells) => trajectories.reset(pass, cells));
  }

  async cells(optimizer: number): Promise<CellTable> {
    if (!this.measured) await this.measure();
    return readCells(this.workshop.readback, this.members[optimizer].trajectories, this.plan, this.step);
  }

  async checkpoint(): Promise<Checkpoint> {
    const { step } = this;
    const states = await Promise.all(
      this.members.map(async ({ trajectories }) => {
        const { values, tallies, slots, form } = trajectories;
        const bySlot = (floats: Float32Array) => (form.byCell ? transposed(floats, slots.values) : floats);
        const whole = (buffer: GPUBuffer) => ({ buffer, offset: 0, size: buffer.size });
        const bytes = await this.workshop.readback.read([whole(values), whole(tallies)]);
        const floats = new Float32Array(bytes, 0, values.size / 4);
        return { values: bySlot(floats), tallies: new Uint32Array(bytes, values.size) };
      }),
    );
    return { step, states };
  }

  restore(checkpoint: Checkpoint): void {
    const { queue } = this.workshop.device;
    this.members.forEach(({ trajectories }, i) => {
      const { values, tallies } = checkpoint.states[i];
      const { byCell } = trajectories.form;
      const floats = byCell ? transposed(values, this.plan.cells) : values;
      queue.writeBuffer(trajectories.values, 0, floats as Float32Array<ArrayBuffer>);
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

  /**
   * Submits a pass over all trajectories, in several submissions where their form asks for that.
   * @param before is recorded before the first, `after` after the last
   */
  private compute(
    label: string,
    numbers: PassNumbers,
    record: (member: Member, pass: GPUComputePassEncoder, cells: number) => void,
    before?: (encoder: GPUCommandEncoder) => void,
    after?: (encoder: GPUCommandEncoder) => void,
  ): void {
    const { count } = numbers;
    const rounds = Math.max(...this.members.map(({ trajectories }) => trajectories.rounds(count)));
    for (let round = 0; round < rounds; round++) {
      const encoder = this.workshop.device.createCommandEncoder({ label });
      if (round === 0) before?.(encoder);
      const pass = encoder.beginComputePass({ label });
      for (const member of this.members) {
        const { begin, cells } = member.trajectories.part(round, count);
        if (cells === 0) continue;
        member.trajectories.prepare(numbers, begin);
        record(member, pass, cells);
      }
      pass.end();
      if (round === rounds - 1) after?.(encoder);
      this.workshop.device.queue.submit([encoder.finish()]);
    }
  }
}
