/** A stretch of a thinned series as two points in the order of time; both the same where the stretch is one step. */
export interface ThinnedSeries {
  readonly steps: Float64Array;
  readonly values: Float64Array;
}

/**
 * Series over a number of steps that is not known beforehand, kept in little memory: of each stretch of steps the least and the largest value of every channel, so that no peak is lost.
 * Where the stretches become too many, each two neighbours become one.
 */
export class ThinnedRecord {
  /** Steps of a stretch. */
  private span = 1;
  private filled = 0;
  private inLast = 0;
  private readonly from: Float64Array;
  private readonly low: Float64Array[];
  private readonly high: Float64Array[];
  /** Whether the least value came before the largest. */
  private readonly lowFirst: Uint8Array[];

  /**
   * @param channels number of series
   * @param stretches kept at most: an even number
   */
  constructor(
    channels: number,
    private readonly stretches: number,
  ) {
    const column = () => new Float64Array(stretches);
    this.from = column();
    this.low = Array.from({ length: channels }, column);
    this.high = Array.from({ length: channels }, column);
    this.lowFirst = Array.from({ length: channels }, () => new Uint8Array(stretches));
  }

  /** Adds a step's values, NaN for those there are none of. */
  push(step: number, values: ArrayLike<number>): void {
    if (this.inLast === 0) {
      if (this.filled === this.stretches) this.halve();
      this.from[this.filled++] = step;
    }
    const at = this.filled - 1;
    for (let channel = 0; channel < this.low.length; channel++) {
      const value = values[channel];
      if (this.inLast === 0) {
        this.low[channel][at] = value;
        this.high[channel][at] = value;
        this.lowFirst[channel][at] = 1;
      } else this.widen(channel, at, value);
    }
    this.inLast = (this.inLast + 1) % this.span;
  }

  /** One channel, two points for each stretch. */
  series(channel: number): ThinnedSeries {
    const steps = new Float64Array(2 * this.filled);
    const values = new Float64Array(2 * this.filled);
    for (let at = 0; at < this.filled; at++) {
      const [low, high] = [this.low[channel][at], this.high[channel][at]];
      const ordered = this.lowFirst[channel][at] === 1;
      steps[2 * at] = this.from[at];
      steps[2 * at + 1] = this.from[at] + (this.span - 1) / 2;
      values[2 * at] = ordered ? low : high;
      values[2 * at + 1] = ordered ? high : low;
    }
    return this.span > 1 ? { steps, values } : { steps: everySecond(steps), values: everySecond(values) };
  }

  private widen(channel: number, at: number, value: number): void {
    const [low, high] = [this.low[channel], this.high[channel]];
    if (Number.isNaN(low[at])) {
      low[at] = value;
      high[at] = value;
    } else if (value < low[at]) {
      low[at] = value;
      this.lowFirst[channel][at] = 0;
    } else if (value > high[at]) {
      high[at] = value;
      this.lowFirst[channel][at] = 1;
    }
  }

  private halve(): void {
    for (let at = 0; at < this.stretches / 2; at++) {
      const [a, b] = [2 * at, 2 * at + 1];
      this.from[at] = this.from[a];
      for (let channel = 0; channel < this.low.length; channel++) {
        const [low, high, first] = [this.low[channel], this.high[channel], this.lowFirst[channel]];
        const lowFromA = !(low[b] < low[a]) && !Number.isNaN(low[a]);
        const highFromA = !(high[b] > high[a]) && !Number.isNaN(high[a]);
        const order = lowFromA === highFromA ? first[lowFromA ? a : b] : Number(lowFromA);
        low[at] = lowFromA ? low[a] : low[b];
        high[at] = highFromA ? high[a] : high[b];
        first[at] = order;
      }
    }
    this.filled = this.stretches / 2;
    this.span *= 2;
  }
}

const everySecond = (values: Float64Array) => values.filter((_, i) => i % 2 === 0);
