import { BadExperiment } from './errors.ts';
import type { Plan } from './plan.ts';
import { startAt } from './starts.ts';
import { isSeed } from './varied.ts';

/** What decides where trajectories start. */
type Starts = Pick<Plan, 'start' | 'initialisation' | 'x' | 'y'>;

/**
 * Throws `BadExperiment` where a trajectory would start beyond the escape radius.
 * @param radius the escape radius
 * @param given whether the experiment itself gives that radius
 */
export function checkStarts(plan: Starts, radius: number, given: boolean): void {
  const starts = farthestStart(plan);
  if (starts <= radius) return;
  const far = starts.toPrecision(3);
  if (given) {
    throw new BadExperiment('outcomes.escape', `${radius} does not hold every start`, `it must be above ${far}`);
  }
  throw new BadExperiment(
    startField(plan, radius),
    `a start ${far} away from 0`,
    `it must be nearer than ${Number(radius.toPrecision(3))}, where trajectories count as diverged, or outcomes.escape above ${far}`,
  );
}

/** A bound of the distance from the origin at which trajectories start: that of the farthest, where an axis of the grid varies a network's seed alone. */
function farthestStart(plan: Starts): number {
  const { start, x, y } = plan;
  // All but the seed moves a coordinate in one direction along an axis: ends suffice.
  const [columns, rows] = [x, y].map(({ varied, values }) =>
    isSeed(varied) ? [...values.keys()] : [...new Set([0, values.length - 1])],
  );
  let most = 0;
  for (const i of columns) {
    for (const j of rows) most = Math.max(most, Math.hypot(...start.map((_, k) => startAt(plan, k, i, j))));
  }
  return most;
}

/** The field that makes a start lie beyond the escape radius. */
function startField({ initialisation, x, y }: Starts, radius: number): string {
  const side = [x, y].findIndex(({ varied, values }) =>
    varied.kind === 'start'
      ? Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1])) > radius
      : varied.kind === 'initialisation' && varied.name === 'scale',
  );
  if (side >= 0) return `grid.${'xy'[side]}`;
  return initialisation ? 'objective.network.scale' : 'start';
}
