import { msg } from '@lit/localize';
import type { Outcome } from '../../engine/index.ts';
import { OUTCOME_SIGNS } from '../parts/colors.ts';

/** How an outcome is called: before the end of a run a trajectory that still descends is on its way, not crawling. */
export function outcomeWord(outcome: Outcome, done: boolean): { readonly label: string; readonly meaning: string } {
  if (outcome === 'crawling' && !done) return { label: msg('on the way'), meaning: msg('still descending') };
  return OUTCOME_SIGNS[outcome];
}
