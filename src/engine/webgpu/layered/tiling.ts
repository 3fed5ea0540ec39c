import type { LayeredNetwork } from '../../../experiment/index.ts';

/** How a network's work is cut up for a workgroup. */
export interface Tiling {
  /** Rows that are worked on at a time, a multiple of 4. */
  readonly tile: number;
  /** Parts that a gradient is summed up in. */
  readonly splits: number;
  /** Numbers that are kept for a row: its inputs, what comes out of each layer, and the ones that biases are weights of. */
  readonly places: number;
}

/** Threads of a workgroup. A program runs them four at a time, as the lanes of a vector, and changes from one four to the next at every barrier: there are none to change to. */
export const THREADS = { hardware: 64, software: 4 } as const;

/** Numbers that fit the workgroup memory of every device, 16 KiB, beside what sums over the threads need. */
const MEMORY = 4096 - 4 * THREADS.hardware - 8;
/** Rows of a tile are best a multiple of so many: then neighbouring threads read neighbouring numbers nearly always. */
const EVEN = 16;
/** A tile's barriers take about as long as so many rows. */
const BARRIERS = 6;

/** Cuts a network's work up: tiles as large as the memory allows, with few rows left over. Throws an Error where not even four rows fit: `NETWORK_LIMITS` leaves none such. */
export function tilingOf({ layers, biases, parameters, rows, inputs }: LayeredNetwork): Tiling {
  const places = inputs + layers.reduce((sum, { to }) => sum + to, 0) + (biases ? layers.length : 0);
  for (const splits of [4, 2, 1]) {
    const most = Math.floor((MEMORY - parameters * (1 + splits)) / places / 4) * 4;
    if (most >= Math.min(2 * EVEN, 4 * Math.ceil(rows / 4)) || (splits === 1 && most >= 4)) {
      return { tile: tileOf(rows, most), splits, places };
    }
  }
  throw new Error(`internal: a network of ${parameters} parameters does not fit a workgroup's memory`);
}

/** The rows of a tile, at most so many, that take the least time in all. */
function tileOf(rows: number, most: number): number {
  const cost = (tile: number) => Math.ceil(rows / tile) * (tile + BARRIERS);
  const whole = 4 * Math.ceil(rows / 4);
  const even = Array.from({ length: Math.floor(most / EVEN) }, (_, i) => (i + 1) * EVEN).filter(
    (tile) => tile <= whole,
  );
  const possible = even.length > 0 ? even : [Math.min(most, whole)];
  return possible.reduce((best, tile) => (cost(tile) <= cost(best) ? tile : best));
}
