/** Steps of the first tick, before anything is known of the speed. */
const FIRST_STEPS = 4;

/** Learns how many steps fit a tick, and how many are made in a second. */
export class Stride {
  /** Steps of the next tick. */
  steps = FIRST_STEPS;
  private milliseconds = 0;
  private made = 0;

  /** Steps a second, over the time in which the device worked; 0 before the first. */
  get perSecond(): number {
    return this.milliseconds === 0 ? 0 : (1000 * this.made) / this.milliseconds;
  }

  /** Takes a tick into account: longer ones follow while a tick leaves a fifth of its time unused, shorter ones where it takes too long. */
  learn(steps: number, took: number, wanted: number): void {
    if (steps === 0) return;
    this.made += steps;
    this.milliseconds += took;
    if (took < 0.8 * wanted && steps === this.steps) this.steps = Math.ceil(1.5 * this.steps);
    else if (took > 1.5 * wanted) this.steps = Math.max(1, Math.floor((this.steps * wanted) / took));
  }

  /** Forgets the speed, not how many steps fit. */
  reset(): void {
    this.milliseconds = 0;
    this.made = 0;
  }
}
