import { OUTCOMES, type Rgb } from '../../types.ts';
import type { Cells, Painting, Swarm } from './messages.ts';

const CONVERGED = OUTCOMES.indexOf('converged');

/** One optimizer's particles, each with its colour. */
export interface ColoredSwarm {
  readonly cells: Cells;
  readonly colors: readonly Rgb[];
  /** For each cell the index of its colour; null where there is but one. */
  readonly codes: Uint8Array | null;
}

/** Finds the colours of a swarm's particles. */
export function colored({ cells, colour }: Swarm): ColoredSwarm {
  if (!('outcomes' in colour)) return { cells, colors: [colour], codes: null };
  const colors = [...colour.outcomes, ...colour.minima.map(({ color }) => color)];
  return { cells, colors, codes: fatesOf(cells, colour) };
}

/** By the outcome, and by the minimum to which a cell came. */
function fatesOf({ buffer, cells, tileCells, tiles, axes, fate }: Cells, painting: Painting): Uint8Array {
  if (!fate) throw new Error('internal: cells without their outcomes');
  const { minima, target } = painting;
  const floats = new Float32Array(buffer);
  const integers = new Uint32Array(buffer);
  const codes = new Uint8Array(cells);
  const reach = painting.reach ** 2;
  const arrived = target ?? Number.NEGATIVE_INFINITY;
  for (let cell = 0; cell < cells; cell++) {
    const at = tiles[Math.floor(cell / tileCells)] / 4 + (cell % tileCells);
    const outcome = integers[at + fate.outcome / 4];
    codes[cell] = outcome;
    if (outcome !== CONVERGED) continue;
    let least = floats[at + fate.loss / 4] <= arrived ? Number.POSITIVE_INFINITY : reach;
    for (let m = 0; m < minima.length; m++) {
      const place = minima[m].at;
      let square = 0;
      for (let p = 0; p < place.length; p++) {
        square += (floats[at + axes[p][0] / 4] + floats[at + axes[p][1] / 4] - place[p]) ** 2;
      }
      if (square > least) continue;
      least = square;
      codes[cell] = OUTCOMES.length + m;
    }
  }
  return codes;
}
