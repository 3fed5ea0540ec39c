import type { Plan } from '../../experiment/index.ts';
import { tableOfCells } from '../cell-table.ts';
import { readCounters } from '../counters.ts';
import { Recorder } from '../recorder.ts';
import { sameGrid } from '../retuning.ts';
import { stepScale } from '../step-scale.ts';
import type { CellTable, Checkpoint, Measurement, Population } from '../types.ts';
import type { Link } from './chain.ts';
import { PoolClosed } from './jobs.ts';
import type { Member } from './member.ts';

/** All optimizers' trajectories on the CPU. */
export class CpuPopulation implements Population {
  step = 0;
  private readonly recorder = new Recorder();
  /** Whether every cell's loss and outcome are those of the present. */
  private measured = false;

  constructor(
    public plan: Plan,
    /** Each optimizer's trajectories, in the plan's order. */
    readonly members: readonly Member[],
  ) {
    this.reset();
  }

  advance(count: number): void {
    if (count > 0) this.push({ kind: 'advance', step: this.step, count });
    this.step += count;
    this.measured = false;
  }

  async settled(): Promise<void> {
    await Promise.all(this.members.map((member) => member.here(() => {})));
  }

  async measure(): Promise<Measurement> {
    const { step, plan } = this;
    const reading = this.recorder.read(step, plan);
    this.measured = true;
    const counted = this.members.map((member, i) => member.measure(step, reading, stepScale(plan, i, step)));
    const counters = await Promise.all(counted);
    return { step, optimizers: counters.map((each, i) => readCounters(each, plan, i, step)) };
  }

  retune(plan: Plan): boolean {
    if (!sameGrid(plan, this.plan) || !this.members.every((member) => member.fits(plan))) return false;
    for (const member of this.members) member.retune(plan);
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
    this.push({ kind: 'reset' });
  }

  async cells(optimizer: number): Promise<CellTable> {
    const { plan, step } = this;
    const member = this.members[optimizer];
    const measured = this.measured ? null : this.measure();
    const slots = member.layout.slots;
    // Nothing is told of where windows began, nor of the optimizer's states.
    const told = (slot: number) => slot < slots.anchor || (slots.ratios >= 0 && slot >= slots.ratios);
    const [floats, integers] = await Promise.all([member.gather('float', told), member.gather('integer'), measured]);
    return tableOfCells(
      plan,
      step,
      slots,
      (slot) => floats[slot],
      (tally) => integers[tally],
    );
  }

  async checkpoint(): Promise<Checkpoint> {
    const { step } = this;
    const states = await Promise.all(this.members.map((member) => member.save()));
    return { step, states };
  }

  restore(checkpoint: Checkpoint): void {
    this.members.forEach((member, i) => {
      member.load(checkpoint.states[i]);
    });
    this.step = checkpoint.step;
    this.recorder.resume(checkpoint.step);
    this.measured = false;
  }

  destroy(): void {
    for (const member of this.members) member.stop(new PoolClosed());
  }

  private push(link: Link): void {
    for (const { chains } of this.members) for (const chain of chains) chain.push(link);
  }
}
