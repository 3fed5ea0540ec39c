import { formulaColumns } from '../import/columns.ts';
import { readCsv } from '../import/csv.ts';
import { BadInput, locating } from './faults.ts';
import { placeOf, readJson, readText } from './files.ts';
import type { Host } from './host.ts';

/** Reads a table of numbers: `.csv` with a line of names, or JSON `{"name": [numbers], …}`. Throws `BadInput`. */
export async function readTable(path: string, host: Host): Promise<Record<string, number[]>> {
  if (!/\.(csv|json)$/i.test(path))
    throw new BadInput(`${path}: neither .csv nor .json; save the table as one of them`);
  if (/\.csv$/i.test(path)) {
    const text = await readText(path, host);
    return locating(placeOf(path), () => formulaColumns(readCsv(text)));
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
