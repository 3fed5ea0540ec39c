import type { Run } from '../engine/index.ts';

/** Keeps a run at a pace: tells how long the next tick may take, from how long the last one took for each step. */
export class Metronome {
  private since = performance.now();
  private millisecondsPerStep = 0;

  /** @param from step at which it begins */
  constructor(private from: number) {}

  /** Time for the steps that are due, in ms; -1 while none is. */
  due(pace: number | null, step: number, now = performance.now()): number {
    if (pace === null) return Number.POSITIVE_INFINITY;
    const steps = (pace * (now - this.since)) / 1000 - (step - this.from);
    // A slow device, a pause or a reset is not caught up with.
    if (step < this.from || steps > pace / 2) {
      this.since = now;
      this.from = step;
      return this.millisecondsPerStep;
    }
    return steps < 1 ? -1 : steps * this.millisecondsPerStep;
  }

  /** Makes a tick of that budget and learns from it. */
  async time(run: Run, budget: number): Promise<void> {
    const [before, began] = [run.step, performance.now()];
    await run.tick(budget);
    if (run.step > before) this.millisecondsPerStep = (performance.now() - began) / (run.step - before);
  }
}
