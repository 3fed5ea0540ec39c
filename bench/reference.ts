import { walk } from '../src/engine/oracle.ts';
import type { Plan } from '../src/experiment/index.ts';

/** Trajectories that are computed in float64 for comparison: each takes milliseconds. */
const COUNT = 64;

/** What became of some trajectories; a step is -1 where it did not come. */
export interface Ends {
  /** One array for each parameter. */
  readonly theta: readonly ArrayLike<number>[];
  /** Told of the steps at which an update was made. */
  readonly best: ArrayLike<number>;
  readonly arrivedAt: ArrayLike<number>;
  readonly divergedAt: ArrayLike<number>;
}

/** Some of a plan's cells, spread over columns and rows. */
export function someCells({ cells }: Pick<Plan, 'cells'>): number[] {
  return Array.from({ length: COUNT }, (_, i) => Math.floor(((i + 0.618 * ((i * 0.618) % 1)) * cells) / COUNT));
}

/** What the float64 oracle makes of a plan's first optimizer in some cells. */
export function referenceEnds(plan: Plan, cells: readonly number[]): Ends {
  const columns = plan.x.values.length;
  const all = cells.map((cell) => {
    const end = { theta: [Number.NaN, Number.NaN], best: Number.POSITIVE_INFINITY, arrivedAt: -1, divergedAt: -1 };
    for (const { step, theta, loss, diverged } of walk(plan, 0, [cell % columns, Math.floor(cell / columns)])) {
      end.theta = [...theta];
      if (diverged) end.divergedAt = step;
      if (diverged || step === plan.steps) break;
      end.best = Math.min(end.best, loss);
      if (end.arrivedAt < 0 && plan.target !== null && loss <= plan.target) end.arrivedAt = step;
    }
    return end;
  });
  return {
    theta: [0, 1].map((parameter) => all.map(({ theta }) => theta[parameter])),
    best: all.map(({ best }) => best),
    arrivedAt: all.map(({ arrivedAt }) => arrivedAt),
    divergedAt: all.map(({ divergedAt }) => divergedAt),
  };
}

/** The same of cells that were computed otherwise, all of them. */
export function endsOf(all: Ends, cells: readonly number[]): Ends {
  const some = (values: ArrayLike<number>) => cells.map((cell) => values[cell]);
  return {
    theta: all.theta.map(some),
    best: some(all.best),
    arrivedAt: some(all.arrivedAt),
    divergedAt: some(all.divergedAt),
  };
}
