import { BINS, readHistogram } from './histogram.ts';
import { OUTCOMES, type PopulationMeasure } from './types.ts';

/** Counters of a measurement: two histograms, the outcomes, the arrived. */
export const COUNTERS = 2 * BINS + OUTCOMES.length + 1;

/** What a measurement counted, told as quantiles and shares. */
export function readCounters(counters: Uint32Array, signed: boolean): PopulationMeasure {
  return {
    loss: readHistogram(counters.subarray(0, BINS), signed),
    gradientNorm: readHistogram(counters.subarray(BINS, 2 * BINS), false),
    outcomes: counters.slice(2 * BINS, 2 * BINS + OUTCOMES.length),
    arrived: counters[2 * BINS + OUTCOMES.length],
  };
}
