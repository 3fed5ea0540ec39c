import type { Plan } from '../experiment/index.ts';
import { fitted } from './fitted.ts';
import { History } from './history.ts';
import { Keyframes } from './keyframes.ts';
import { isRecord, nextRecord } from './records.ts';
import { Stride } from './stride.ts';
import { Turns } from './turns.ts';
import type { Checkpoint, DeviceInfo, Engine, Measurement, Population } from './types.ts';

/** Time in ms after which a run that seeks a step looks whether another one is wanted. */
const SEEK_TICK = 20;
/** Time in ms within which the news of a lost device follows the failure that it caused. */
const LOSS_NEWS = 500;

/** What a run tells its owner besides its measurements. */
export interface RunEvents {
  /** A measurement was added to the history, or some were taken from it. */
  measured?(history: readonly Measurement[]): void;
  /** A device was lost; the run goes on from this step on a new one. */
  resumed?(step: number, reason: string, lost: DeviceInfo): void;
}

/**
 * Drives one experiment on an engine: submissions of adaptive length, measurements at the same steps whatever their length, checkpoints,
 * a new device where one is lost, another engine where one is wanted. Nothing runs by itself: the owner calls `tick` as often as it likes.
 */
export class Run {
  private readonly measured: History;
  private stride = new Stride();
  private readonly keyframes = new Keyframes();
  /** Whether the way to the present step was made by other numbers, or on another engine, in part. */
  private mixed = false;
  /** Seeks asked for so far; a reset and the run's end count, too, for they call off the one before. */
  private seeks = 0;
  private lossReason: string | null = null;
  private failure: unknown = null;
  /** Moves asked for so far; the run's own end counts as one, for it too calls off the one before. */
  private moves = 0;
  /** What has the population to itself, and all that waits for it. */
  private readonly turns = new Turns();

  private constructor(
    private open: () => Promise<Engine>,
    private readonly events: RunEvents,
    public engine: Engine,
    public population: Population,
  ) {
    this.measured = new History({
      changed: (measurements) => events.measured?.(measurements),
      failed: (error, generation) => this.blame(error, generation),
    });
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
    return this.measured.measurements;
  }
  /** Trajectory steps a second of all optimizers together, over the time in which the present device worked for this run. */
  get particleStepsPerSecond(): number {
    return this.stride.perSecond * this.plan.cells * this.plan.optimizers.length;
  }

  /**
   * Advances for about so many milliseconds, at most by `most` steps or to the end. Throws what a measurement under way threw, and what opening a new
   * device threw where the old one was lost.
   */
  tick(milliseconds: number, most = Number.POSITIVE_INFINITY): Promise<void> {
    return this.turns.take(() => this.advance(milliseconds, most));
  }

  /** Makes the next step at once, beside a tick that is under way. False where it cannot: at the end, or while the population must stay as it is. */
  hasten(): boolean {
    if (this.turns.taken || this.done || this.failure || this.lossReason !== null || this.measured.full) return false;
    this.population.advance(1);
    if (isRecord(this.step, this.plan.steps)) this.record();
    return true;
  }

  /** Makes exactly one more step, measured whether it is a record or not. */
  single(): Promise<void> {
    return this.turns.takeAlone(async () => {
      if (this.done) return;
      this.population.advance(1);
      this.record();
      await this.finished();
    });
  }

  /**
   * Goes to a step, forwards or back, as a run that was never interrupted comes there: same bits, same history. It is measured there. A run that was retuned or moved on its
   * way goes back to its start and comes by its present numbers. A later seek, a reset or the run's end calls it off on its way.
   */
  seek(step: number): Promise<void> {
    const seek = ++this.seeks;
    const wanted = Math.min(Math.max(0, Math.round(step)), this.plan.steps);
    return this.turns.takeAlone(() => this.goTo(wanted, () => seek === this.seeks));
  }

  /** Measures the step at which it stands, a record or not, where that is not done yet. */
  look(): Promise<void> {
    return this.turns.takeAlone(async () => {
      await this.finished();
      if (this.measured.last !== this.step) this.record();
      await this.finished();
    });
  }

  /** Resolves when every measurement asked for has arrived. */
  async finished(): Promise<void> {
    await this.measured.settled();
    if (this.failure) throw this.failure;
  }

  /** Takes over another plan's numbers while running; false where the plan needs a run of its own. */
  retune(plan: Plan): boolean {
    if (!this.population.retune(plan)) return false;
    if (this.step > 0) this.mixed = true;
    this.keyframes.keepNewest();
    return true;
  }

  /** Takes over a plan that differs in nothing but the minima that are known of its objective: the run is what it was. */
  know(plan: Plan): void {
    this.population.know(plan);
  }

  /**
   * Goes on from the same step on the engine that `open` opens, now and after a loss of the device; the history is kept. Where that cannot be, this
   * throws why, and the run stays where it is. Meanwhile the run may be ticked, retuned and reset. False where another move or the run's end came first.
   */
  async move(open: () => Promise<Engine>): Promise<boolean> {
    const move = ++this.moves;
    try {
      const engine = await open();
      if (move !== this.moves) return false;
      if (engine !== this.engine) {
        const population = await this.populate(engine);
        await this.turns.takeAlone(() => this.handOver(engine, population, move));
      }
      if (move !== this.moves) return false;
      this.open = open;
      return true;
    } catch (error) {
      if (move !== this.moves) return false;
      throw error;
    }
  }

