import type { Plan } from '../../experiment/index.ts';
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

/** Whether zooms have led through the ranges of a plan's grid. */
export function isZoomOf({ vary, through }: Zooms, plan: Plan): boolean {
  const now = String(endsOf(plan));
  return String(vary) === String(variedBy(plan)) && through.some((ends) => String(ends) === now);
}
