import { type BestSetting, bestSetting } from '../../analysis/best-setting.ts';
import { type Standing, standingOf } from '../../analysis/comparison.ts';
import { type Difference, differenceOf, NONE, turned } from '../../analysis/differences.ts';
import { type GoodRange, goodRange, hasSuccessCurve, successCurve } from '../../analysis/success-curve.ts';
import type { CellTable } from '../../engine/index.ts';
import type { Plan, ResolvedAxis } from '../../experiment/index.ts';

/** How often an optimizer arrives along an axis. */
export interface Success {
  readonly optimizer: number;
  readonly shares: Float64Array;
  readonly range: GoodRange | null;
}

/** The successes along one axis of all optimizers that it changes. */
export interface AxisSuccess {
  readonly axis: ResolvedAxis;
  readonly optimizers: readonly Success[];
}

/** Everything that the comparison shows. */
export interface Analysis {
  readonly plan: Plan;
  /** Step at which the cells were read. */
  readonly step: number;
  readonly standings: readonly Standing[];
  readonly differences: readonly (readonly Difference[])[];
  readonly successes: readonly AxisSuccess[];
  /** Null for optimizers of which no axis varies a hyperparameter. */
  readonly best: readonly (BestSetting | null)[];
}

/** Time for which the page is kept from other work, in ms, about. */
const TURN = 12;

/** Compares the optimizers of a plan by their cells, and lets the page do other work in between. */
export async function analyse(plan: Plan, tables: readonly CellTable[]): Promise<Analysis> {
  let began = performance.now();
  const inTurn = async <T>(work: () => T): Promise<T> => {
    if (performance.now() - began > TURN) {
      await new Promise((resolve) => setTimeout(resolve));
      began = performance.now();
    }
    return work();
  };
  const standings: Standing[] = [];
  for (const table of tables) standings.push(await inTurn(() => standingOf(plan, table)));
  const best: (BestSetting | null)[] = [];
  for (const [k, table] of tables.entries()) best.push(await inTurn(() => bestSetting(plan, k, table)));
  const successes: AxisSuccess[] = [];
  for (const side of ['x', 'y'] as const) {
    const axis = plan[side];
    const optimizers: Success[] = [];
    for (const [optimizer, table] of tables.entries()) {
      if (!hasSuccessCurve(plan, optimizer, axis)) continue;
      const shares = await inTurn(() => successCurve(plan, table, side));
      optimizers.push({ optimizer, shares, range: goodRange(axis, shares) });
    }
    if (optimizers.length > 0) successes.push({ axis, optimizers });
  }
  const differences = tables.map(() => new Array<Difference>(tables.length).fill(NONE));
  for (let a = 0; a < tables.length; a++) {
    for (let b = a + 1; b < tables.length; b++) {
      const found = await inTurn(() => differenceOf(plan, tables[a], tables[b]));
      differences[a][b] = found;
      differences[b][a] = turned(found);
    }
  }
  return { plan, step: tables[0].step, standings, differences, successes, best };
}
