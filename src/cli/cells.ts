import { renameSync, rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { version } from '../../package.json';
import { type CellTable, OUTCOMES } from '../engine/index.ts';
import type { Plan, ResolvedAxis } from '../experiment/index.ts';

/** Rows that are turned into columns and written at a time. */
const GROUP = 65536;

/** A stretch of one optimizer's cells: from `from` to before `to`. */
interface Stretch {
  readonly cells: CellTable;
  readonly optimizer: number;
  readonly from: number;
  readonly to: number;
}

/** A column of the file and where its values come from. */
interface CellColumn {
  readonly name: string;
  readonly type: 'STRING' | 'INT32' | 'FLOAT' | 'DOUBLE';
  readonly nullable?: true;
  readonly values: (stretch: Stretch) => Float32Array | Float64Array | Int32Array | (string | number | null)[];
}

/** Writes `cells.parquet`, a row for each optimizer and cell. Memory holds no more than one row group of it. */
export class CellsFile {
  private readonly columns: readonly CellColumn[];
  private readonly writer: ParquetWriter;
  private readonly unfinished: string;

  constructor(
    private readonly path: string,
    plan: Plan,
  ) {
    this.unfinished = `${path}.part`;
    this.columns = columnsOf(plan);
    const elements = this.columns.map(({ name, type, nullable }) => ({
      name,
      ...(type === 'STRING' ? ({ type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const) : { type }),
      repetition_type: nullable ? ('OPTIONAL' as const) : ('REQUIRED' as const),
    }));
    const schema = [{ name: 'cells', num_children: elements.length }, ...elements];
    this.writer = new ParquetWriter({ writer: fileWriter(this.unfinished), schema, createdBy: `scree ${version}` });
  }

  /** Appends all cells of one optimizer, unless it is interrupted. */
  async add(optimizer: number, cells: CellTable, interruption: AbortSignal): Promise<void> {
    for (let from = 0; from < cells.outcome.length; from += GROUP) {
      // Signals arrive only between two turns of the event loop.
      await setImmediate();
      interruption.throwIfAborted();
      const to = Math.min(from + GROUP, cells.outcome.length);
      const columnData = this.columns.map(({ name, values }) => ({
        name,
        data: values({ cells, optimizer, from, to }),
      }));
      this.writer.write({ columnData, rowGroupSize: GROUP });
    }
  }

  /** Completes the file and gives it its name. */
  finish(): void {
    this.writer.finish();
    renameSync(this.unfinished, this.path);
  }

  /** Removes what was written of an unfinished file. */
  abandon(): void {
    rmSync(this.unfinished, { force: true });
  }
}

/** The file's columns, in their order. */
function columnsOf(plan: Plan): CellColumn[] {
  const { parameters } = plan.objective;
  const columns = plan.x.values.length;
  const column = (cell: number) => cell % columns;
  const row = (cell: number) => Math.floor(cell / columns);
  const first: CellColumn[] = [
    {
      name: 'optimizer',
      type: 'STRING',
      values: ({ optimizer, from, to }) => new Array(to - from).fill(plan.optimizers[optimizer].label),
    },
    {
      name: 'i',
      type: 'INT32',
      values: ({ from, to }) => Int32Array.from({ length: to - from }, (_, n) => column(from + n)),
    },
    {
      name: 'j',
      type: 'INT32',
      values: ({ from, to }) => Int32Array.from({ length: to - from }, (_, n) => row(from + n)),
    },
  ];
  const last: CellColumn[] = [
    ...parameters.map((name, p) => float(`start_${name}`, ({ start }) => start[p])),
    ...parameters.map((name, p) => float(`theta_${name}`, ({ theta }) => theta[p])),
    {
      name: 'outcome',
      type: 'STRING',
      values: ({ cells, from, to }) => Array.from(cells.outcome.subarray(from, to), (code) => OUTCOMES[code]),
    },
    integer('minimum', ({ minimum }) => minimum),
    integer('diverged_at', ({ divergedAt }) => divergedAt),
    integer('arrived_at', ({ arrivedAt }) => arrivedAt),
    float('loss', ({ loss }) => loss),
    float('best', ({ best }) => best),
    float('gradient_norm', ({ gradientNorm }) => gradientNorm),
  ];
  const taken = new Set([...first, ...last].map(({ name }) => name));
  const alongAxis = ({ label, values }: ResolvedAxis, place: (cell: number) => number): CellColumn => {
    // An axis may be called as another column is: a parameter `i`, or both axes the same.
    let name = label;
    while (taken.has(name)) name = `axis_${name}`;
    taken.add(name);
    return {
      name,
      type: 'DOUBLE',
      values: ({ from, to }) => Float64Array.from({ length: to - from }, (_, n) => values[place(from + n)]),
    };
  };
  return [...first, alongAxis(plan.x, column), alongAxis(plan.y, row), ...last];
}

function float(name: string, of: (cells: CellTable) => Float32Array): CellColumn {
  return { name, type: 'FLOAT', values: ({ cells, from, to }) => of(cells).subarray(from, to) };
}

/** A column of whole numbers, null where they are negative. */
function integer(name: string, of: (cells: CellTable) => Int16Array | Int32Array): CellColumn {
  const values = ({ cells, from, to }: Stretch) =>
    Array.from(of(cells).subarray(from, to), (value) => (value < 0 ? null : value));
  return { name, type: 'INT32', nullable: true, values };
}
