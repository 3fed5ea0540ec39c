import { msg, str } from '@lit/localize';
import type { Plan, ResolvedAxis } from '../../experiment/index.ts';
import { formatNumber } from '../parts/numbers.ts';

/** Steps of a launched trajectory at most: a line of more could not be told from its ground. */
const MOST = 4096;

/** The column and row of the grid whose values a launched trajectory takes where an axis varies no start. */
export type Column = readonly [column: number, row: number];

/** The cell in the middle of a grid. */
export function middleCell({ x, y }: Plan): Column {
  return [Math.floor(x.values.length / 2), Math.floor(y.values.length / 2)];
}

/**
 * A plan of one cell that starts at a point, with the same optimizers: where an axis varies a start, it takes the point's coordinate, else the value that it has
 * at a cell.
 * @param start a coordinate for each parameter
 */
export function planFrom(plan: Plan, start: readonly number[], cell: Column): Plan {
  const single = (axis: ResolvedAxis, index: number): ResolvedAxis => ({
    ...axis,
    values: Float64Array.of(
      axis.varied.kind === 'start'
        ? start[axis.varied.parameter]
        : axis.values[Math.min(index, axis.values.length - 1)],
    ),
  });
  const [x, y] = [single(plan.x, cell[0]), single(plan.y, cell[1])];
  return { ...plan, x, y, cells: 1, start, initialisation: null, steps: Math.min(plan.steps, MOST) };
}

/** Which values of what the grid varies a launched trajectory has, as words; null where the grid varies starts alone. */
export function valuesTaken({ x, y }: Plan, cell: Column, chosen: boolean): string | null {
  const taken = [x, y].flatMap(({ varied, label, values }, i) =>
    varied.kind === 'start' || varied.kind === 'initialisation' || values.length === 1
      ? []
      : [`${label} = ${formatNumber(values[cell[i]])}`],
  );
  if (taken.length === 0) return null;
  const where = chosen ? msg('as in the chosen cell') : msg('the middle of the grid');
  return msg(str`With ${taken.join(', ')} (${where}).`);
}
