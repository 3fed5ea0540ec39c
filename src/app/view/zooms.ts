import type { Plan, ResolvedAxis } from '../../experiment/index.ts';
import type { PageView } from './page-view.ts';

/** The zooms of a grid, as a view holds them. */
export type Zooms = NonNullable<PageView['zooms']>;

/** Where the first and the last cell of the columns lie, then of the rows. */
export type Ends = Zooms['through'][number];

/** What the axes of a plan vary. */
export function variedBy({ x, y }: Plan): Zooms['vary'] {
  return [x.label, y.label];
}

/** From where to where a plan's grid reaches. */
export function endsOf({ x, y }: Plan): Ends {
  return [x.values[0], x.values[x.values.length - 1], y.values[0], y.values[y.values.length - 1]];
}

/** Whether zooms have led through the ranges of a plan's grid, and through none that its axes cannot have. */
export function isZoomOf({ vary, through }: Zooms, plan: Plan): boolean {
  const now = String(endsOf(plan));
  return (
    String(vary) === String(variedBy(plan)) &&
    through.some((ends) => String(ends) === now) &&
    through.every((ends) => isRange(plan.x, ends[0], ends[1]) && isRange(plan.y, ends[2], ends[3]))
  );
}

/** Whether an axis can go from one value to the other. */
function isRange({ scale, values }: ResolvedAxis, from: number, to: number): boolean {
  return (scale === 'linear' || (from > 0 && to > 0)) && (values.length === 1 || from !== to);
}
