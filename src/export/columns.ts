/** Numbers, texts or nulls of a column, a row each. */
export type Values = Float32Array | Float64Array | Int32Array | (string | number | null)[];

/** Rows of a table: those of a source from `from` to before `to`. */
export interface Stretch<Source> {
  readonly source: Source;
  readonly from: number;
  readonly to: number;
}

/** A column of a file and where its values come from. */
export interface Column<Source> {
  readonly name: string;
  readonly type: 'STRING' | 'INT32' | 'FLOAT' | 'DOUBLE';
  readonly nullable?: true;
  readonly values: (stretch: Stretch<Source>) => Values;
}

/** Rows that are turned into columns and written at a time: memory holds no more of them. */
export const GROUP = 65536;

/** The stretches of at most `GROUP` rows that a source of so many rows is written in. */
export function* stretchesOf<Source>(source: Source, rows: number): Generator<Stretch<Source>> {
  for (let from = 0; from < rows; from += GROUP) yield { source, from, to: Math.min(from + GROUP, rows) };
}
