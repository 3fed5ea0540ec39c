import type { Run } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import { lowestFound } from './known-minima.ts';

/** A loss is below the least one from this share of the sizes of both on: what is less is rounding. */
const BELOW = 1e-5;

/** The lowest loss that cells of a run came to. */
export type ReadLowest = (run: Run) => Promise<number>;

const lowestOf: ReadLowest = async (run) => {
  const tables = await Promise.all(run.plan.optimizers.map((_, i) => run.population.cells(i)));
  return tables.reduce((least, { best }) => best.reduce((low, loss) => (loss < low ? loss : low), least), Infinity);
};

/** Looks whether the least loss that was typed for a formula is one: trajectories come below one that is none, or a search for minima does. */
export class LeastLossWatch {
  private compiled: unknown = null;
  private lowest = Number.POSITIVE_INFINITY;
  /** Step at which cells were read last, and from which on they are read again. */
  private last = Number.NaN;
  private next = 0;
  private reading = false;

  /** @param changed is called when a lower loss is known */
  constructor(
    private readonly changed: () => void,
    private readonly read: ReadLowest = lowestOf,
  ) {}

  /** The lowest loss known below the one that was typed for a plan's formula; null for none. */
  below({ objective }: Plan): number | null {
    const { minimum, compiled } = objective;
    if (minimum === null || objective.name !== 'typed') return null;
    const own = compiled === this.compiled ? this.lowest : Number.POSITIVE_INFINITY;
    const lowest = Math.min(own, lowestFound(objective) ?? Number.POSITIVE_INFINITY);
    return lowest < minimum - BELOW * (Math.abs(minimum) + Math.abs(lowest)) ? lowest : null;
  }

  /** To be called whenever a run may have come on: reads its cells where some stand at the least loss or below it, which measurements do not tell apart. */
  follow(run: Run | null): void {
    const { name, minimum, compiled } = run?.plan.objective ?? {};
    if (!run || name !== 'typed' || minimum === null || minimum === undefined || this.reading) return;
    if (compiled !== this.compiled) [this.compiled, this.lowest] = [compiled, Number.POSITIVE_INFINITY];
    const { step = 0, optimizers = [] } = run.history.at(-1) ?? {};
    const isDown = optimizers.some(({ lossCounts: { first, counts } }) => first === 0 && counts.length > 0);
    // Seldom, as all cells are copied.
    const isDue = step >= this.next || step < this.last || (run.done && step !== this.last);
    if (!isDown || !isDue) return;
    void this.look(run, step);
  }

  private async look(run: Run, step: number): Promise<void> {
    this.reading = true;
    const { compiled } = this;
    [this.last, this.next] = [step, 2 * step + 1];
    try {
      const lowest = await this.read(run);
      if (compiled === this.compiled) this.lowest = Math.min(this.lowest, lowest);
      this.changed();
    } catch {
      // A run that was replaced meanwhile, or whose device is lost, which is told of elsewhere: the next one is looked at.
    }
    this.reading = false;
  }
}
