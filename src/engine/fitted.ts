import type { Plan } from '../experiment/index.ts';
import type { Engine, Population } from './types.ts';

/**
 * A population, or another in its place, that goes by the newest numbers: they may have changed while it was built.
 * @param plan the plan that counts now
 */
export async function fitted(engine: Engine, population: Population, plan: () => Plan): Promise<Population> {
  let next = population;
  while (next.plan !== plan() && !next.retune(plan())) {
    next.destroy();
    next = await engine.populate(plan());
  }
  return next;
}
