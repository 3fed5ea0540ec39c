/** What is painted of a population: a code for each cell, the place of its colour in a palette. */
export interface CellCodes {
  /** Writes the codes of the cells `first + columns[k]` to `codes[k]`. */
  fill(codes: Uint16Array, first: number, columns: Int32Array): void;
}

/** Number of cells of each code below `kinds`, of a grid of so many columns and rows. */
export function countCodes(cells: CellCodes, columns: number, rows: number, kinds: number): Uint32Array {
  const counts = new Uint32Array(kinds);
  const row = new Uint16Array(columns);
  const every = Int32Array.from({ length: columns }, (_, i) => i);
  for (let j = 0; j < rows; j++) {
    cells.fill(row, j * columns, every);
    for (let i = 0; i < columns; i++) if (row[i] < kinds) counts[row[i]]++;
  }
  return counts;
}
