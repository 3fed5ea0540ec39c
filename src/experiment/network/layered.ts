import type { Table } from '../../formula/index.ts';
import type { Layer } from './layers.ts';
import type { NetworkLoss } from './schema.ts';

/** A network that is too large to be a formula: its layers as data, for kernels that are written by hand. */
export interface LayeredNetwork {
  readonly layers: readonly Layer[];
  readonly biases: boolean;
  readonly loss: NetworkLoss;
  /** λ of λ/2 · Σ w², over weights without biases. */
  readonly l2: number;
  /** Numbers of parameters, of rows to learn, of a row's inputs and of its targets, which the last layer has outputs for. */
  readonly parameters: number;
  readonly rows: number;
  readonly inputs: number;
  readonly outputs: number;
  /** The rows one after another: a row's inputs, then its targets. */
  readonly data: Float64Array;
}

/** A table's numbers row by row. */
export function rowByRow(table: Table): Float64Array {
  const columns = Object.values(table);
  const rows = columns[0]?.length ?? 0;
  return Float64Array.from(
    { length: rows * columns.length },
    (_, i) => columns[i % columns.length][Math.floor(i / columns.length)],
  );
}
