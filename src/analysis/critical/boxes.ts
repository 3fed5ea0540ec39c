import type { UnitObjective } from './unit-objective.ts';

/** A stretch of each parameter, in units of the domain. */
export type UnitBox = readonly (readonly [low: number, high: number])[];

/** How much smaller each box is than the one before it. */
const ZOOM = 0.1;

/**
 * Smaller and smaller parts of a domain around 0, none of them narrower than 1 in parameters: what happens at numbers of a usual
 * size is small in a wide domain. None where the domain does not hold 0.
 */
export function boxesNearZero({ box, objective }: UnitObjective): UnitBox[] {
  const widest = Math.max(...objective.domain.map(([low, high]) => high - low));
  if (!box.every(([low, high]) => low <= 0 && high >= 0)) return [];
  const boxes: UnitBox[] = [];
  for (let part = ZOOM; part * widest >= 1; part *= ZOOM) {
    boxes.push(box.map(([low, high]) => [part * low, part * high] as const));
  }
  return boxes;
}
