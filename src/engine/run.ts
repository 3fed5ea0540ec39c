import type { Plan } from '../experiment/index.ts';
import { isRecord, nextRecord } from './records.ts';
import type { Checkpoint, Engine, Measurement, Population } from './types.ts';

/** Steps of the first tick, before anything is known of the speed. */
const FIRST_STEPS = 4;
/** Time between two checkpoints in ms. */
const CHECKPOINT_EVERY = 5000;
/** Time in ms within which the news of a lost device follows the failure that it caused. */
const LOSS_NEWS = 500;
/** Measurements under way at a time: more would only queue. */
const MAX_PENDING = 4;

/** What a run tells its owner besides its measurements. */
export interface RunEvents {
  /** A measurement was added to the history, or the history was emptied. */
  measured?(history: readonly Measurement[]): void;
  /** The device was lost; the run goes on from this step on a new one. */
  resumed?(step: number, reason: string): void;
}

/**
 * Drives one experiment on an engine: submissions of adaptive length, measurements at the same steps whatever their length, checkpoints,
 * and a new device where one is lost. Nothing runs by itself: the owner calls `tick` as often as it likes.
 */
export class Run {
  private measurements: Measurement[] = [];
  private readonly pending = new Set<Promise<void>>();
  /** Steps of the next tick. */
  private stride = FIRST_STEPS;
  private busyMilliseconds = 0;
  private busySteps = 0;
  private checkpoint: Checkpoint | null = null;
  private checkpointedAt = performance.now();
  private lossReason: string | null = null;
  private failure: unknown = null;
  private generation = 0;

  private constructor(
    private readonly open: () => Promise<Engine>,
    private readonly events: RunEvents,
    public engine: Engine,
    public population: Population,
  ) {
    this.watch();
  }

  /**
   * Builds the populations and measures them at step 0.
   * @param open opens an engine: at first, and again after a loss of the device
   */
  static async start(open: () => Promise<Engine>, plan: Plan, events: RunEvents = {}): Promise<Run> {
    const engine = await open();
    const run = new Run(open, events, engine, await engine.populate(plan));
    run.record();
    return run;
  }

  get plan(): Plan {
    return this.population.plan;
  }
  get step(): number {
    return this.population.step;
  }
  get done(): boolean {
    return this.step >= this.plan.steps;
  }
  /** Measurements so far, in the order of their steps. */
  get history(): readonly Measurement[] {
    return this.measurements;
  }
  /** Trajectory steps a second of all optimizers together, over the time in which the device worked for this run. */
  get particleStepsPerSecond(): number {
    if (this.busyMilliseconds === 0) return 0;
    return (this.busySteps * this.plan.cells * this.plan.optimizers.length * 1000) / this.busyMilliseconds;
  }

  /**
   * Advances for about so many milliseconds, at most by `most` steps or to the end. Throws what a measurement under way threw, and what opening a new
   * device threw where the old one was lost.
   */
  async tick(milliseconds: number, most = Number.POSITIVE_INFINITY): Promise<void> {
    if (this.failure) throw this.failure;
    if (this.lossReason !== null) await this.resume(this.lossReason);
    const began = performance.now();
    const from = this.step;
    const until = Math.min(this.plan.steps, from + Math.min(this.stride, most));
    while (this.step < until) {
      const next = nextRecord(this.step, this.plan.steps);
      this.population.advance(Math.min(until, next) - this.step);
      if (this.step !== next) break;
      this.record();
      if (this.pending.size >= MAX_PENDING) await Promise.race(this.pending);
    }
    await this.population.settled();
    this.learn(this.step - from, performance.now() - began, milliseconds);
    if (performance.now() - this.checkpointedAt > CHECKPOINT_EVERY && !this.done) await this.keep();
  }

  /** Makes exactly one more step, measured whether it is a record or not. */
  async single(): Promise<void> {
    if (this.done) return;
    this.population.advance(1);
    this.record();
    await this.finished();
  }

  /** Resolves when every measurement asked for has arrived. */
  async finished(): Promise<void> {
    await Promise.all(this.pending);
    if (this.failure) throw this.failure;
  }

  /** Takes over another plan's numbers while running; false where the plan needs a run of its own. */
  retune(plan: Plan): boolean {
    return this.population.retune(plan);
  }

  /** Back to step 0 with an empty history. */
  reset(): void {
    this.generation++;
    this.measurements = [];
    this.checkpoint = null;
    this.busyMilliseconds = 0;
    this.busySteps = 0;
    this.population.reset();
    this.events.measured?.(this.measurements);
    this.record();
  }

  /** Frees the population; the engine stays open for its other users. */
  destroy(): void {
    this.generation++;
    this.population.destroy();
  }

  private record(): void {
    const { generation } = this;
    const task = this.population
      .measure()
      .then((measurement) => {
        if (generation !== this.generation) return;
        this.measurements.push(measurement);
        this.events.measured?.(this.measurements);
      })
      .catch((error) => this.blame(error, generation))
      .finally(() => this.pending.delete(task));
    this.pending.add(task);
  }

  /** Lengthens the stride while a tick leaves a fifth of its time unused, and cuts it to fit when it takes too long. */
  private learn(steps: number, took: number, wanted: number): void {
    this.busySteps += steps;
    this.busyMilliseconds += took;
    if (took < 0.8 * wanted && steps === this.stride) this.stride = Math.ceil(1.5 * this.stride);
    else if (took > 1.5 * wanted) this.stride = Math.max(1, Math.floor((this.stride * wanted) / took));
  }

  private async keep(): Promise<void> {
    const { generation } = this;
    try {
      const checkpoint = await this.population.checkpoint();
      if (generation === this.generation) this.checkpoint = checkpoint;
    } catch (error) {
      await this.blame(error, generation);
    }
    this.checkpointedAt = performance.now();
  }

  /** Keeps what failed for the next tick to throw; but a loss of the device, perhaps not told yet, is overcome by going on from the checkpoint. */
  private async blame(error: unknown, generation: number): Promise<void> {
    await Promise.race([this.engine.lost, new Promise((resolve) => setTimeout(resolve, LOSS_NEWS))]);
    if (this.lossReason === null && generation === this.generation) this.failure = error;
  }

  private watch(): void {
    const { engine } = this;
    engine.lost.then((reason) => {
      if (engine === this.engine) this.lossReason = reason;
    });
  }

  private async resume(reason: string): Promise<void> {
    this.generation++;
    await Promise.all(this.pending);
    this.engine = await this.open();
    this.lossReason = null;
    this.watch();
    this.population = await this.engine.populate(this.plan);
    if (this.checkpoint) this.population.restore(this.checkpoint);
    const { step } = this.population;
    this.measurements = this.measurements.filter((measurement) => measurement.step <= step);
    if (isRecord(step, this.plan.steps) && this.measurements.at(-1)?.step !== step) this.record();
    this.events.resumed?.(step, reason);
  }
}
