import { dataSets, findDataSet } from '../../catalogue/index.ts';
import { plural, type Table } from '../../formula/index.ts';
import { BadExperiment } from '../errors.ts';
import type { GivenData, Network } from './schema.ts';
import { standardised } from './standardised.ts';

/** Rows to learn: input columns and target columns. */
interface Rows {
  readonly inputs: readonly (readonly number[])[];
  readonly targets: readonly (readonly number[])[];
}

/** The table of a network: its inputs as columns `x1`, `x2`, …, its targets as `y1`, `y2`, …. Throws `BadExperiment` where the data do not fit the network. */
export function tableOf(network: Network, field: string): Table {
  const { data, widths, loss } = network;
  const outputs = widths[widths.length - 1];
  if (loss === 'cross-entropy' && outputs < 2) {
    const problem = `${outputs} output with cross-entropy`;
    const possible = 'it needs an output for each class, two at least; of a single output the loss is "logistic"';
    throw new BadExperiment(`${field}.widths.${widths.length - 1}`, problem, possible);
  }
  const { inputs, targets } =
    typeof data === 'object' && 'columns' in data
      ? givenRows(network, data, `${field}.data.columns`)
      : madeRows(network, typeof data === 'string' ? { name: data, noise: 0, seed: 0 } : data, `${field}.data`);
  return Object.fromEntries([
    ...inputs.map((column, i) => [`x${i + 1}`, column] as const),
    ...targets.map((column, i) => [`y${i + 1}`, column] as const),
  ]);
}

/** A built-in data set's rows. Its two classes are told as −1 and 1 for the mean square, as 0 and 1 otherwise. */
function madeRows(
  network: Network,
  { name, rows, noise, seed }: { name: string; rows?: number; noise: number; seed: number },
  field: string,
): Rows {
  const set = findDataSet(name);
  if (!set) {
    const known = dataSets.map((each) => each.name).join(', ');
    throw new BadExperiment(field, `"${name}" is no data set`, `known are ${known}; or give { "columns": … }`);
  }
  const { widths, loss } = network;
  const [first, last] = [widths[0], widths[widths.length - 1]];
  const widthField = `${field.replace(/\.data$/, '')}.widths`;
  if (set.inputs !== null && first !== set.inputs) {
    const problem = `${first} ${plural(first, 'input')} for "${name}"`;
    throw new BadExperiment(`${widthField}.0`, problem, `it has ${set.inputs}: the first width must be ${set.inputs}`);
  }
  if (set.classes === 0 && loss !== 'mean-square') {
    const sets = dataSets.filter((each) => each.classes > 0).map((each) => each.name);
    throw new BadExperiment(
      field,
      `"${name}" has values, which ${loss} cannot compare`,
      `possible are ${sets.join(', ')}`,
    );
  }
  const wanted = loss === 'cross-entropy' ? set.classes : 1;
  if (last !== wanted) {
    const problem = `${last} ${plural(last, 'output')} for "${name}" with ${loss}`;
    throw new BadExperiment(`${widthField}.${widths.length - 1}`, problem, `the last width must be ${wanted}`);
  }
  const { inputs, targets } = set.make({ rows: rows ?? set.rows, noise, seed, inputs: first });
  if (loss === 'cross-entropy') return { inputs, targets: membership(targets, set.classes) };
  return { inputs, targets: [set.classes > 0 && loss === 'mean-square' ? targets.map((y) => 2 * y - 1) : targets] };
}

/** A given table's rows: the first columns are inputs, the rest targets. */
function givenRows({ widths, loss }: Network, { columns, standardise }: GivenData, field: string): Rows {
  const [first, last] = [widths[0], widths[widths.length - 1]];
  const names = Object.keys(columns);
  const targets = loss === 'cross-entropy' ? 1 : last;
  if (names.length !== first + targets) {
    const wanted = `${first} ${plural(first, 'input')} and ${targets} ${plural(targets, 'target')}`;
    const problem = `${names.length} ${plural(names.length, 'column')}`;
    throw new BadExperiment(field, problem, `these widths need ${first + targets}: ${wanted}, in this order`);
  }
  const rows = columns[names[0]].length;
  for (const name of names) {
    const { length } = columns[name];
    if (length === rows) continue;
    const possible = `every column must have ${rows}, as "${names[0]}" has`;
    throw new BadExperiment(`${field}.${name}`, `${length} ${plural(length, 'number')}`, possible);
  }
  const taught = names.slice(first);
  const check = (fits: (value: number) => boolean, what: string) => {
    for (const name of taught) {
      const wrong = columns[name].find((value) => !fits(value));
      if (wrong !== undefined) throw new BadExperiment(`${field}.${name}`, `${wrong} as a target of ${loss}`, what);
    }
  };
  if (loss === 'logistic') check((value) => value >= 0 && value <= 1, 'it must lie between 0 and 1');
  if (loss === 'cross-entropy') {
    const classes = `it must be the number of a class: a whole number from 0 to ${last - 1}`;
    check((value) => Number.isInteger(value) && value >= 0 && value < last, classes);
  }
  const scaled = standardise ? standardised : (column: number[]) => column;
  const inputs = names.slice(0, first).map((name) => scaled(columns[name]));
  // Numbers of classes, and shares, are what they are.
  const values = taught.map((name) => (loss === 'mean-square' ? scaled(columns[name]) : columns[name]));
  return { inputs, targets: loss === 'cross-entropy' ? membership(values[0], last) : values };
}

/** For each class a column that is 1 in its rows and 0 in the others. */
function membership(classes: readonly number[], count: number): number[][] {
  return Array.from({ length: count }, (_, k) => classes.map((each) => (each === k ? 1 : 0)));
}
