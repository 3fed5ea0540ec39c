import type { Plan, ResolvedObjective } from '../experiment/index.ts';
import { BINS, readHistogram, trimmed } from './histogram.ts';
import { lossScaleOf } from './loss-scale.ts';
import { stepScale } from './step-scale.ts';
import { OUTCOMES, type PopulationMeasure } from './types.ts';

/** Counters before those of outcomes: histograms of loss, gradient norm and effective step. */
export const HISTOGRAMS = 3 * BINS;

/** Counters of a measurement: the histograms, the outcomes, the arrived. */
export const COUNTERS = HISTOGRAMS + OUTCOMES.length + 1;

/** What a measurement counted of one of a plan's optimizers at a step, told as quantiles and shares. */
export function readCounters(counters: Uint32Array, plan: Plan, optimizer: number, step: number): PopulationMeasure {
  const { objective } = plan;
  const signed = isSigned(objective);
  const from = signed ? lossScaleOf(objective).from : 0;
  const scale = stepScale(plan, optimizer, step);
  const losses = counters.subarray(0, BINS);
  return {
    loss: readHistogram(losses, signed).map((above) => from + above),
    lossCounts: { ...trimmed(losses), signed, from },
    gradientNorm: readHistogram(counters.subarray(BINS, 2 * BINS), false),
    effectiveStep: readHistogram(counters.subarray(2 * BINS, HISTOGRAMS), false).map((ratio) => ratio * scale),
    outcomes: counters.slice(HISTOGRAMS, HISTOGRAMS + OUTCOMES.length),
    arrived: counters[HISTOGRAMS + OUTCOMES.length],
  };
}

/** Whether losses are counted on both sides: where no minimum is known there may be lower ones than the one they are counted from. */
export function isSigned({ minimum }: ResolvedObjective): boolean {
  return minimum === null;
}
