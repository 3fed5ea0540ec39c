import type { CellTable, Run } from '../../engine/index.ts';

/** Least time between two readings while a run goes on, in ms, and how many times as long as one takes it is: a reading copies every cell of every optimizer. */
const EVERY = 300;
const TIMES = 2;
/** Time within which the news of a lost device follows the failure that it caused, in ms. */
const LOSS_NEWS = 500;

/** What a reader tells its owner. */
export interface CellsReaderEvents {
  /** Other tables are there, or none. */
  changed(): void;
  failed(error: unknown): void;
}

/** Reads the cells of all optimizers of a run for as long as somebody looks at them: seldom while it goes on, and once when it rests. */
export class CellsReader {
  /** The cells as last read, in the order of the plan's optimizers; null before that. */
  tables: readonly CellTable[] | null = null;

  private run: Run | null = null;
  private wanted = false;
  private reading = false;
  private last = 0;
  /** Time in ms that the last reading took. */
  private took = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The state of the run that `tables` belong to. */
  private seen: readonly unknown[] = [];

  constructor(private readonly events: CellsReaderEvents) {}

  /** Says what is looked at: a run's cells, or nothing. To be called whenever something may have changed; it costs nothing where nothing has. */
  follow(run: Run | null, wanted: boolean): void {
    if (run !== this.run) {
      this.run = run;
      this.seen = [];
      if (this.tables) {
        this.tables = null;
        this.events.changed();
      }
    }
    this.wanted = wanted;
    this.schedule();
  }

  private schedule(): void {
    const { run } = this;
    if (!run || !this.wanted || this.reading || this.timer !== undefined) return;
    if (stateOf(run).every((each, i) => each === this.seen[i])) return;
    const wait = Math.max(0, this.last + Math.max(EVERY, TIMES * this.took) - performance.now());
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.read();
    }, wait);
  }

  private async read(): Promise<void> {
    const { run } = this;
    if (!run || !this.wanted) return;
    this.reading = true;
    const state = stateOf(run);
    const { engine } = run;
    const began = performance.now();
    try {
      // What is told of the cells is as of the last measurement.
      await run.finished();
      const tables = await Promise.all(run.plan.optimizers.map((_, i) => run.population.cells(i)));
      if (run === this.run) {
        this.tables = tables;
        this.seen = state;
        this.events.changed();
      }
    } catch (error) {
      // A run that was replaced meanwhile fails unseen, and so does one whose device is lost: it goes on from a checkpoint.
      const lost = await Promise.race([engine.lost.then(() => true), after(LOSS_NEWS)]);
      if (run === this.run && !lost) this.events.failed(error);
    } finally {
      this.reading = false;
      this.last = performance.now();
      this.took = this.last - began;
      this.schedule();
    }
  }
}

const after = (ms: number) => new Promise<false>((resolve) => setTimeout(resolve, ms, false));
/** What changes with a run's cells: a run that goes back begins another history, in which it may soon be as far as it was. */
const stateOf = ({ plan, step, history }: Run) => [plan, step, history, history.length];
