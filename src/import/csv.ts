import Papa from 'papaparse';
import { plural } from '../formula/plural.ts';
import { BadTable } from './bad-table.ts';
import { numberFrom } from './numbers.ts';

/** A table as it is written: names of its columns, and the texts in its rows. */
export interface TextTable {
  readonly names: readonly string[];
  readonly rows: readonly TextRow[];
}

/** One row: a text for each column, and the line of the file in which it begins, from 1. */
export interface TextRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * Reads comma-, semicolon- or tab-separated values (RFC 4180, quotes and all); where no comma separates, numbers may have decimal commas. The first line that is not empty holds the columns' names.
 * Throws `BadTable` where there are no rows, rows of other lengths, or names that stand twice.
 */
export function readCsv(text: string): TextTable {
  const { data, meta } = Papa.parse<string[]>(text.trimEnd(), { delimitersToGuess: [',', ';', '\t'] });
  let line = 1;
  const rows: TextRow[] = [];
  for (const written of data) {
    // A quote after a blank is no quote to the parser.
    const cells = written.map((cell) => cell.trim().replace(/^"(.*)"$/s, '$1'));
    if (cells.length > 1 || cells[0] !== '') rows.push({ cells, line });
    line += 1 + written.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
  }
  if (rows.length < 2) throw new BadTable('no rows; the first line has the names, every other a row of values');
  const [{ cells: names, line: first }, ...rest] = rows;
  if (names.every((name) => name !== '' && Number.isFinite(numberFrom(name))))
    throw new BadTable(`numbers alone at line ${first}; the first line must have the columns’ names`);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) {
    const problem = twice === '' ? 'two columns have no name' : `"${twice}" stands twice`;
    throw new BadTable(`${problem} at line ${first}; columns need different names`);
  }
  for (const { cells, line: at } of rest) {
    if (cells.length === names.length) continue;
    const values = `${cells.length} ${plural(cells.length, 'value')}`;
    const columns = names.length === 1 ? 'there is 1 column' : `there are ${names.length} columns`;
    throw new BadTable(`${values} at line ${at}; ${columns}`);
  }
  return { names, rows: meta.delimiter !== ',' && hasDecimalCommas(rest) ? rest.map(withPoints) : rest };
}

const DECIMAL_COMMA = /^([+-]?\d*),(\d+(e[+-]?\d+)?)$/i;

/** Whether numbers have decimal commas: some have one, and none a point, beside which a comma would part thousands. */
function hasDecimalCommas(rows: readonly TextRow[]): boolean {
  const cells = rows.flatMap((row) => row.cells);
  return (
    cells.some((cell) => DECIMAL_COMMA.test(cell)) &&
    !cells.some((cell) => /\./.test(cell) && Number.isFinite(numberFrom(cell)))
  );
}

function withPoints({ cells, line }: TextRow): TextRow {
  return { cells: cells.map((cell) => cell.replace(DECIMAL_COMMA, '$1.$2')), line };
}
