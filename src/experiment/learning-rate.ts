import { interpret, reachable } from '../formula/index.ts';
import type { ResolvedAxis } from './axes.ts';
import type { Plan } from './plan.ts';

/** The learning rate η that a schedule gives, in float64. */
export interface LearningRate {
  /** Whether it differs from column to column of the grid, and from row to row. */
  readonly varies: { readonly x: boolean; readonly y: boolean };
  /**
   * η of an update.
   * @param t number of the update, from 1
   * @param i column of the grid
   * @param j row of the grid
   */
  at(t: number, i?: number, j?: number): number;
}

const known = new WeakMap<Plan, Map<number, LearningRate>>();

/** The learning rate of one of a plan's optimizers; compiled once. */
export function learningRateOf(plan: Plan, optimizer: number): LearningRate {
  const rates = known.get(plan) ?? new Map<number, LearningRate>();
  known.set(plan, rates);
  const rate = rates.get(optimizer) ?? compile(plan, optimizer);
  rates.set(optimizer, rate);
  return rate;
}

function compile(plan: Plan, optimizer: number): LearningRate {
  const { update, hyperparameters } = plan.optimizers[optimizer];
  const names = [...update.hyperparameters.keys()];
  const inputs = [...update.hyperparameters.values()];
  const program = interpret(update.graph, [update.eta], [update.t, ...inputs]);
  const values = Float64Array.from([1, ...names.map((name) => hyperparameters.get(name)?.value as number)]);
  const needed = new Set(reachable([update.eta]));
  const place = ({ varied }: ResolvedAxis) => {
    const at = varied.kind === 'hyperparameter' ? names.indexOf(varied.name) : -1;
    return at >= 0 && needed.has(inputs[at]) ? 1 + at : -1;
  };
  const [x, y] = [place(plan.x), place(plan.y)];
  return {
    varies: { x: x >= 0 && plan.x.values.length > 1, y: y >= 0 && plan.y.values.length > 1 },
    at: (t, i = 0, j = 0) => {
      values[0] = t;
      if (x >= 0) values[x] = plan.x.values[i];
      if (y >= 0) values[y] = plan.y.values[j];
      return program.run(values)[0];
    },
  };
}
