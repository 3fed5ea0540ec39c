import { plural } from '../formula/plural.ts';
import { BadInput, locating } from './faults.ts';
import { placeOf, readJson, readText } from './files.ts';
import type { Host } from './host.ts';
import { noNumber, numberFrom } from './values.ts';

/** Reads a table of numbers: `.csv` with a line of names, or JSON `{"name": [numbers], …}`. Throws `BadInput`. */
export async function readTable(path: string, host: Host): Promise<Record<string, number[]>> {
  if (!/\.(csv|json)$/i.test(path))
    throw new BadInput(`${path}: neither .csv nor .json; save the table as one of them`);
  if (/\.csv$/i.test(path)) {
    const text = await readText(path, host);
    return locating(placeOf(path), () => parseCsv(text));
  }
  const value = await readJson(path, host);
  return locating(placeOf(path), () => checkColumns(value));
}

function checkColumns(value: unknown): Record<string, number[]> {
  const possible = 'write {"name": [numbers], …}';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadInput(`the table is no object of columns; ${possible}`);
  }
  for (const [name, column] of Object.entries(value)) {
    if (!Array.isArray(column)) throw new BadInput(`"${name}" is no list of numbers; ${possible}`);
    const wrong = column.findIndex((entry) => typeof entry !== 'number');
    if (wrong >= 0) {
      const problem = `entry ${wrong} of "${name}", from 0, is ${JSON.stringify(column[wrong])}`;
      throw new BadInput(`${problem}; every entry must be a number`);
    }
  }
  return value as Record<string, number[]>;
}

/** A table from lines of values separated by commas, the first of them the columns' names. Throws `BadInput`. */
export function parseCsv(text: string): Record<string, number[]> {
  const lines = text.split(/\r\n|\n|\r/).map((line, i) => ({ cells: line.split(',').map(unquoted), line: i + 1 }));
  const filled = lines.filter(({ cells }) => cells.length > 1 || cells[0] !== '');
  if (filled.length < 2) throw new BadInput('no rows; the first line has the names, every other a row of numbers');
  const [{ cells: names }, ...rows] = filled;
  const wrong = names.find((name) => !/^[A-Za-z_]\w*$/.test(name));
  if (wrong !== undefined) {
    throw new BadInput(
      `"${wrong}" is no name at line ${filled[0].line}; names are letters, digits and _, one for each column`,
    );
  }
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new BadInput(`"${twice}" stands twice at line ${filled[0].line}; columns need different names`);
  for (const { cells, line } of rows) {
    if (cells.length === names.length) continue;
    const values = `${cells.length} ${plural(cells.length, 'value')}`;
    const columns = names.length === 1 ? 'there is 1 column' : `there are ${names.length} columns`;
    throw new BadInput(`${values} at line ${line}; ${columns}`);
  }
  return Object.fromEntries(
    names.map((name, column) => [
      name,
      rows.map(({ cells, line }) => {
        const value = numberFrom(cells[column]);
        if (Number.isFinite(value)) return value;
        const { problem, possible } = noNumber(cells[column]);
        throw new BadInput(`${problem} at line ${line}, column "${name}"; ${possible}`);
      }),
    ]),
  );
}

const unquoted = (cell: string) => cell.trim().replace(/^"(.*)"$/, '$1');
