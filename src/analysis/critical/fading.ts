import { type Rest, restAt } from './rest.ts';
import { NOTHING, type UnitObjective } from './unit-objective.ts';

/** How far a gradient may be below the smallest numbers to either side of its zero, in units of the domain: what is wider is a plateau. */
const WIDEST = 0.01;
/** The least distance that is looked at, how much larger each next one is, and how exactly the edge is then found, beside its distance. */
const [FINEST, FARTHER, EXACT] = [1e-18, 4, 1e-12];
/** A little beyond its edge a gradient that fades is still so small; that of a plateau rises at once. */
const [BEYOND, FADED] = [1.01, 1e-100];

/**
 * The middle of where a gradient is below the smallest numbers, as that of x^100 is around its zero, and how far that reaches from there; the
 * rest itself, and 0, where the gradient rises at once, or is 0 all over a plateau.
 * @param rest a place where the gradient is 0
 */
export function middleOf(objective: UnitObjective, rest: Rest): { readonly rest: Rest; readonly faded: number } {
  const at = rest.at.slice();
  let faded = 0;
  for (const k of at.keys()) {
    const below = fadesWithin(objective, at, k, -1);
    const above = fadesWithin(objective, at, k, 1);
    if (below === null || above === null) continue;
    at[k] += (above - below) / 2;
    faded = Math.hypot(faded, (above + below) / 2);
  }
  const middle = restAt(objective, at);
  return middle?.norm === 0 ? { rest: middle, faded } : { rest, faded: 0 };
}

/** How far a gradient stays below the smallest numbers to one side; null where that is farther than a zero is wide, or it rises as from the edge of a plateau. */
function fadesWithin(objective: UnitObjective, at: Float64Array, parameter: number, side: number): number | null {
  const looked = new Float64Array(objective.length);
  const probe = at.slice();
  const slope = (distance: number) => {
    probe[parameter] = at[parameter] + side * distance;
    return objective.look(probe, looked);
  };
  if (slope(FINEST) > NOTHING) return 0;
  let [within, outside] = [FINEST, FARTHER * FINEST];
  while (slope(outside) <= NOTHING) {
    if (outside > WIDEST) return null;
    [within, outside] = [outside, outside * FARTHER];
  }
  while (outside - within > EXACT * outside) {
    const middle = (within + outside) / 2;
    if (slope(middle) <= NOTHING) within = middle;
    else outside = middle;
  }
  return outside <= WIDEST && slope(BEYOND * outside) <= FADED ? outside : null;
}