  /** Back to step 0 with an empty history. */
  reset(): void {
    this.seeks++;
    this.mixed = false;
    this.keyframes.clear();
    this.stride.reset();
    this.population.reset();
    this.measured.cut(-1);
    this.record();
  }

  /** Frees the population; the engine stays open for its other users. */
  destroy(): void {
    this.measured.renew();
    this.seeks++;
    this.keyframes.clear();
    this.moves++;
    this.population.destroy();
  }

  private async advance(milliseconds: number, most: number): Promise<void> {
    if (this.failure) throw this.failure;
    if (this.lossReason !== null) await this.resume();
    const began = performance.now();
    const from = this.step;
    const until = Math.min(this.plan.steps, from + Math.min(this.stride.steps, most));
    while (this.step < until) {
      const next = nextRecord(this.step, this.plan.steps);
      this.population.advance(Math.min(until, next) - this.step);
      if (this.step !== next) break;
      this.record();
      if (this.measured.full) await this.measured.room();
    }
    await this.population.settled();
    this.stride.learn(this.step - from, performance.now() - began, milliseconds);
    if (this.keyframes.due && !this.done) await this.keep();
  }

  private async goTo(step: number, wanted: () => boolean): Promise<void> {
    if (!wanted()) return;
    if (this.lossReason !== null) await this.resume();
    await this.finished();
    if (!wanted()) return;
    // Steps that were only looked at are none of the history that a straight run has.
    this.measured.keepRecords(this.plan.steps);
    if (step < this.step) this.rewind(step);
    while (this.step < step && wanted()) await this.advance(SEEK_TICK, step - this.step);
    if (!wanted()) return;
    if (this.measured.last !== this.step) this.record();
    await this.finished();
  }

  /** Back to the last checkpoint before a step, or to the start: what was measured up to the step holds. */
  private rewind(step: number): void {
    if (this.mixed) this.keyframes.clear();
    this.keyframes.cut(step);
    const from = this.keyframes.newest;
    const { mixed } = this;
    this.mixed = false;
    if (from) this.population.restore(from);
    else this.population.reset();
    this.measured.cut(mixed ? -1 : step);
    if (!from) this.record();
  }

  private record(): void {
    this.measured.record(this.population);
  }

  private async keep(): Promise<void> {
    const { generation } = this.measured;
    const began = performance.now();
    try {
      const checkpoint = await this.turns.alone(() => this.population.checkpoint());
      if (generation === this.measured.generation) this.keyframes.add(checkpoint);
      if (this.mixed) this.keyframes.keepNewest();
    } catch (error) {
      await this.blame(error, generation);
    }
    this.keyframes.took(performance.now() - began);
  }

  /** Keeps what failed for the next tick to throw; but a loss of the device, perhaps not told yet, is overcome by going on from the checkpoint. */
  private async blame(error: unknown, generation: number): Promise<void> {
    await this.lossNews();
    if (this.lossReason === null && generation === this.measured.generation) this.failure = error;
  }

  private async lossNews(): Promise<void> {
    await Promise.race([this.engine.lost, new Promise((resolve) => setTimeout(resolve, LOSS_NEWS))]);
  }

  private watch(): void {
    const { engine } = this;
    // An engine outlives its runs: what waits for its loss must not keep their memory alive.
    const watching = new WeakRef(this);
    engine.lost.then((reason) => {
      const run = watching.deref();
      if (run?.engine === engine) run.lossReason = reason;
    });
  }

  private async resume(): Promise<void> {
    this.measured.renew();
    await this.measured.settled();
    const engine = await this.open();
    const population = await this.populate(engine);
    this.goOn(engine, population, this.keyframes.newest);
  }

  /** Goes on with a population of another engine, built for this, at the step that the present one has come to. */
  private async handOver(engine: Engine, population: Population, move: number): Promise<void> {
    const old = this.population;
    let next = population;
    try {
      while (move === this.moves) {
        const { generation } = this.measured;
        await this.measured.settled();
        if (generation !== this.measured.generation) continue;
        const state = await this.state();
        next = await fitted(engine, next, () => this.plan);
        if (generation !== this.measured.generation) continue;
        this.goOn(engine, next, state);
        old.destroy();
        return;
      }
    } catch (error) {
      next.destroy();
      throw error;
    }
    next.destroy();
  }

  /** The population as it stands; as it last was kept where the device is lost. */
  private async state(): Promise<Checkpoint | null> {
    try {
      if (this.lossReason === null) return await this.population.checkpoint();
    } catch (error) {
      await this.lossNews();
      if (this.lossReason === null) throw error;
    }
    return this.keyframes.newest;
  }

  private async populate(engine: Engine): Promise<Population> {
    return fitted(engine, await engine.populate(this.plan), () => this.plan);
  }

  /** Goes on from a checkpoint, or from the start: what was measured beyond it is measured again. */
  private goOn(engine: Engine, population: Population, checkpoint: Checkpoint | null): void {
    if (checkpoint) population.restore(checkpoint);
    const reason = this.lossReason;
    const { device } = this.engine;
    this.mixed = population.step > 0 && (this.mixed || engine !== this.engine);
    this.engine = engine;
    this.population = population;
    this.keyframes.clear();
    if (checkpoint) this.keyframes.add(checkpoint);
    this.lossReason = null;
    this.failure = null;
    this.stride = new Stride();
    this.watch();
    const { step } = population;
    this.measured.cut(step);
    if (isRecord(step, this.plan.steps) && this.measured.last !== step) this.record();
    if (reason !== null) this.events.resumed?.(step, reason, device);
  }
}
