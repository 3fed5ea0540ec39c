import { learningRateOf, type Plan } from '../experiment/index.ts';

/** Rates between which a reciprocal is a float32 that loses no digit. */
const [LEAST, MOST] = [1e-30, 1e30];

/**
 * What the histogram of effective steps counts them against, at a step: η of the update that is made next, of the first cell where cells differ; 1 where
 * that is no number above 0. Plain descent's effective step is η, so it lies in the middle of a bin, and its median is told exactly.
 */
export function stepScale(plan: Plan, optimizer: number, step: number): number {
  const eta = Math.abs(learningRateOf(plan, optimizer).at(step + 1));
  return (eta >= LEAST && eta <= MOST ? eta : 1) / MIDDLE;
}

/** The middle of the bin that begins at 1. */
const MIDDLE = 1.0625;
