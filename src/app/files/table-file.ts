import { msg } from '@lit/localize';
import { BadTable } from '../../import/bad-table.ts';
import { readCsv, type TextTable } from '../../import/csv.ts';

/** Largest file that is read, in bytes. */
const MOST = 4 * 2 ** 20;

/** The table in a file of comma-, semicolon- or tab-separated values. Rejects with `BadTable`. */
export async function readTableFile(file: File): Promise<TextTable> {
  if (file.size > MOST) throw new BadTable(msg('the file is too large; a table may have at most 4 MB'));
  return readCsv(await file.text());
}
