import { ParquetWriter, type Writer } from 'hyparquet-writer';
import { version } from '../../package.json';
import { type Column, GROUP, type Stretch } from './columns.ts';

/** A Parquet file that is written stretch by stretch. */
export class ParquetTable<Source> {
  private readonly writer: ParquetWriter;

  /**
   * @param writer what takes the bytes
   * @param name the table's name in the file
   */
  constructor(
    writer: Writer,
    name: string,
    private readonly columns: readonly Column<Source>[],
  ) {
    const elements = columns.map(({ name, type, nullable }) => ({
      name,
      ...(type === 'STRING' ? ({ type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const) : { type }),
      repetition_type: nullable ? ('OPTIONAL' as const) : ('REQUIRED' as const),
    }));
    const schema = [{ name, num_children: elements.length }, ...elements];
    this.writer = new ParquetWriter({ writer, schema, createdBy: `scree ${version}` });
  }

  /** Appends rows. */
  write(stretch: Stretch<Source>): void {
    const columnData = this.columns.map(({ name, values }) => ({ name, data: values(stretch) }));
    this.writer.write({ columnData, rowGroupSize: GROUP });
  }

  /** Completes the file. */
  finish(): void {
    this.writer.finish();
  }
}
