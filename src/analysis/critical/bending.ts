import type { Zero } from './certainty.ts';
import type { KinkShape } from './critical-point.ts';
import { NOTHING, type UnitObjective } from './unit-objective.ts';

/**
 * How an objective bends at a zero of its gradient: as its formula's second derivatives tell; where they do not exist there, as under a
 * root that is 0, as differences of the gradient tell, if they agree in all directions; else it is a kink.
 */
export type Bending =
  | { readonly by: 'formula' }
  | { readonly by: 'differences'; readonly hessian: readonly Float64Array[] }
  | { readonly by: 'values'; readonly shape: KinkShape };

/** Each shell around a point is so much smaller than the one before. */
const SMALLER = 1 / 16;
/** Shells that are looked at, and by how much what is not linear in the gradient must fall from one to the next: at any, or at the last. */
const [SHELLS, CLEAR, ENOUGH] = [3, 1 / 12, 1 / 2];
/** The shells up to which it may become so, and the part of the gradient that it must be there. */
const [NEARER, SMALL] = [10, 1 / 4];
/** What is not linear is nothing where it is so small a part of the Hessian. */
const LINEAR = 1e-6;
/** An eigenvalue by differences is 0 below so much of the largest. */
const SINGULAR = 1e-5;
/** Distances of differences, as parts of the largest: what is uneven in the gradient falls with them, rounding errors rise. */
const DIFFERENCES = [1 / 4, 1 / 8192];
/** Rounding errors of a difference, and of a value. */
const [ERRORS, DIGITS] = [16, 32 * Number.EPSILON];
/** Parameters up to which every pair is looked at. */
const PAIRS = 8;

/** Compares an objective's Hessian with what the gradient does around a point. */
export class Bender {
  private readonly there: Float64Array;
  private readonly place: Float64Array;
  private readonly directions: readonly Float64Array[];

  constructor(private readonly objective: UnitObjective) {
    this.there = new Float64Array(objective.length);
    this.place = new Float64Array(objective.size);
    this.directions = directions(objective.size);
  }

  /** @param far the largest distance that is looked at, in units of the domain */
  bendingAt(zero: Zero, far: number): Bending {
    const { size } = this.objective;
    const own = Array.from({ length: size }, (_, i) => zero.looked.subarray(1 + size * (i + 1), 1 + size * (i + 2)));
    if (this.fits(zero, own, far) || this.fitsNearer(zero, own, far)) return { by: 'formula' };
    // The distance at which rounding errors and what is uneven in the gradient are least together.
    const [differences] = DIFFERENCES.map((part) => this.differences(zero, part * far))
      .map((hessian) => ({ hessian, rest: this.rest(zero, hessian, far * SMALLER ** (SHELLS - 1)).rest }))
      .sort((a, b) => a.rest - b.rest)
      .map(({ hessian }) => hessian);
    if (this.fits(zero, differences, far)) return { by: 'differences', hessian: differences };
    return { by: 'values', shape: this.shapeOf(zero.at, zero.looked[0], far) };
  }

  /** Whether what the gradient has besides a Hessian's part falls faster than the distance. */
  private fits(zero: Zero, hessian: readonly Float64Array[], far: number): boolean {
    let distance = far;
    let before = Number.POSITIVE_INFINITY;
    let fall = 1;
    for (let shell = 0; shell < SHELLS; shell++) {
      const { rest, size } = this.rest(zero, hessian, distance);
      if (rest <= LINEAR * size + (ERRORS * zero.noise) / distance + NOTHING) return true;
      fall = rest / before;
      if (shell > 0 && fall <= CLEAR) return true;
      before = rest;
      distance *= SMALLER;
    }
    return fall <= ENOUGH;
  }

  /** The same at smaller distances: a surface may bend back and forth within the first ones. What is left must be small there, and fall clearly. */
  private fitsNearer(zero: Zero, hessian: readonly Float64Array[], far: number): boolean {
    let before = Number.POSITIVE_INFINITY;
    for (let shell = SHELLS - 1; shell < NEARER; shell++) {
      const { rest, size } = this.rest(zero, hessian, far * SMALLER ** shell);
      if (before <= SMALL * size && rest <= CLEAR * before) return true;
      before = rest;
    }
    return false;
  }

