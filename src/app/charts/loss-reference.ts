import { msg, str } from '@lit/localize';
import { type Measurement, PROBABILITIES } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import { formatNumber } from '../parts/numbers.ts';

/** What losses are told above. */
export interface LossReference {
  /** Whether the objective's least loss is known, and losses are measured above it already. */
  readonly known: boolean;
  /** The least loss that was found, where none is known; null for none that losses are above. */
  readonly found: number | null;
}

/** A reference is worth a word from this share of the losses' size on, and losses are below it from this one on: what is less is rounding. */
const [WORTH, BELOW] = [1e-9, 1e-5];

/**
 * What the losses of a run are told above: the known minimum; else the least loss that was found before the run, or the lowest minimum, until a trajectory is
 * lower.
 */
export function lossReference({ objective }: Plan, history: readonly Measurement[]): LossReference {
  if (objective.minimum !== null) return { known: true, found: null };
  const [first] = history[0]?.optimizers ?? [];
  if (!first) return { known: false, found: null };
  const found = Math.min(first.lossCounts.from, ...objective.minima.map(({ value }) => value));
  const size = Math.abs(found) + Math.max(0, first.loss[PROBABILITIES.length - 1] - found || 0);
  const lowest = Math.min(...(history.at(-1)?.optimizers ?? []).map(({ loss }) => loss[0] || 0));
  const holds = Math.abs(found) > WORTH * size && lowest >= found - BELOW * size;
  return { known: false, found: holds ? found : null };
}

/** What losses above a reference are called. */
export function lossLabel({ known, found }: LossReference, log: boolean): string {
  if (known) return msg('Loss above the minimum');
  return found !== null && log ? msg(str`Loss above ${formatNumber(found)} (found)`) : msg('Loss');
}
