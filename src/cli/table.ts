import { plural } from '../formula/plural.ts';

/** A column of a table: its heading, and whether its entries stand to the right, as numbers do. */
export interface Column {
  readonly heading: string;
  readonly right?: boolean;
}

/**
 * Lays out rows under headings, two blanks between columns.
 * @param width lines are cut to it, with … for what is missing; null leaves them whole
 */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number | null = null,
): string {
  const all = [columns.map(({ heading }) => heading), ...rows];
  const widths = columns.map((_, i) => Math.max(...all.map((row) => [...row[i]].length)));
  const lines = all.map((row) =>
    row
      .map((text, i) => {
        const blanks = ' '.repeat(widths[i] - [...text].length);
        return columns[i].right ? blanks + text : text + blanks;
      })
      .join('  ')
      .trimEnd(),
  );
  return lines.map((line) => `${cut(line, width)}\n`).join('');
}

function cut(line: string, width: number | null): string {
  const characters = [...line];
  return width === null || characters.length <= width
    ? line
    : `${characters.slice(0, Math.max(width - 1, 1)).join('')}…`;
}

/** A number with four significant digits; – for null. */
export function rounded(value: number | null): string {
  if (value === null || Number.isNaN(value)) return '–';
  const size = Math.abs(value);
  if (value === 0 || (size >= 1e-3 && size < 1e6)) return String(Number(value.toPrecision(4)));
  return value.toExponential(3).replace(/\.?0*e\+?/, 'e');
}

/** A number of things: "1 cell", "1,000 cells". */
export const counted = (count: number, one: string) => `${grouped(count)} ${plural(count, one)}`;

/** A whole number with commas between thousands. */
export const grouped = (value: number) => value.toLocaleString('en-US');
