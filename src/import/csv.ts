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
 * Reads comma-, semicolon- or tab-separated values (RFC 4180, quotes and all); numbers may have decimal commas, in quotes where commas separate. The first line that is not empty holds the columns' names.
 * Throws `BadTable` where there are no rows, rows of other lengths, or names that stand twice.
 */
export function readCsv(text: string): TextTable {
  const { data, meta } = separated(text.trimEnd());
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
  return { names, rows: hasDecimalCommas(rest, meta.delimiter) ? rest.map(withPoints) : rest };
}

/** Values by what separates them. Where rows differ in length none seems to; then it is what the names have between them. */
function separated(text: string): Papa.ParseResult<string[]> {
  const guessed = Papa.parse<string[]>(text, { delimitersToGuess: [',', ';', '\t'] });
  const names = guessed.data.find((cells) => cells.some((cell) => cell.trim() !== ''));
  const between = names?.length === 1 ? names[0].match(/[;\t]/)?.[0] : undefined;
  return between ? Papa.parse<string[]>(text, { delimiter: between }) : guessed;
}

const DECIMAL_COMMA = /^([+-]?\d*),(\d+(e[+-]?\d+)?)$/i;

/** What may as well be thousands. */
const THOUSANDS = /^[+-]?\d{1,3},\d{3}$/;

/**
 * Whether numbers have decimal commas: some have one, and none a point, beside which a comma would part thousands. Where commas separate values, numbers with commas are in quotes,
 * and one of them must be no thousands.
 */
function hasDecimalCommas(rows: readonly TextRow[], delimiter: string): boolean {
  const cells = rows.flatMap((row) => row.cells);
  const isDecimal = (cell: string) => DECIMAL_COMMA.test(cell) && (delimiter !== ',' || !THOUSANDS.test(cell));
  return cells.some(isDecimal) && !cells.some((cell) => /\./.test(cell) && Number.isFinite(numberFrom(cell)));
}

function withPoints({ cells, line }: TextRow): TextRow {
  return { cells: cells.map((cell) => cell.replace(DECIMAL_COMMA, '$1.$2')), line };
}
