import type { ResolvedObjective, UpdateGraph } from '../experiment/index.ts';

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
  /** Of a layered network: its first loss, and sums over its updates, in the order of `RATIOS`; -1 for others. */
  readonly ratios: number;
  /** Number of slots of floats. */
  readonly values: number;
  /** Number of slots of integers. */
  readonly tallies: number;
}

/** Places of a cell's integers. */
export const TALLY = { divergedAt: 0, arrivedAt: 1, motion: 2, outcome: 3, count: 4 } as const;

/** What a tally holds for "not yet". */
export const NEVER = 0xffffffff;

/**
 * Of a layered network, what tells how its training went as a whole (Sohl-Dickstein 2024, arXiv 2402.06184). With r the loss before an update over the first loss, at most
 * `MOST_RATIO`, which also stands for one that is no number: the first loss, then over the updates made the sums of r, of 1/r, and of r over the run's last `TAIL` updates.
 */
export const RATIOS = ['first', 'sum', 'inverse', 'tail'] as const;

/** The largest ratio of a loss to the first, and how many of a run's last updates tell whether it has converged. */
export const MOST_RATIO = 1e6;
export const TAIL = 20;

/** Where each state of an optimizer's step begins, counted from the first state's slot; of one parameter that stands for all, states kept for each take a slot each. */
export function stateSlots({ graph, states }: Pick<UpdateGraph, 'graph' | 'states'>): {
  readonly places: readonly number[];
  readonly count: number;
} {
  let count = 0;
  const places = states.map(({ input }) => {
    const place = count;
    count += input.perRow ? graph.elements : 1;
    return place;
  });
  return { places, count };
}

/** The layout of one optimizer's cells on an objective. */
export function slotsOf(
  { parameters: { length: parameters }, layered }: Pick<ResolvedObjective, 'parameters' | 'layered'>,
  update: Pick<UpdateGraph, 'graph' | 'states'>,
): Slots {
  const best = 2 * parameters;
  const first = 3 * parameters + 5;
  const end = first + stateSlots(update).count;
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
    ratios: layered ? end : -1,
    values: end + (layered ? RATIOS.length : 0),
    tallies: TALLY.count,
  };
}
