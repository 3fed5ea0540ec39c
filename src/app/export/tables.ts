import type { CellTable } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import { cellColumns } from '../../export/cell-columns.ts';
import { type Column, stretchesOf } from '../../export/columns.ts';
import { csvHeader, csvRows } from '../../export/csv.ts';
import { curveColumns } from '../../export/curve-columns.ts';
import { exportName } from '../../export/file-name.ts';
import { saveFile } from '../files/save-file.ts';
import { type ExportSource, runOf, whileStill } from './source.ts';

export type TableForm = 'csv' | 'parquet';

/** Is told how far the writing of a file is, from 0 to 1. */
export type Progress = (share: number) => void;

/** A file under way: rows are added source by source. */
interface TableFile {
  add(part: { readonly from: number; readonly to: number; readonly source: unknown }): void;
  finish(): Blob;
}

/** Saves all cells of all optimizers, a row each. Resolves with the file's name. */
export function saveCells(source: ExportSource, form: TableForm, progress: Progress): Promise<string> {
  return whileStill(source, async () => {
    const { run, plan } = runOf(source);
    const tables = await cellsOf(source);
    const sources = tables.map((cells, optimizer) => ({ rows: plan.cells, source: { cells, optimizer } }));
    return write(plan, tables[0]?.step ?? run.step, 'cells', form, cellColumns(plan), sources, progress);
  });
}

/** The cells of all optimizers as they stand after the present step. */
export async function cellsOf(source: ExportSource): Promise<readonly CellTable[]> {
  const { run, plan } = runOf(source);
  await run.finished();
  return await Promise.all(plan.optimizers.map((_, i) => run.population.cells(i)));
}

/** Saves quantiles and counts over the steps, a row for each optimizer and measured step. Resolves with the file's name. */
export async function saveCurves(source: ExportSource, form: TableForm, progress: Progress): Promise<string> {
  const { run, plan } = runOf(source);
  const history = [...run.history];
  const sources = plan.optimizers.map((_, optimizer) => ({ rows: history.length, source: { history, optimizer } }));
  return write(plan, history.at(-1)?.step ?? 0, 'curves', form, curveColumns(plan), sources, progress);
}

async function write<Source>(
  plan: Plan,
  step: number,
  what: string,
  form: TableForm,
  columns: readonly Column<Source>[],
  sources: readonly { readonly rows: number; readonly source: Source }[],
  progress: Progress,
): Promise<string> {
  const file = form === 'csv' ? csvFile(columns) : await parquetFile(what, columns);
  const rows = sources.reduce((sum, each) => sum + each.rows, 0);
  let written = 0;
  for (const each of sources) {
    for (const stretch of stretchesOf(each.source, each.rows)) {
      file.add(stretch);
      written += stretch.to - stretch.from;
      progress(written / rows);
      // The page stays alive while a large file is written.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  const name = exportName(plan.experiment, step, what, form);
  saveFile(name, file.finish());
  return name;
}

function csvFile<Source>(columns: readonly Column<Source>[]): TableFile {
  const parts: BlobPart[] = [csvHeader(columns)];
  return {
    // Blobs may lie outside the page's memory.
    add: ({ source, from, to }) => parts.push(new Blob([csvRows(columns, { source: source as Source, from, to })])),
    finish: () => new Blob(parts, { type: 'text/csv' }),
  };
}

/** What writes Parquet is loaded only now. */
async function parquetFile<Source>(name: string, columns: readonly Column<Source>[]): Promise<TableFile> {
  const [{ ByteWriter }, { ParquetTable }] = await Promise.all([
    import('hyparquet-writer'),
    import('../../export/parquet.ts'),
  ]);
  const bytes = new ByteWriter();
  const table = new ParquetTable(bytes, name, columns);
  return {
    add: ({ source, from, to }) => table.write({ source: source as Source, from, to }),
    finish: () => {
      table.finish();
      return new Blob([bytes.getBytes()], { type: 'application/vnd.apache.parquet' });
    },
  };
}
