import type { Plan } from './plan.ts';
import { startAt } from './starts.ts';

/** What one cell of one optimizer's grid begins with. */
export interface CellSetting {
  /** In the order of the objective's parameters. */
  readonly start: readonly number[];
  readonly noise: number;
  /** Number of rows that each update's gradient is made from, drawn anew for each; null for all, each once. */
  readonly batch: number | null;
  /** All hyperparameters of the optimizer, in its order. */
  readonly hyperparameters: ReadonlyMap<string, number>;
}

/** A cell's start, noise, batch and hyperparameters: the plan's, or an axis's where one varies them. */
export function settingOf(plan: Plan, optimizer: number, [i, j]: readonly [number, number]): CellSetting {
  const start = plan.start.map((_, parameter) => startAt(plan, parameter, i, j));
  let { noise, batch } = plan;
  const hyperparameters = new Map(
    [...plan.optimizers[optimizer].hyperparameters].map(([name, { value }]) => [name, value]),
  );
  for (const { varied, value } of [
    { varied: plan.x.varied, value: plan.x.values[i] },
    { varied: plan.y.varied, value: plan.y.values[j] },
  ]) {
    if (varied.kind === 'noise') noise = value;
    else if (varied.kind === 'batch') batch = value;
    else if (varied.kind === 'hyperparameter' && hyperparameters.has(varied.name))
      hyperparameters.set(varied.name, value);
  }
  return { start, noise, batch, hyperparameters };
}
