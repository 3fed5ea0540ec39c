import { spread } from '../../engine/spread.ts';
import { Bender } from './bending.ts';
import type { Creases } from './creases.ts';
import type { KinkShape } from './critical-point.ts';
import { type Rounded, roundedZeros } from './rounded-zeros.ts';
import { Surroundings } from './surroundings.ts';
import type { UnitObjective } from './unit-objective.ts';

/** Starts on each crease, and those that fill the domain. */
const [ALONG, STARTS] = [32, 64];
/** Distances to both sides of a crease, and the parts by which a jump of the gradient over the nearer one is at least that over the farther one, and of the gradient. */
const [FAR, NEAR, STAYS, JUMP] = [1e-6, 1e-9, 0.9, 1e-6];
/** How far the creases are on which a place lies, and how near to 0 a coordinate that is 0; in units of the domain. */
const EXACT = 1e-8;
/** How far off a place may be that rounded edges led to, where an edge is as steep as a root's. */
const BESIDE = 1e-5;
/** Along a crease an objective is level if it changes by so small a part of what it does across. */
const LEVEL = 1e-9;

/** An extremum at which the gradient does not vanish, but jumps; in units of the domain. */
export interface FoundTip {
  readonly at: Float64Array;
  readonly value: number;
  readonly shape: Exclude<KinkShape, 'neither'>;
}

/** What was found on an objective's creases. */
export interface Tips {
  /** Whether its gradient jumps anywhere. */
  readonly jumps: boolean;
  readonly extrema: readonly FoundTip[];
}

/** Finds extrema at which a gradient jumps, as at the tip of |x| + |y|: the zeros of the gradient of an objective with rounded edges lead to them. */
export class TipFinder {
  private readonly below: Float64Array;
  private readonly above: Float64Array;

  private readonly bender: Bender;
  /** The distance at which the values around tell what a place is. */
  private readonly far: number;

  constructor(
    private readonly objective: UnitObjective,
    private readonly creases: Creases,
  ) {
    this.bender = new Bender(objective);
    this.far = new Surroundings(objective).usual;
    this.below = new Float64Array(objective.length);
    this.above = new Float64Array(objective.length);
  }

  /** @param most operations that it may take */
  *find(most: number): Generator<void, Tips> {
    const { objective, creases } = this;
    const starts = Array.from({ length: STARTS }, (_, k) => Float64Array.from(spread(k, objective.box)));
    const places: Float64Array[] = [];
    for (let i = 0; i < creases.count; i++) {
      const along = starts.map((start) => creases.near(i, start)).filter((place) => place !== null);
      places.push(...along.slice(0, ALONG));
      yield;
    }
    if (!places.some((place) => this.jumpsAt(place))) return { jumps: false, extrema: [] };
    const corners: Float64Array[] = [];
    const bound = creases.operations + most / 2;
    for (const meeting of creases.meetings) {
      for (let k = 0; k < STARTS && creases.operations < bound; k++) {
        const corner = creases.where(meeting, starts[k]);
        if (corner && !corners.some((other) => isAt(other, corner))) corners.push(corner);
        yield;
      }
    }
    const extrema: FoundTip[] = [];
    const rounded: Rounded = { objective, starts: [...places, ...starts], most: most / 2 };
    for (const at of [...corners, ...(yield* roundedZeros(rounded))]) {
      const tip = this.tipAt(at);
      const twin = extrema.findIndex((other) => tip && isAt(other.at, tip.at, BESIDE));
      if (tip && twin < 0) extrema.push(tip);
      else if (tip && isBetter(tip, extrema[twin])) extrema[twin] = tip;
      yield;
    }
    return { jumps: true, extrema };
  }

  /** Whether the gradient is another one on the other side, however near that is. */
  private jumpsAt(at: Float64Array): boolean {
    return at.some((_, k) => {
      const near = this.jump(at, k, NEAR);
      return near.size > JUMP * near.most && near.size > STAYS * this.jump(at, k, FAR).size;
    });
  }

