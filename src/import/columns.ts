import { NETWORK_LIMITS } from '../experiment/network/schema.ts';
import { BadTable } from './bad-table.ts';
import type { TextTable } from './csv.ts';
import { noNumber, numberFrom } from './numbers.ts';

/** The numbers in a column. Throws `BadTable` at the first that is none. */
export function numbersIn({ names, rows }: TextTable, column: number): number[] {
  return rows.map(({ cells, line }) => {
    const value = numberFrom(cells[column]);
    if (Number.isFinite(value)) return value;
    const { problem, possible } = noNumber(cells[column]);
    throw new BadTable(`${problem} at line ${line}, column "${names[column]}"; ${possible}`);
  });
}

/** A table of numbers by the columns' names, which a formula must be able to use. Throws `BadTable`. */
export function formulaColumns(table: TextTable): Record<string, number[]> {
  const wrong = table.names.find((name) => !/^[A-Za-z_]\w*$/.test(name));
  if (wrong !== undefined)
    throw new BadTable(`"${wrong}" is no name of a column; names are letters, digits and _, one for each column`);
  return Object.fromEntries(table.names.map((name, i) => [name, numbersIn(table, i)]));
}

/** What a network can learn from a table: numbers in every column, the last of them the target. */
export interface ExamplesTable {
  readonly columns: Readonly<Record<string, number[]>>;
  /** What the numbers of the last column stand for, in their order; null where it holds numbers. */
  readonly classes: readonly string[] | null;
}

/**
 * A table whose last column is learned from the others. Where it holds words, they become numbers of classes, from 0, in the order in which they come.
 * Throws `BadTable`.
 */
export function examplesIn(table: TextTable): ExamplesTable {
  const { names, rows } = table;
  const last = names.length - 1;
  if (rows.length > NETWORK_LIMITS.rows)
    throw new BadTable(`${rows.length} rows; a network learns at most ${NETWORK_LIMITS.rows}: leave some out`);
  if (last > NETWORK_LIMITS.width)
    throw new BadTable(`${last} inputs; a network takes at most ${NETWORK_LIMITS.width}: leave columns out`);
  if (last === 0) throw new BadTable('only one column; a network learns the last one from those before it');
  const words = rows.map(({ cells }) => cells[last]);
  const isNumbers = words.some((word) => Number.isFinite(numberFrom(word)));
  const inputs = names.slice(0, last).map((name, i): [string, number[]] => [name, numbersIn(table, i)]);
  if (isNumbers)
    return { columns: Object.fromEntries([...inputs, [names[last], numbersIn(table, last)]]), classes: null };
  const classes = [...new Set(words)];
  if (classes.length > NETWORK_LIMITS.width) {
    const problem = `${classes.length} different words in the last column, "${names[last]}"`;
    throw new BadTable(`${problem}; a network tells at most ${NETWORK_LIMITS.width} classes apart`);
  }
  return {
    columns: Object.fromEntries([...inputs, [names[last], words.map((word) => classes.indexOf(word))]]),
    classes,
  };
}
