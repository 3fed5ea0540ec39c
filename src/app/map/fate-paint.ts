import type { Objective } from '../../catalogue/index.ts';
import { OUTCOMES, type Outcome, type OutcomePaint, PAINTED_MINIMA } from '../../engine/index.ts';
import { minimumColor, toRgb } from '../parts/colors.ts';

/** A known minimum that has a colour of its own on the map. */
export interface NamedMinimum {
  /** Its place in the objective's list. */
  readonly index: number;
  readonly at: readonly number[];
  readonly color: string;
}

/** Losses that differ by no more than this are equally deep minima. */
const ALIKE = 1e-9;

/** The minima that are told apart by colour: all, where they are few; of many, the lowest, in one colour. */
export function namedMinima({ minima }: Objective): NamedMinimum[] {
  if (minima.length <= PAINTED_MINIMA) {
    return minima.map(({ at }, index) => ({ index, at, color: minimumColor(index) }));
  }
  const lowest = minima.flatMap(({ at, value }, index) => (value <= minima[0].value + ALIKE ? [{ index, at }] : []));
  return lowest.length <= PAINTED_MINIMA ? lowest.map((each) => ({ ...each, color: minimumColor(0) })) : [];
}

/**
 * Colours of particles by outcome.
 * @param colorOf `#rrggbb` of an outcome in the theme
 */
export function outcomePaint(objective: Objective, colorOf: (outcome: Outcome) => string): OutcomePaint {
  return {
    outcomes: OUTCOMES.map((outcome) => toRgb(colorOf(outcome))),
    minima: namedMinima(objective).map(({ at, color }) => ({ at, color: toRgb(color) })),
  };
}
