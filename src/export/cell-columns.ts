import { type CellTable, OUTCOMES } from '../engine/index.ts';
import type { Plan, ResolvedAxis } from '../experiment/index.ts';
import type { Column, Stretch } from './columns.ts';

/** One optimizer's cells, a row each. */
export interface CellSource {
  readonly cells: CellTable;
  readonly optimizer: number;
}

/**
 * The columns of a file of cells, in their order: the optimizer's label, `i` and `j` (column and row of the grid), the value on each axis, starts and places in
 * parameter units, the outcome's name, the minimum's place in the objective's list, steps of divergence and arrival (null for never), final and best loss,
 * final gradient norm.
 */
export function cellColumns(plan: Plan): Column<CellSource>[] {
  const { parameters } = plan.objective;
  const columns = plan.x.values.length;
  const column = (cell: number) => cell % columns;
  const row = (cell: number) => Math.floor(cell / columns);
  const first: Column<CellSource>[] = [
    {
      name: 'optimizer',
      type: 'STRING',
      values: ({ source, from, to }) => new Array(to - from).fill(plan.optimizers[source.optimizer].label),
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
  const last: Column<CellSource>[] = [
    ...parameters.map((name, p) => float(`start_${name}`, ({ start }) => start[p])),
    ...parameters.map((name, p) => float(`theta_${name}`, ({ theta }) => theta[p])),
    {
      name: 'outcome',
      type: 'STRING',
      values: ({ source, from, to }) => Array.from(source.cells.outcome.subarray(from, to), (code) => OUTCOMES[code]),
    },
    integer('minimum', ({ minimum }) => minimum),
    integer('diverged_at', ({ divergedAt }) => divergedAt),
    integer('arrived_at', ({ arrivedAt }) => arrivedAt),
    float('loss', ({ loss }) => loss),
    float('best', ({ best }) => best),
    float('gradient_norm', ({ gradientNorm }) => gradientNorm),
  ];
  const taken = new Set([...first, ...last].map(({ name }) => name));
  const alongAxis = ({ label, values }: ResolvedAxis, place: (cell: number) => number): Column<CellSource> => {
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

function float(name: string, of: (cells: CellTable) => Float32Array): Column<CellSource> {
  return { name, type: 'FLOAT', values: ({ source, from, to }) => of(source.cells).subarray(from, to) };
}

/** A column of whole numbers, null where they are negative. */
function integer(name: string, of: (cells: CellTable) => Int16Array | Int32Array): Column<CellSource> {
  const values = ({ source, from, to }: Stretch<CellSource>) =>
    Array.from(of(source.cells).subarray(from, to), (value) => (value < 0 ? null : value));
  return { name, type: 'INT32', nullable: true, values };
}
