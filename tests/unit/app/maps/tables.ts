import { type CellTable, OUTCOMES, type Outcome } from '../../../../src/engine/index.ts';

/** What a test says of one cell; the rest is as of a trajectory that is still on its way. */
export interface ToldCell {
  readonly outcome?: Outcome;
  readonly minimum?: number;
  readonly arrivedAt?: number;
  readonly divergedAt?: number;
  readonly loss?: number;
  readonly gradientNorm?: number;
}

/** A table of cells as an engine would have read them at a step. */
export function tableOf(cells: readonly ToldCell[], step = 100): CellTable {
  const each = <T>(read: (cell: ToldCell) => T) => cells.map(read);
  return {
    step,
    start: [],
    theta: [],
    outcome: Uint8Array.from(each(({ outcome }) => OUTCOMES.indexOf(outcome ?? 'crawling'))),
    minimum: Int16Array.from(each(({ minimum }) => minimum ?? -1)),
    divergedAt: Int32Array.from(each(({ divergedAt }) => divergedAt ?? -1)),
    arrivedAt: Int32Array.from(each(({ arrivedAt }) => arrivedAt ?? -1)),
    loss: Float32Array.from(each(({ loss }) => loss ?? 1)),
    best: Float32Array.from(each(({ loss }) => loss ?? 1)),
    gradientNorm: Float32Array.from(each(({ gradientNorm }) => gradientNorm ?? 1)),
    ratios: null,
  };
}
