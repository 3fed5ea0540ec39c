import { isRecord } from './records.ts';
import type { Measurement, Population } from './types.ts';

/** Measurements under way at a time: more would only take memory. */
const MAX_PENDING = 16;

/** Who hears a history. */
export interface HistoryEvents {
  /** A measurement was added, or some were taken away. */
  changed(measurements: readonly Measurement[]): void;
  /** A measurement of a generation failed; the history waits for what comes of this. */
  failed(error: unknown, generation: number): Promise<void>;
}

/** A run's measurements, in the order of their steps, and those under way. */
export class History {
  private kept: Measurement[] = [];
  private readonly pending = new Set<Promise<void>>();
  private now = 0;

  constructor(private readonly events: HistoryEvents) {}

  get measurements(): readonly Measurement[] {
    return this.kept;
  }
  /** Step of the last measurement; -1 before the first. */
  get last(): number {
    return this.kept.at(-1)?.step ?? -1;
  }
  /** Whether no more may be asked for now. */
  get full(): boolean {
    return this.pending.size >= MAX_PENDING;
  }
  /** What was asked for in an earlier generation is not of this history any more. */
  get generation(): number {
    return this.now;
  }

  /** Has a population measured as it is now. */
  record(population: Population): void {
    const generation = this.now;
    const task = population
      .measure()
      .then((measurement) => {
        // What is known already is measured again where a run comes by a second time.
        if (generation !== this.now || measurement.step <= this.last) return;
        this.kept.push(measurement);
        this.events.changed(this.kept);
      })
      .catch((error) => this.events.failed(error, generation))
      .finally(() => this.pending.delete(task));
    this.pending.add(task);
  }

  /** Of a full history: resolves when another measurement may be asked for. */
  async room(): Promise<void> {
    await Promise.race(this.pending);
  }

  /** Resolves when none is under way of those asked for so far. */
  async settled(): Promise<void> {
    await Promise.all(this.pending);
  }

  /** Lets nothing that is under way be added. */
  renew(): void {
    this.now++;
  }

  /** Forgets what is beyond a step, and what is under way. */
  cut(step: number): void {
    this.renew();
    this.kept = this.kept.filter((measurement) => measurement.step <= step);
    this.events.changed(this.kept);
  }

  /** Forgets what a run of so many steps would not have measured by itself. */
  keepRecords(steps: number): void {
    this.kept = this.kept.filter((measurement) => isRecord(measurement.step, steps));
  }
}