  private jump(
    at: Float64Array,
    parameter: number,
    distance: number,
  ): { readonly size: number; readonly most: number } {
    const { objective, below, above } = this;
    const side = (length: number) => at.map((value, k) => (k === parameter ? value + length : value));
    const finite = objective.look(side(-distance), below) + objective.look(side(distance), above);
    if (!Number.isFinite(finite)) return { size: 0, most: 0 };
    const differences = Array.from({ length: objective.size }, (_, k) => above[1 + k] - below[1 + k]);
    return { size: Math.hypot(...differences), most: finite };
  }

  private tipAt(place: Float64Array): FoundTip | null {
    const { objective, creases } = this;
    if (!objective.isInside(place, 0) || !this.jumpsAt(place)) return null;
    const shape = this.bender.shapeOf(place, this.valueAt(place), this.far);
    if (shape === 'neither') return null;
    // The rounded edges' place is off by their width or its root: on the creases beside it the value is the extreme one.
    let at = place;
    const take = (next: Float64Array | null) => {
      if (!next || !isAt(next, place, BESIDE)) return;
      const better = this.valueAt(next) - this.valueAt(at);
      if (shape === 'minimum' ? better <= 0 : better >= 0) at = next;
    };
    for (let i = 0; i < creases.count; i++) {
      take(creases.near(i, at));
      for (const k of at.keys()) take(this.topAlong(i, at, k));
    }
    take(at.map((value) => (Math.abs(value) <= EXACT ? 0 : value)));
    for (const k of at.keys()) take(at.map((value, i) => (i === k && Math.abs(value) <= EXACT ? 0 : value)));
    const value = this.valueAt(at);
    return this.isExtremeAlong(at, value, shape === 'minimum' ? 1 : -1) ? { at, value, shape } : null;
  }

  /** Whether the objective is higher, or for −1 lower, to all sides on the creases that a place lies on: the directions of the values around do not follow them. */
  private isExtremeAlong(at: Float64Array, value: number, sign: number): boolean {
    const { creases, far } = this;
    const sides = [...at.keys()].flatMap((k) =>
      [-far, far].map((length) => at.map((each, j) => (j === k ? each + length : each))),
    );
    const digits =
      LEVEL * Math.max(...sides.map((place) => Math.abs(this.valueAt(place) - value)).filter(Number.isFinite));
    for (let i = 0; i < creases.count; i++) {
      const own = creases.near(i, at);
      if (!own || !isAt(own, at)) continue;
      for (const side of sides) {
        const beside = creases.near(i, side);
        if (beside && !isAt(beside, at) && sign * (this.valueAt(beside) - value) <= digits) return false;
      }
    }
    return true;
  }

  /** The top, or the bottom, along a crease of the parabola through three values on it; null where there is none. */
  private topAlong(index: number, at: Float64Array, parameter: number): Float64Array | null {
    const { creases, far } = this;
    const beside = (length: number) =>
      creases.near(
        index,
        at.map((value, k) => (k === parameter ? value + length : value)),
      );
    const [below, above] = [beside(-far), beside(far)];
    if (!below || !above) return null;
    const [first, middle, last] = [below, at, above].map((place) => this.valueAt(place));
    const length = (far * (first - last)) / (2 * (first - 2 * middle + last));
    return Math.abs(length) <= BESIDE ? beside(length) : null;
  }

  private valueAt(at: Float64Array): number {
    this.objective.look(at, this.below);
    return this.below[0];
  }
}

function isBetter(tip: FoundTip, other: FoundTip): boolean {
  return tip.shape === 'minimum' ? tip.value < other.value : tip.value > other.value;
}

function isAt(a: Float64Array, b: Float64Array, distance = EXACT): boolean {
  return a.every((value, k) => Math.abs(value - b[k]) <= distance);
}
