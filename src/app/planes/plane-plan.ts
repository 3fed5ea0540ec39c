import { msg } from '@lit/localize';
import { asLayered, type Experiment, type Plan, planExperiment } from '../../experiment/index.ts';

/** The same experiment on a grid of so many cells along each axis that it varies, but for seeds: what a plane is computed of. */
export function planePlan({ experiment, x, y }: Plan, resolution: number): Plan {
  const finer = (axis: Plan['x']) => {
    const { label, scale, values, varied } = axis;
    // Between seeds there is nothing.
    const whole = varied.kind === 'initialisation' && varied.name === 'seed';
    const count = values.length > 1 && !whole ? resolution : values.length;
    return { vary: label, from: values[0], to: values[values.length - 1], count, scale };
  };
  const grid: Experiment['grid'] = { x: finer(x), ...(y.values.length > 1 && { y: finer(y) }) };
  return asLayered(planExperiment({ ...experiment, grid }));
}

/** Why a plan has no plane of trainability, as a sentence; null where it has one. */
export function planeProblem(plan: Plan): string | null {
  const { objective, x, y, noise } = plan;
  if (!objective.initialisation)
    return msg('A plane of trainability is of networks: choose “train networks” on the left.');
  if (x.values.length < 2 || y.values.length < 2)
    return msg('A plane needs two axes of the grid: choose what goes across and up on the left.');
  const chance = [x, y].some(({ varied }) => varied.kind === 'noise') || noise > 0;
  if (chance) return msg('With noise neighbouring networks differ by chance: for a plane, set it to 0.');
  return null;
}
