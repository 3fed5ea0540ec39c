import type { Run } from '../engine/index.ts';
import { Metronome } from './metronome.ts';
import { Speedometer } from './speedometer.ts';

/** Time that a run may take of each animation frame, in ms; as much as the drawing where that takes longer. */
const FRAME_BUDGET = 9;
/** The same where something else draws: nearly all of a frame. */
const BUDGET_APART = 14;
/** The same at full speed there, for a picture: drawing takes the very cores that make the steps, so there is a picture for every third frame. */
const PICTURE_BUDGET = 50;

/** What a player tells its owner. */
export interface PlayerEvents {
  /** The particles moved, or playing began or ended. */
  moved(): void;
  /** The run failed and stands still. */
  failed(error: unknown): void;
}

/** Plays a run before the eye: so many steps a second as are asked for, a submission for each animation frame. */
export class Player {
  /** Steps a second; null for as many as the device makes. */
  pace: number | null = null;
  /** Rises whenever the particles may have moved. */
  moves = 0;

  private current: Run | null = null;
  private wanted = false;
  private rests = false;
  private looping = false;
  /** Whether it was playing before it was held for a step to be found; null while it is not held. */
  private held: boolean | null = null;
  private underWay: Promise<unknown> = Promise.resolve();
  private metronome = new Metronome(0);
  private readonly speedometer = new Speedometer();

  constructor(private readonly events: PlayerEvents) {}

  get run(): Run | null {
    return this.current;
  }
  get playing(): boolean {
    return this.wanted && !this.rests && !!this.current && !this.current.done;
  }

  /** Steps in each second that passes while it plays; 0 while that is not known. */
  get stepsPerSecond(): number {
    return this.playing ? this.speedometer.perSecond : 0;
  }

  /** Plays another run from now on; resolves when nothing of the old one is under way any more. */
  async take(run: Run): Promise<void> {
    this.current = run;
    this.speedometer.start(run.step);
    this.moved();
    if (this.wanted) void this.loop();
    await this.underWay;
  }

  play(): void {
    this.wanted = true;
    this.events.moved();
    void this.loop();
  }

  pause(): void {
    this.wanted = false;
    this.events.moved();
  }

  /** Stands still as long as something else is to have the machine; what is played meanwhile goes on afterwards. */
  rest(rests: boolean): void {
    if (rests === this.rests) return;
    this.rests = rests;
    this.events.moved();
    if (!rests) void this.loop();
  }

  /** Stands still after one more step. */
  async step(): Promise<void> {
    this.wanted = false;
    await this.attempt((run) => run.single());
  }

  /** Goes to a step, backwards too, and stands there until `release`; a later step takes the place of one under way. */
  async scrub(step: number): Promise<void> {
    this.held ??= this.playing;
    this.wanted = false;
    await this.attempt((run) => run.seek(step));
  }

  /** Goes on from the step that was found, if it was playing before. */
  release(): void {
    const { held } = this;
    this.held = null;
    if (held) this.play();
  }

  /** Other numbers hold for the run: makes its next step at once, before it is due, so that they show. */
  async hasten(): Promise<void> {
    const { current: run, pace } = this;
    // At full speed there is always a step under way.
    if (!run || !this.playing || pace === null || !this.metronome.mayHasten(pace, run.step)) return;
    try {
      if (!run.hasten()) return;
      // A graphics processor draws after the steps by itself.
      if (!run.engine.device.graphics) await run.population.settled();
    } catch {
      return; // the next tick will tell
    }
    if (run !== this.current) return;
    this.speedometer.note(run.step);
    this.moved();
  }

  /** Back to step 0; goes on playing if it was playing, and stands there after the end. */
  reset(): void {
    if (this.current?.done) this.wanted = false;
    this.current?.reset();
    this.moved();
  }

  private async loop(): Promise<void> {
    if (this.looping) return;
    this.looping = true;
    this.metronome = new Metronome(this.current?.step ?? 0);
    this.speedometer.start(this.current?.step ?? 0);
    let frame = animationFrame();
    while (this.playing) {
      await frame;
      const began = performance.now();
      // The picture of the frame before is no part of the time that the steps take.
      await this.current?.population.settled().catch(() => {}); // the tick will tell
      const run = this.current;
      if (!run || !this.playing) break;
      // What computes apart from the drawing need not wait for it: asked for now, the frame has come when a long tick ends.
      const next = run.engine.device.graphics ? null : animationFrame();
      const budget = Math.max(this.budget(run), performance.now() - began);
      const due = this.metronome.due(this.pace, run.step);
      if (due > 0) await this.attempt(() => run.tick(budget, due));
      frame = next ?? animationFrame();
    }
    this.looping = false;
    // What is told of a run that stands is of the step at which it stands.
    await this.attempt((run) => run.look());
  }

  private budget({ engine }: Run): number {
    if (engine.device.graphics) return FRAME_BUDGET;
    return this.pace === null ? PICTURE_BUDGET : BUDGET_APART;
  }

  private async attempt(action: (run: Run) => Promise<void>): Promise<void> {
    const run = this.current;
    if (!run) return;
    const task = action(run).catch((error) => {
      // A run that was replaced meanwhile fails unseen: its memory was taken away.
      if (run !== this.current) return;
      this.wanted = false;
      this.events.failed(error);
    });
    this.underWay = task;
    await task;
    if (run !== this.current) return;
    this.speedometer.note(run.step);
    this.moved();
  }

  private moved(): void {
    this.moves++;
    this.events.moved();
  }
}

function animationFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
