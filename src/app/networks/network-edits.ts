import { findDataSet } from '../../catalogue/index.ts';
import type { ExamplesTable } from '../../import/columns.ts';
import { isFarFromUnit } from '../../import/far-from-unit.ts';
import type { Loss, Network } from './network-of.ts';

/** Most classes that a column of whole numbers is taken for. */
const CLASSES = 48;

/** The name of the built-in data set; null for a table of one's own. */
export function dataSetOf({ data }: Network): string | null {
  if (typeof data === 'string') return data;
  return 'columns' in data ? null : data.name;
}

/** How a built-in data set is made; null for a table of one's own. */
export function makingOf({ data }: Network): { name: string; rows?: number; noise: number; seed: number } | null {
  if (typeof data === 'string') return { name: data, noise: 0, seed: 0 };
  return 'columns' in data ? null : data;
}

/** The same hidden layers on a built-in data set. */
export function onDataSet(network: Network, name: string): Network {
  return fitted({ ...network, data: name });
}

/** The same hidden layers on a table: the last column is learned, words by their classes; standardised where numbers are far from 1. */
export function onTable(network: Network, { columns, classes }: ExamplesTable): Network {
  const data = { columns: { ...columns }, ...(classes && { classes: [...classes] }) };
  const loss = classes === null ? 'mean-square' : classes.length > 2 ? 'cross-entropy' : 'logistic';
  const next = fitted({ ...network, data, loss });
  const learned = Object.values(columns).slice(0, next.loss === 'mean-square' ? undefined : -1);
  return learned.some(isFarFromUnit) ? standardised(next, true) : next;
}

/** Hidden layers of other widths. Activations that were given layer by layer hold no more for another number of layers. */
export function withHidden(network: Network, units: readonly number[]): Network {
  const { widths, activation } = network;
  const next = [widths[0], ...units, widths[widths.length - 1]];
  const kept = Array.isArray(activation) && next.length !== widths.length ? activation[0] : activation;
  return { ...network, widths: next, activation: kept };
}

/** Another loss, with as many outputs as it takes. */
export function withLoss(network: Network, loss: Loss): Network {
  return fitted({ ...network, loss });
}

/** Another number of inputs, where the data have any. */
export function withInputs(network: Network, inputs: number): Network {
  return { ...network, widths: [inputs, ...network.widths.slice(1)] };
}

/** Rows, scatter or seed of a built-in data set changed; of a table nothing. */
export function withMaking(network: Network, part: { rows?: number; noise?: number; seed?: number }): Network {
  const making = makingOf(network);
  return making ? { ...network, data: { ...making, ...part } } : network;
}

/** The same network, learning the columns of its table standardised or as they are. */
export function standardised(network: Network, on: boolean): Network {
  const { data } = network;
  if (typeof data === 'string' || !('columns' in data)) return network;
  const { standardise: _, ...rest } = data;
  return { ...network, data: on ? { ...rest, standardise: true } : rest };
}

/** The losses that a network's targets can be compared by. */
export function possibleLosses({ data, widths }: Network): Loss[] {
  if (typeof data === 'string' || !('columns' in data)) {
    const classes = findDataSet(typeof data === 'string' ? data : data.name)?.classes ?? 0;
    return classes > 0 ? ['mean-square', 'logistic', 'cross-entropy'] : ['mean-square'];
  }
  const targets = Object.values(data.columns).slice(widths[0]);
  const all = (fits: (value: number) => boolean) => targets.every((column) => column.every(fits));
  const isClass = (value: number) => Number.isInteger(value) && value >= 0 && value < CLASSES;
  return [
    'mean-square',
    ...(all((value) => value >= 0 && value <= 1) ? (['logistic'] as const) : []),
    ...(targets.length === 1 && all(isClass) ? (['cross-entropy'] as const) : []),
  ];
}

/** First and last width, and a loss, that fit the data. */
function fitted(network: Network): Network {
  const { data, widths } = network;
  const hidden = widths.slice(1, -1);
  if (typeof data !== 'string' && 'columns' in data) {
    const columns = Object.values(data.columns);
    const inputs = columns.length - 1;
    const loss = lossAmong(possibleLosses({ ...network, widths: [inputs, 1] }), network.loss);
    const outputs = loss === 'cross-entropy' ? Math.max(2, ...columns[inputs].map((value) => value + 1)) : 1;
    return { ...network, widths: [inputs, ...hidden, outputs], loss };
  }
  const set = findDataSet(typeof data === 'string' ? data : data.name);
  if (!set) return network;
  const loss = lossAmong(possibleLosses(network), network.loss);
  return { ...network, widths: [set.inputs ?? widths[0], ...hidden, loss === 'cross-entropy' ? set.classes : 1], loss };
}

function lossAmong(possible: readonly Loss[], wanted: Loss): Loss {
  return possible.includes(wanted) ? wanted : possible[0];
}
