/** Cells of a plane that are computed together: every crossing of a column and a row. */
export interface Patch {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  /** How many columns and rows each of its cells stands for until finer ones are there. */
  readonly span: number;
}

/**
 * Every cell of a plane once, coarse ones first: a grid of at most `coarse` cells along each side, then again and again the cells in the middle between those that are there.
 * @param most cells of a patch, as of when it is asked for
 */
export function* patchesOf(columns: number, rows: number, coarse: number, most: () => number): Generator<Patch> {
  let span = 1;
  while (Math.max(columns, rows) > coarse * span) span *= 2;
  yield* split({ columns: every(columns, 0, span), rows: every(rows, 0, span), span }, most);
  for (let half = span / 2; half >= 1; half /= 2) {
    const [evenColumns, oddColumns] = [every(columns, 0, 2 * half), every(columns, half, 2 * half)];
    const [evenRows, oddRows] = [every(rows, 0, 2 * half), every(rows, half, 2 * half)];
    yield* split({ columns: oddColumns, rows: evenRows, span: half }, most);
    yield* split({ columns: evenColumns, rows: oddRows, span: half }, most);
    yield* split({ columns: oddColumns, rows: oddRows, span: half }, most);
  }
}

function every(count: number, from: number, step: number): number[] {
  return Array.from({ length: Math.max(0, Math.ceil((count - from) / step)) }, (_, i) => from + i * step);
}

/** A patch as some of fewer cells, row by row; a row that is too long as pieces of it. */
function* split({ columns, rows, span }: Patch, most: () => number): Generator<Patch> {
  for (let row = 0; row < rows.length; ) {
    const room = Math.max(1, most());
    if (room >= columns.length) {
      const count = Math.floor(room / columns.length);
      yield { columns, rows: rows.slice(row, row + count), span };
      row += count;
      continue;
    }
    for (let column = 0; column < columns.length; ) {
      const count = Math.max(1, most());
      yield { columns: columns.slice(column, column + count), rows: [rows[row]], span };
      column += count;
    }
    row++;
  }
}
