import { NETWORK } from '../catalogue/index.ts';
import { BadExperiment } from './errors.ts';
import type { ResolvedObjective } from './objective.ts';
import type { Axis, Experiment } from './schema.ts';

/** Cells along each axis of the usual grid: of starts, and of networks. */
const [POINTS, NETWORKS] = [256, 16];

/** The grid where the experiment gives none: of a network, learning rates and seeds of its first weights; else starts all over the domain. */
export function usualGrid(objective: ResolvedObjective): { readonly x: Axis; readonly y?: Axis } {
  if (objective.initialisation) {
    const [count, { seed }] = [NETWORKS, objective.initialisation];
    const from = Math.min(seed, NETWORK['network.seed'].range[1] - count);
    return {
      x: { vary: 'lr', from: 1e-3, to: 1, count, scale: 'log' },
      y: { vary: 'network.seed', from, to: from + count - 1, count, scale: 'linear' },
    };
  }
  const [first, second] = objective.parameters.map((vary, i): Axis => {
    const [from, to] = objective.domain[i];
    return { vary, from, to, count: POINTS, scale: 'linear' };
  });
  return second ? { x: first, y: second } : { x: first };
}

/**
 * The grid given, or the usual one; an axis that is missing has one cell. Throws `BadExperiment` where y stands alone.
 * @param start where the first parameter starts when no axis varies it
 */
export function gridOf(
  experiment: Experiment,
  objective: ResolvedObjective,
  [start]: readonly number[],
): { x: Axis; y: Axis } {
  const { x, y } = experiment.grid;
  const over = (i: number): Axis => {
    const [from, to] = objective.domain[i];
    return { vary: objective.parameters[i], from, to, count: POINTS, scale: 'linear' };
  };
  const single: Axis = { vary: 'noise', from: experiment.noise, to: experiment.noise, count: 1, scale: 'linear' };
  if (x)
    return {
      x,
      y: y ?? (x.vary === 'noise' ? { ...over(0), from: start, count: 1 } : single),
    };
  if (y) throw new BadExperiment('grid.y', 'an axis without grid.x', 'give grid.x, or call this one x');
  return { y: single, ...usualGrid(objective) };
}
