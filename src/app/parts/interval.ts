/** Keeps what is done again and again apart in time: what is asked for after a while is done at once, what follows waits for its turn. */
export class Interval {
  private last = Number.NEGATIVE_INFINITY;

  /** @param milliseconds least time between two turns */
  constructor(private readonly milliseconds: number) {}

  /** Resolves when it is time. One at a time may wait. */
  async turn(): Promise<void> {
    const rest = this.last + this.milliseconds - performance.now();
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
    this.last = performance.now();
  }
}
