import type { ResolvedObjective } from '../experiment/index.ts';
import { BINS, readHistogram } from './histogram.ts';
import { lossScaleOf } from './loss-scale.ts';
import { OUTCOMES, type PopulationMeasure } from './types.ts';

/** Counters of a measurement: two histograms, the outcomes, the arrived. */
export const COUNTERS = 2 * BINS + OUTCOMES.length + 1;

/** What a measurement counted, told as quantiles and shares. */
export function readCounters(counters: Uint32Array, objective: ResolvedObjective): PopulationMeasure {
  const signed = isSigned(objective);
  const from = signed ? lossScaleOf(objective).from : 0;
  return {
    loss: readHistogram(counters.subarray(0, BINS), signed).map((above) => from + above),
    gradientNorm: readHistogram(counters.subarray(BINS, 2 * BINS), false),
    outcomes: counters.slice(2 * BINS, 2 * BINS + OUTCOMES.length),
    arrived: counters[2 * BINS + OUTCOMES.length],
  };
}

/** Whether losses are counted on both sides: where no minimum is known there may be lower ones than the one they are counted from. */
export function isSigned({ minimum }: ResolvedObjective): boolean {
  return minimum === null;
}
