import { Settler } from './settle.ts';
import { isSingular } from './singular.ts';
import { sizesOf, softened } from './softened.ts';
import { UnitObjective } from './unit-objective.ts';

/**
 * Widths over which edges are rounded, one after the other: wide ones at first, so that runs from one edge come to another; and narrow ones, for what
 * lies on an edge as steep as that of a root.
 */
const WIDTHS = [
  [1e-2, 5e-3, 2.5e-4, 4e-6, 1e-8, 1e-11],
  [1e-5, 5e-6, 4e-8, 1e-11],
];
/** Looks that a run takes, about, over all widths. */
const LOOKS = 200;
/** Places nearer to one another are one. */
const SAME = 1e-6;

/** Where zeros of a gradient are looked for that come to an objective's tips. */
export interface Rounded {
  readonly objective: UnitObjective;
  readonly starts: readonly Float64Array[];
  /** Operations that it may take; where starts would take more, some of them are left out. */
  readonly most: number;
}

/** A place and the one before, for a wider rounding. */
interface Track {
  readonly at: Float64Array;
  readonly before: Float64Array;
  /** Whether the Hessian tells that there are no zeros beside it, as there are on an edge that is level. */
  readonly isolated: boolean;
}

/**
 * Where the zeros of the gradient of an objective with rounded edges come to as those become sharp. Each is foreseen from the two
 * before, for it moves along a straight line with the width, or on an edge as steep as a root's with the root of the width, and settles from there.
 */
export function* roundedZeros({ objective, starts, most }: Rounded): Generator<void, readonly Float64Array[]> {
  const sizes = sizesOf(objective.objective);
  const every = Math.ceil((starts.length * LOOKS * objective.cost) / most);
  const ends: Float64Array[] = [];
  for (const widths of WIDTHS) {
    let tracks: Track[] = starts.filter((_, i) => i % every === 0).map((at) => ({ at, before: at, isolated: true }));
    for (const [stage, width] of widths.entries()) {
      const soft = softened(objective.objective, sizes, width);
      if (!soft) return [];
      const settler = new Settler(new UnitObjective(soft));
      const next: Track[] = [];
      for (const { at, before, isolated } of tracks) {
        const foreseen = stage < 2 ? at : ahead(before, at, widths[stage - 2], widths[stage - 1], width);
        const end = settler.settle(foreseen);
        const near = stage === 0 ? Number.POSITIVE_INFINITY : Math.sqrt(widths[stage - 1]);
        const isNew = (place: Float64Array) => !next.some((track) => distance(track.at, place) <= SAME);
        if (end && !end.unfinished && distance(end.at, foreseen) <= near && isNew(end.at)) {
          // The sharper an edge across the parameters, the fewer digits are left for what is along it.
          const level = stage < 2 && isSingular(end.looked, objective.size);
          next.push({ at: end.at, before: at, isolated: isolated && !level });
        }
        yield;
      }
      tracks = next;
    }
    for (const { at, isolated } of tracks)
      if (isolated && !ends.some((end) => distance(end, at) <= SAME)) ends.push(at);
  }
  return ends;
}

function ahead(before: Float64Array, at: Float64Array, first: number, second: number, width: number): Float64Array {
  return at.map((value, k) => value + ((value - before[k]) / (second - first)) * (width - second));
}

function distance(a: Float64Array, b: Float64Array): number {
  return Math.hypot(...a.map((value, k) => value - b[k]));
}