  /** The largest difference, over all directions, between the gradient and the Hessian's part of it; both over the distance. */
  private rest(
    { at, looked }: Zero,
    hessian: readonly Float64Array[],
    distance: number,
  ): { rest: number; size: number } {
    let [rest, size] = [0, 0];
    for (const direction of this.directions) {
      if (!this.look(at, direction, distance)) return { rest: Number.POSITIVE_INFINITY, size };
      let [square, all] = [0, 0];
      for (const [i, row] of hessian.entries()) {
        const slope = (this.there[1 + i] - looked[1 + i]) / distance;
        let linear = 0;
        for (let j = 0; j < row.length; j++) linear += row[j] * direction[j];
        square += (slope - linear) ** 2;
        all += slope ** 2;
      }
      rest = Math.max(rest, Math.sqrt(square));
      size = Math.max(size, Math.sqrt(all));
    }
    return { rest, size };
  }

  /** The Hessian by central differences of the gradient at two distances, extrapolated to none (Richardson). */
  private differences({ at }: Zero, distance: number): Float64Array[] {
    const { size } = this.objective;
    const central = (parameter: number, far: number) => {
      const direction = unit(size, parameter, 1);
      this.look(at, direction, far);
      const above = this.there.slice(1, 1 + size);
      this.look(at, direction, -far);
      return above.map((value, i) => (value - this.there[1 + i]) / (2 * far));
    };
    const columns = Array.from({ length: size }, (_, k) => {
      const coarse = central(k, distance);
      return central(k, distance / 2).map((value, i) => (4 * value - coarse[i]) / 3);
    });
    return columns.map((column, i) => column.map((value, j) => (value + columns[j][i]) / 2));
  }

  /** Whether all values around a point are higher, or lower, at two distances. */
  shapeOf(at: Float64Array, value: number, far: number): KinkShape {
    let [lowest, highest, digits] = [0, 0, DIGITS * Math.abs(value)];
    for (const distance of [far, far * SMALLER]) {
      for (const direction of [...this.directions, ...around(at.length)]) {
        if (!this.look(at, direction, distance)) continue;
        digits = Math.max(digits, DIGITS * Math.abs(this.there[0]));
        lowest = Math.min(lowest, this.there[0] - value);
        highest = Math.max(highest, this.there[0] - value);
      }
    }
    if (lowest >= -digits && highest > digits) return 'minimum';
    return highest <= digits && lowest < -digits ? 'maximum' : 'neither';
  }

  private look(at: Float64Array, direction: Float64Array, distance: number): boolean {
    for (let k = 0; k < at.length; k++) this.place[k] = at[k] + distance * direction[k];
    return this.objective.look(this.place, this.there) < Number.POSITIVE_INFINITY;
  }
}

/** Whether an eigenvalue of a Hessian by differences is 0, as far as they tell. */
export function isSingular(eigenvalues: Float64Array): boolean {
  const sizes = eigenvalues.map(Math.abs);
  return Math.min(...sizes) <= SINGULAR * Math.max(...sizes) + NOTHING;
}

function unit(size: number, parameter: number, length: number): Float64Array {
  const vector = new Float64Array(size);
  vector[parameter] = length;
  return vector;
}

/** Each parameter's and halfway between any two, both ways. */
function directions(size: number): Float64Array[] {
  const all: Float64Array[] = [];
  for (let i = 0; i < size; i++) {
    for (const side of [-1, 1]) all.push(unit(size, i, side));
    for (let j = i + 1; j < (size > PAIRS ? Math.min(i + 2, size) : size); j++) {
      for (const [a, b] of [
        [1, 1],
        [1, -1],
        [-1, 1],
        [-1, -1],
      ]) {
        const vector = unit(size, i, a * Math.SQRT1_2);
        vector[j] = b * Math.SQRT1_2;
        all.push(vector);
      }
    }
  }
  return all;
}

/** More directions, for values. */
function around(size: number): Float64Array[] {
  return Array.from({ length: size === 1 ? 0 : 32 * size }, (_, k) => {
    const vector = Float64Array.from({ length: size }, (_, i) => Math.cos((k + 1) * (i + 1) * 2.399963 + i));
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  });
}
