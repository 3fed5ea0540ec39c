import type { Plan } from '../../experiment/index.ts';
import type { PageView } from './page-view.ts';
import { isZoomOf } from './zooms.ts';

/**
 * A view as it holds for a plan: without what it does not have.
 * @param surface which surface the part in sight and the launch were asked for, as `surfaceOf` tells it; null for the plan's own
 */
export function fittedView(view: PageView, plan: Plan, surface: string | null = null): PageView {
  const { cell, pair, zooms } = view;
  const optimizers = plan.optimizers.length;
  const isOwn = surface === null || surface === surfaceOf(plan);
  return {
    ...view,
    ...(!isOwn && { sight: null, launched: null }),
    hidden: view.hidden.filter((each) => each < optimizers),
    pair: pair[0] !== pair[1] && Math.max(...pair) < optimizers ? pair : [0, Math.min(1, optimizers - 1)],
    cell:
      cell && cell[0] < optimizers && cell[1] < plan.x.values.length && cell[2] < plan.y.values.length ? cell : null,
    zooms: zooms && isZoomOf(zooms, plan) ? zooms : null,
  };
}

/** A name of the surface that a plan shows. While a formula is typed it stays the same one, as long as it has the same parameters and domain. */
export function surfaceOf({ experiment, objective }: Plan): string {
  const { formula, parameters, domain } = objective;
  const isTyped = typeof experiment.objective === 'object' && 'formula' in experiment.objective;
  return JSON.stringify([isTyped ? null : formula, parameters, domain]);
}
