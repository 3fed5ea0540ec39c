import { type Experiment, type Plan, variesWhole } from '../../experiment/index.ts';
import type { Edit } from '../edits.ts';
import { type Ends, endsOf } from '../view/zooms.ts';
import { isResolved, rangeOf, type Span } from './axis-scale.ts';

/** A part of the grid: of each axis, or null for all of it. */
export interface Area {
  readonly x: Span | null;
  readonly y: Span | null;
}

type Axis = NonNullable<Experiment['grid']['x']>;

/** The ranges of a part of a plan's grid; null where its cells would be nearer to each other than float32 tells apart. */
export function rangesIn(plan: Plan, area: Area): Ends | null {
  const whole = endsOf(plan);
  const of = (side: 'x' | 'y', [from, to]: readonly [number, number]): [number, number] => {
    const part = area[side];
    if (!part || plan[side].values.length === 1) return [from, to];
    const range = rangeOf(plan[side], part);
    if (!variesWhole(plan[side].varied)) return [range.from, range.to];
    // The whole numbers that lie in it.
    const [near, far] = range.from <= range.to ? [Math.ceil, Math.floor] : [Math.floor, Math.ceil];
    const [first, last] = [near(range.from), far(range.to)];
    return (last - first) * (range.to - range.from) < 0 ? [first, first] : [first, last];
  };
  const ranges: Ends = [...of('x', [whole[0], whole[1]]), ...of('y', [whole[2], whole[3]])];
  const resolved = (['x', 'y'] as const).every((side, i) => {
    const [from, to] = ranges.slice(2 * i);
    const isWhole = from === whole[2 * i] && to === whole[2 * i + 1];
    return isWhole || isResolved({ from, to }, plan[side].values.length);
  });
  return resolved ? ranges : null;
}

/** The widest ranges known for a plan: starts over the objective's domain, all else as it is. */
export function domainRanges(plan: Plan): Ends {
  const { domain } = plan.objective;
  const whole = endsOf(plan);
  const of = (side: 'x' | 'y', ends: [number, number]): [number, number] => {
    const { varied, values } = plan[side];
    return varied.kind === 'start' && values.length > 1 ? [...domain[varied.parameter]] : ends;
  };
  return [...of('x', [whole[0], whole[1]]), ...of('y', [whole[2], whole[3]])];
}

/** The grid laid over other ranges, with as many cells and the same scales. A grid that the experiment does not give is written out. */
export function withRanges(ranges: Ends, plan: Plan): Edit {
  const written = (side: 'x' | 'y', axis: Axis | undefined): Axis => {
    const { label, scale, values } = plan[side];
    const [from, to] = side === 'x' ? ranges : ranges.slice(2);
    return { vary: label, count: values.length, scale, ...axis, from, to };
  };
  return (experiment) => {
    const { x, y } = experiment.grid;
    const hasRows = y !== undefined || (x === undefined && plan.y.values.length > 1);
    return { ...experiment, grid: { x: written('x', x), ...(hasRows && { y: written('y', y) }) } };
  };
}

export function sameRanges(a: Ends, b: Ends): boolean {
  return String(a) === String(b);
}
