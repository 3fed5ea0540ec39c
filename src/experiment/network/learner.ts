import { findDataSet } from '../../catalogue/index.ts';
import type { Table } from '../../formula/index.ts';
import { forwardPass } from './forward.ts';
import { layersOf } from './layers.ts';
import type { Network } from './schema.ts';

/** What a network's outputs stand for. */
export type Task =
  /** A value for each output. */
  | { readonly kind: 'values' }
  /** One of two classes, the second where the output is above 0. */
  | { readonly kind: 'two classes'; readonly names: readonly [string, string] }
  /** One of several classes, that of the largest output. */
  | { readonly kind: 'classes'; readonly names: readonly string[] };

/** A network as it is looked at: what it computes, and the rows that it learns. */
export interface Learner {
  readonly task: Task;
  /** Names of the inputs and of the outputs, for people. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** The inputs, and the outputs where they are values, are standardised columns of a table; then none has its own unit. */
  readonly standardised: boolean;
  /** Input columns of the rows. */
  readonly given: readonly (readonly number[])[];
  /** What belongs to each row: a column of values for each output, or one of numbers of classes. */
  readonly wanted: readonly (readonly number[])[];
  /** The outputs at weights for one input; overwritten by the next call. */
  outputsAt(theta: ArrayLike<number>, input: ArrayLike<number>): Float64Array;
}

/**
 * A network as it is looked at.
 * @param table its rows as the engines have them: inputs `x1`, …, targets `y1`, …
 */
export function learnerOf(network: Network, table: Table): Learner {
  const { widths, loss, data } = network;
  const [inputs, outputs] = [widths[0], widths[widths.length - 1]];
  const columns = (letter: string, count: number) =>
    Array.from({ length: count }, (_, i) => table[`${letter}${i + 1}`]);
  const targets = columns('y', outputs);
  const names = typeof data !== 'string' && 'columns' in data ? Object.keys(data.columns) : null;
  const task = taskOf(network);
  const { values, run } = forwardPass(layersOf(network, 'objective.network'), network.biases);
  const wanted =
    task.kind === 'values'
      ? targets
      : task.kind === 'two classes'
        ? [targets[0].map((value) => Number(value > 0))]
        : [targets[0].map((_, row) => targets.findIndex((column) => column[row] === 1))];
  return {
    task,
    inputs: names?.slice(0, inputs) ?? columns('x', inputs).map((_, i) => (inputs === 1 ? 'x' : `x${i + 1}`)),
    outputs:
      loss === 'cross-entropy'
        ? (task as { names: readonly string[] }).names
        : (names?.slice(inputs) ?? targets.map((_, i) => (outputs === 1 ? 'y' : `y${i + 1}`))),
    standardised: typeof data !== 'string' && 'columns' in data && data.standardise === true,
    given: columns('x', inputs),
    wanted,
    outputsAt: (theta, input) => {
      values[0].set(input);
      run(theta);
      return values[values.length - 1];
    },
  };
}

function taskOf({ data, loss, widths }: Network): Task {
  const made = typeof data === 'string' || !('columns' in data);
  const own = made ? undefined : data.classes;
  if (loss === 'cross-entropy') {
    return {
      kind: 'classes',
      names: Array.from({ length: widths[widths.length - 1] }, (_, k) => own?.[k] ?? String(k)),
    };
  }
  const set = made ? findDataSet(typeof data === 'string' ? data : data.name) : undefined;
  const two = widths[widths.length - 1] === 1 && (loss === 'logistic' || (set?.classes ?? 0) === 2);
  const signs = loss === 'mean-square' ? (['−1', '1'] as const) : (['0', '1'] as const);
  return two ? { kind: 'two classes', names: [own?.[0] ?? signs[0], own?.[1] ?? signs[1]] } : { kind: 'values' };
}
