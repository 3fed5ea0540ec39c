import type { StationaryPoint } from '../../catalogue/index.ts';
import { asFormula, type FormulaObjective, type ResolvedObjective } from '../../experiment/index.ts';
import { pictureShown } from '../first-picture.ts';
import { lacksMinima, learnMinima } from './known-minima.ts';

/** Time in ms for which a formula must stand before its minima are looked for: it may still be typed. */
const REST = 400;

/** Finds the minima of a formula, until the signal. */
export type FindMinima = (objective: FormulaObjective, signal: AbortSignal) => Promise<readonly StationaryPoint[]>;

const inThread: FindMinima = async (objective, signal) => {
  const { searchMinima } = await import('./minima-search.ts');
  return searchMinima(objective, signal);
};

/** Has the minima of the formula that runs looked for, while it runs: which of them trajectories come to can then be told as it is of the catalogue's surfaces. */
export class FormulaMinima {
  private wanted: ResolvedObjective | null = null;
  private searching = new AbortController();

  /** @param found is called when the minima of the objective that is followed are known */
  constructor(
    private readonly found: () => void,
    private readonly find: FindMinima = inThread,
  ) {}

  /** An objective runs from now on. */
  follow(objective: ResolvedObjective): void {
    if (objective === this.wanted) return;
    this.stop();
    if (!lacksMinima(objective)) return;
    this.wanted = objective;
    this.searching = new AbortController();
    void this.search(asFormula(objective), this.searching.signal);
  }

  stop(): void {
    this.searching.abort();
    this.wanted = null;
  }

  private async search(objective: FormulaObjective, signal: AbortSignal): Promise<void> {
    await Promise.all([pictureShown.come, new Promise((resolve) => setTimeout(resolve, REST))]);
    if (signal.aborted) return;
    // Where the search fails trajectories are told by their outcomes alone, as those of a formula of many parameters.
    const minima = await this.find(objective, signal).catch(() => []);
    if (signal.aborted) return;
    learnMinima(objective, minima);
    this.found();
  }
}
