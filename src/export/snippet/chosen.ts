import { bestSetting } from '../../analysis/best-setting.ts';
import { type Standing, standingOf } from '../../analysis/comparison.ts';
import type { CellTable } from '../../engine/index.ts';
import { type Plan, settingOf } from '../../experiment/index.ts';
import type { Configuration } from './configuration.ts';

/** The optimizer that arrives from the largest share of its cells; among equals the one with the fewest median steps to the target, then with the lowest median loss. */
export function winnerOf(plan: Plan, tables: readonly CellTable[]): number {
  const standings = tables.map((table) => standingOf(plan, table));
  const places = standings.map((_, i) => i);
  return places.sort((a, b) => compare(standings[a], standings[b]))[0];
}

function compare(a: Standing, b: Standing): number {
  if (a.arrivals.share !== b.arrivals.share) return b.arrivals.share - a.arrivals.share;
  const [aSteps, bSteps] = [a.steps ?? 0, b.steps ?? 0];
  if (aSteps !== bSteps) return aSteps < bSteps ? -1 : 1;
  return a.loss[0] === b.loss[0] ? 0 : a.loss[0] < b.loss[0] ? -1 : 1;
}

/** One optimizer with the best setting found on the grid where an axis varies its hyperparameters, from the experiment's start. */
export function bestConfiguration(plan: Plan, optimizer: number, table: CellTable): Configuration {
  const values = new Map([...plan.optimizers[optimizer].hyperparameters].map(([name, { value }]) => [name, value]));
  for (const [name, value] of bestSetting(plan, optimizer, table)?.values ?? []) values.set(name, value);
  // Of batches along an axis the last one; rows are the first cell's.
  const along = [plan.x, plan.y].find(({ varied }) => varied.kind === 'batch');
  const batch = along?.values.at(-1) ?? plan.batch;
  return { plan, optimizer, values, start: plan.start, noise: plan.noise, batch, cell: 0 };
}

/** What one cell of an optimizer's grid ran. */
export function cellConfiguration(plan: Plan, optimizer: number, cell: readonly [number, number]): Configuration {
  const { start, noise, batch, hyperparameters } = settingOf(plan, optimizer, cell);
  const index = cell[1] * plan.x.values.length + cell[0];
  return { plan, optimizer, values: hyperparameters, start, noise, batch, cell: index };
}
