/** Keeps a run at a pace: tells how many steps are due. */
export class Metronome {
  private since = performance.now();

  /** @param from step at which it begins */
  constructor(private from: number) {}

  /** Whole steps that are due at a pace of so many a second, 0 while none is; infinitely many without a pace. */
  due(pace: number | null, step: number, now = performance.now()): number {
    if (pace === null) return Number.POSITIVE_INFINITY;
    const steps = Math.floor((pace * (now - this.since)) / 1000 - (step - this.from));
    // A slow device, a pause or a reset is not caught up with.
    if (step < this.from || steps > pace / 2) {
      this.since = now;
      this.from = step;
      return 1;
    }
    return Math.max(steps, 0);
  }

  /** Whether the next step may be made before it is due: not where the last one was. */
  mayHasten(pace: number, step: number, now = performance.now()): boolean {
    return step - this.from <= (pace * (now - this.since)) / 1000;
  }
}
