/** One part of the benchmark, as it is printed and written. */
export interface Section {
  readonly name: string;
  readonly title: string;
  /** Heads of the columns after the row's name. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Sentences under the table. */
  readonly notes?: readonly string[];
}

/** One line of a section's table. */
export interface Row {
  readonly name: string;
  /** A cell for each column; null where there is nothing to say. */
  readonly cells: readonly (string | number | null)[];
  /** What the JSON file has besides: every repetition. */
  readonly details?: object;
}

/** A section as a table of text. */
export function tableOf({ title, columns, rows, notes = [] }: Section): string {
  const lines = [['', ...columns], ...rows.map(({ name, cells }) => [name, ...cells.map(show)])];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const text = lines.map((line) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '),
  );
  return [`\n${title}`, ...text, ...notes].join('\n');
}

function show(cell: string | number | null): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  if (!Number.isFinite(cell)) return '–';
  const size = Math.abs(cell);
  return cell.toFixed(size >= 100 || Number.isInteger(cell) ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 3);
}

/** Particle-steps a second, in millions. */
export function millions(rate: number): number {
  return rate / 1e6;
}
