import { asLayered, type Experiment, type Plan, planExperiment } from '../../experiment/index.ts';

/** Why an experiment has no plane of trainability. */
export type Obstacle =
  /** Its objective is no network. */
  | 'objective'
  /** Its grid varies fewer than two things. */
  | 'grid'
  /** Neighbouring networks would differ by chance: their gradients are noisy, or each draws rows of its own. */
  | 'noise';

/** An escape radius that no network is thrown beyond but by overflow: at large rates weights go far, their units saturated, and training goes on. Its square is a number in float32. */
const FAR = 1e18;

/** What keeps a plan from having a plane of trainability; null where nothing does. */
export function planeObstacle({ objective, x, y, noise, batch }: Plan): Obstacle | null {
  if (!objective.initialisation) return 'objective';
  if (x.values.length < 2 || y.values.length < 2) return 'grid';
  const random = [x, y].some(({ varied }) => varied.kind === 'noise' || varied.kind === 'batch');
  return random || noise > 0 || batch !== null ? 'noise' : null;
}

/** The same experiment on a grid of so many cells along each axis, but for one of seeds: what a plane is computed of. Optimizers are called as the plan calls them. */
export function planePlan({ experiment, optimizers, x, y }: Plan, resolution: number): Plan {
  const finer = ({ label, scale, values, varied }: Plan['x']) => {
    // Between seeds there is nothing.
    const whole = varied.kind === 'initialisation' && varied.name === 'seed';
    const count = whole ? values.length : resolution;
    return { vary: label, from: values[0], to: values[values.length - 1], count, scale };
  };
  const grid: Experiment['grid'] = { x: finer(x), y: finer(y) };
  const outcomes = { escape: FAR, ...experiment.outcomes };
  const plane = asLayered(planExperiment({ ...experiment, grid, outcomes }));
  return { ...plane, optimizers: plane.optimizers.map((each, k) => ({ ...each, label: optimizers[k].label })) };
}
