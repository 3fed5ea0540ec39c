import type { Column, Stretch } from './columns.ts';

/** One line of CSV, its end included; texts with commas, quotes or line ends are quoted (RFC 4180). */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}

/** A number in full, so that it is read back to the bit; empty for NaN and null. */
export function csvNumber(value: number | null): string {
  return value === null || Number.isNaN(value) ? '' : String(value);
}

/** The line of names that a CSV file begins with. */
export function csvHeader<Source>(columns: readonly Column<Source>[]): string {
  return csvLine(columns.map(({ name }) => name));
}

/** The lines of a stretch of rows. */
export function csvRows<Source>(columns: readonly Column<Source>[], stretch: Stretch<Source>): string {
  const data = columns.map(({ values }) => values(stretch));
  return Array.from({ length: stretch.to - stretch.from }, (_, row) =>
    csvLine(data.map((values) => textOf(values[row]))),
  ).join('');
}

function textOf(value: string | number | null): string {
  return typeof value === 'string' ? value : csvNumber(value);
}
