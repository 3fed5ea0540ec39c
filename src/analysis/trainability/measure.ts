import type { CellTable } from '../../engine/index.ts';
import { MOST_RATIO, TAIL } from '../../engine/slots.ts';

/**
 * How well each cell's training went, as one number (Sohl-Dickstein 2024, arXiv 2402.06184, and the code published with it). With r the loss before an update over the first loss, at
 * most `MOST_RATIO`: where training converged, which is where r is below 1 on average over the last `TAIL` updates, minus the sum of r over all updates, so that 0 is best; else the sum
 * of 1/r, which is the larger the later it diverged. Null where the cells hold no such sums: of an objective that is no layered network.
 * @param steps updates of the run, all of which were made
 */
export function trainabilityOf(
  { ratios, divergedAt }: Pick<CellTable, 'ratios' | 'divergedAt'>,
  steps: number,
): Float32Array | null {
  if (!ratios) return null;
  const { sum, inverse, tail } = ratios;
  const last = Math.min(TAIL, steps);
  return Float32Array.from(divergedAt, (at, i) => {
    // Past its bounds a network is trained no more: the rest counts as the largest ratio, as it would without bounds.
    if (at >= 0) return inverse[i] + (steps - at) / MOST_RATIO;
    return tail[i] < last ? -sum[i] : inverse[i];
  });
}
