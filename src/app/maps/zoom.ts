import type { Experiment, Plan } from '../../experiment/index.ts';
import type { Edit } from '../edits.ts';
import { isResolved, rangeOf, type Span } from './axis-scale.ts';

/** What an axis varies, from where to where. */
export interface Range {
  readonly vary: string;
  readonly from: number;
  readonly to: number;
}

/** The ranges of both axes. */
export interface Ranges {
  readonly x: Range;
  readonly y: Range;
}

/** A part of the grid: of each axis, or null for all of it. */
export interface Area {
  readonly x: Span | null;
  readonly y: Span | null;
}

type Axis = NonNullable<Experiment['grid']['x']>;

/** The ranges of a plan's grid. */
export function rangesOf({ x, y }: Plan): Ranges {
  const [one, other] = [x, y].map(({ label, values }) => ({
    vary: label,
    from: values[0],
    to: values[values.length - 1],
  }));
  return { x: one, y: other };
}

/** The ranges of a part of a plan's grid; null where its cells would be nearer to each other than float32 tells apart. */
export function rangesIn(plan: Plan, area: Area): Ranges | null {
  const whole = rangesOf(plan);
  const of = (side: 'x' | 'y'): Range => {
    const part = area[side];
    return part && plan[side].values.length > 1 ? { ...whole[side], ...rangeOf(plan[side], part) } : whole[side];
  };
  const ranges = { x: of('x'), y: of('y') };
  const resolved = (['x', 'y'] as const).every(
    (side) => ranges[side] === whole[side] || isResolved(ranges[side], plan[side].values.length),
  );
  return resolved ? ranges : null;
}

/** The widest ranges known for a plan: starts over the objective's domain, all else as it is. */
export function domainRanges(plan: Plan): Ranges {
  const { domain } = plan.objective;
  const whole = rangesOf(plan);
  const of = (side: 'x' | 'y'): Range => {
    const { varied, values } = plan[side];
    if (varied.kind !== 'start' || values.length === 1) return whole[side];
    const [from, to] = domain[varied.parameter];
    return { ...whole[side], from, to };
  };
  return { x: of('x'), y: of('y') };
}

/** The grid laid over other ranges, with as many cells and the same scales. A grid that the experiment does not give is written out. */
export function withRanges(ranges: Ranges, plan: Plan): Edit {
  const written = (side: 'x' | 'y', axis: Axis | undefined): Axis => {
    const { label, scale, values } = plan[side];
    const { from, to } = ranges[side];
    return { vary: label, count: values.length, scale, ...axis, from, to };
  };
  return (experiment) => {
    const { x, y } = experiment.grid;
    const hasRows = y !== undefined || (x === undefined && plan.y.values.length > 1);
    return { ...experiment, grid: { x: written('x', x), ...(hasRows && { y: written('y', y) }) } };
  };
}

export function sameRanges(a: Ranges, b: Ranges): boolean {
  return JSON.stringify([a.x, a.y]) === JSON.stringify([b.x, b.y]);
}
