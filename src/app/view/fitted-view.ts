import type { Plan } from '../../experiment/index.ts';
import { FARTHEST, type PageView } from './page-view.ts';
import { isZoomOf } from './zooms.ts';

/** How much longer than a domain a map may be that shows it to scale. */
const LONGER = 10;

/**
 * A view as it holds for a plan: without what it does not have, and without places that no map of its surface leads to.
 * @param surface which surface the part in sight and the launch were asked for, as `surfaceOf` tells it; null for the plan's own
 */
export function fittedView(view: PageView, plan: Plan, surface: string | null = null): PageView {
  const { cell, pair, zooms, sight, launched } = view;
  const optimizers = plan.optimizers.length;
  const isOwn = surface === null || surface === surfaceOf(plan);
  return {
    ...view,
    sight: isOwn && sight && isInReach(sight.slice(0, seen(plan)), plan) ? sight : null,
    launched: isOwn && launched?.length === seen(plan) && isInReach(launched, plan) ? launched : null,
    hidden: view.hidden.filter((each) => each < optimizers),
    pair: pair[0] !== pair[1] && Math.max(...pair) < optimizers ? pair : [0, Math.min(1, optimizers - 1)],
    cell:
      cell && cell[0] < optimizers && cell[1] < plan.x.values.length && cell[2] < plan.y.values.length ? cell : null,
    zooms: zooms && isZoomOf(zooms, plan) ? zooms : null,
  };
}

/** Number of parameters that a map shows. */
const seen = ({ objective }: Plan) => Math.min(2, objective.parameters.length);

/** Whether a place lies where a map of a plan's surface can show it. */
function isInReach(place: readonly number[], { objective }: Plan): boolean {
  const domain = objective.domain.slice(0, place.length);
  const reach = (LONGER * Math.max(...domain.map(([low, high]) => high - low))) / FARTHEST;
  return domain.every(([low, high], i) => place[i] >= low - reach && place[i] <= high + reach);
}

/** A name of the surface that a plan shows. While a formula is typed it stays the same one, as long as it has the same parameters and domain. */
export function surfaceOf({ experiment, objective }: Plan): string {
  const { formula, parameters, domain } = objective;
  const isTyped = typeof experiment.objective === 'object' && 'formula' in experiment.objective;
  return JSON.stringify([isTyped ? null : formula, parameters, domain]);
}
