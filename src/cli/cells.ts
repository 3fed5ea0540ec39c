import { renameSync, rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { fileWriter } from 'hyparquet-writer';
import type { CellTable } from '../engine/index.ts';
import type { Plan } from '../experiment/index.ts';
import { type CellSource, cellColumns } from '../export/cell-columns.ts';
import { stretchesOf } from '../export/columns.ts';
import { ParquetTable } from '../export/parquet.ts';

/** Writes `cells.parquet`, a row for each optimizer and cell. Memory holds no more than one row group of it. */
export class CellsFile {
  private readonly table: ParquetTable<CellSource>;
  private readonly unfinished: string;

  constructor(
    private readonly path: string,
    plan: Plan,
  ) {
    this.unfinished = `${path}.part`;
    this.table = new ParquetTable(fileWriter(this.unfinished), 'cells', cellColumns(plan));
  }

  /** Appends all cells of one optimizer, unless it is interrupted. */
  async add(optimizer: number, cells: CellTable, interruption: AbortSignal): Promise<void> {
    for (const stretch of stretchesOf({ optimizer, cells }, cells.outcome.length)) {
      // Signals arrive only between two turns of the event loop.
      await setImmediate();
      interruption.throwIfAborted();
      this.table.write(stretch);
    }
  }

  /** Completes the file and gives it its name. */
  finish(): void {
    this.table.finish();
    renameSync(this.unfinished, this.path);
  }

  /** Removes what was written of an unfinished file. */
  abandon(): void {
    rmSync(this.unfinished, { force: true });
  }
}
