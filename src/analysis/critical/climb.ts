import { type Rest, restAt } from './rest.ts';
import type { UnitObjective } from './unit-objective.ts';

/** The first step of each climb along the gradient, in units of the domain, how much longer each next one is, and how often the direction is found anew. */
const [SHORT, LONGER, TURNS] = [1e-4, 2, 24];

/**
 * Where a way up (`side` 1) or down (-1) along the gradient leads: to near what a surface that is all but level rises or falls to, however faint the gradient is at the start.
 * It goes straight on while the value rises, or falls, or is the same and the gradient grows.
 */
export function climb(objective: UnitObjective, from: Rest, side: 1 | -1): Float64Array {
  let rest = from;
  for (let turn = 0; turn < TURNS; turn++) {
    const begin = rest;
    const direction = begin.at.map((_, k) => (side * begin.looked[1 + k]) / begin.norm);
    for (let length = SHORT; ; length *= LONGER) {
      const at = begin.at.map((value, k) => value + length * direction[k]);
      const next = objective.isInside(at, 0) ? restAt(objective, at) : null;
      if (next === null || !isBetter(next, rest, side)) break;
      rest = next;
    }
    if (rest === begin) break;
  }
  return rest.at;
}

function isBetter(next: Rest, rest: Rest, side: 1 | -1): boolean {
  const gain = side * (next.looked[0] - rest.looked[0]);
  return next.norm > 0 && (gain > 0 || (gain === 0 && next.norm > rest.norm));
}
