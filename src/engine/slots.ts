/** Places of a cell's floats, the same on every engine, so that a checkpoint of one is understood by another. */
export interface Slots {
  /** The displacement from an origin, at first the start: a slot for each parameter from 0 on. */
  readonly displacement: number;
  readonly origin: number;
  readonly best: number;
  readonly loss: number;
  readonly gradientNorm: number;
  readonly path: number;
  readonly anchorLoss: number;
  readonly anchor: number;
  readonly states: number;
  /** Number of slots of floats. */
  readonly values: number;
  /** Number of slots of integers. */
  readonly tallies: number;
}

/** Places of a cell's integers. */
export const TALLY = { divergedAt: 0, arrivedAt: 1, motion: 2, outcome: 3, count: 4 } as const;

/** What a tally holds for "not yet". */
export const NEVER = 0xffffffff;

/** The layout for so many parameters and states. */
export function slotsOf(parameters: number, states: number): Slots {
  const best = 2 * parameters;
  const first = 3 * parameters + 5;
  return {
    displacement: 0,
    origin: parameters,
    best,
    loss: best + 1,
    gradientNorm: best + 2,
    path: best + 3,
    anchorLoss: best + 4,
    anchor: best + 5,
    states: first,
    values: first + states,
    tallies: TALLY.count,
  };
}
