import { type CellTable, OUTCOMES, type Outcome } from '../../../src/engine/index.ts';

/** What a test says of a cell; the rest is as of a cell that crawls. */
export interface Cell {
  readonly outcome?: Outcome;
  readonly minimum?: number;
  readonly arrivedAt?: number;
  readonly loss?: number;
  readonly norm?: number;
}

/** A table of cells that a test makes up. */
export function tableOf(cells: readonly Cell[]): CellTable {
  return {
    step: 100,
    start: [],
    theta: [],
    outcome: Uint8Array.from(cells, ({ outcome = 'crawling' }) => OUTCOMES.indexOf(outcome)),
    minimum: Int16Array.from(cells, ({ minimum = -1 }) => minimum),
    divergedAt: Int32Array.from(cells, ({ outcome }) => (outcome === 'diverged' ? 7 : -1)),
    arrivedAt: Int32Array.from(cells, ({ arrivedAt = -1 }) => arrivedAt),
    loss: Float32Array.from(cells, ({ loss = 1 }) => loss),
    best: Float32Array.from(cells, ({ loss = 1 }) => loss),
    gradientNorm: Float32Array.from(cells, ({ norm = 1 }) => norm),
    ratios: null,
  };
}

/** A cell that has converged to the minimum of an index. */
export const home = (minimum = 0, loss = 0): Cell => ({ outcome: 'converged', minimum, loss, arrivedAt: 10 });
/** A cell that was thrown out. */
export const gone: Cell = { outcome: 'diverged', loss: 1e20, norm: 1e20 };
