import { largest } from './damped-step.ts';
import type { Rest } from './rest.ts';
import { NOTHING, type UnitObjective } from './unit-objective.ts';

/** The largest distance that is asked for how much an objective bends within it, and how much smaller each smaller one is. */
const [SCALE, FINER] = [1e-3, 1 / 32];
/** Nothing smaller than the first of these is looked for, and nothing is in parameters that is smaller than the second. */
const [FINEST, FINE] = [1e-15, 1e-3];
/** The number of distances at least. */
const SCALES = 4;

/**
 * Distances of neighbouring places, in units of the scale and of a part of the parameters, or of 1: far enough for squares of
 * their differences to be seen in float32. And how much nearer they may be where it is steep.
 */
const NEIGHBOURS = [0.1, -0.27, 0.33, -0.51];
const DIGITS = 0.01;
const FLATTEST = 1e-12;

/** How far what is true at a place reaches, and how exactly it can be known there. */
export class Surroundings {
  private readonly looked: Float64Array;
  private readonly probe: Float64Array;
  /** The part of a parameter near 1 in units of the domain. */
  readonly usual: number;
  /** Distances that are asked for, in ascending order. */
  private readonly scales: readonly number[];

  constructor(private readonly objective: UnitObjective) {
    const widest = Math.max(...objective.objective.domain.map(([low, high]) => high - low));
    const count = Math.floor(Math.log(Math.max(FINE / widest, FINEST) / SCALE) / Math.log(FINER)) + 1;
    this.usual = Math.min(DIGITS / widest, SCALE);
    this.scales = Array.from({ length: Math.max(count, SCALES) }, (_, i) => SCALE * FINER ** i).reverse();
    this.looked = new Float64Array(objective.length);
    this.probe = new Float64Array(objective.size);
  }

  /** The least distance that is asked for. */
  get finest(): number {
    return this.scales[0];
  }

  /**
   * The distance within which the Hessian stays about the same. Where it changes at every distance, as at a degenerate point or a
   * kink, no distance is the right one.
   */
  scaleAt({ at, looked }: Rest): number {
    const most = 0.5 * largest(looked, this.objective.size);
    if (most <= NOTHING) return SCALE;
    // From the least on: what has a period looks the same at some larger distances, too.
    let [scale, side] = [0, 1];
    for (const distance of this.scales) {
      if (this.change(at, looked, side * distance) > most) break;
      scale = distance;
      side = -side;
    }
    return scale || SCALE;
  }

  /** How much the Hessian's entries change over a distance at most. */
  private change(at: Float64Array, looked: Float64Array, distance: number): number {
    const { size, length } = this.objective;
    for (let k = 0; k < size; k++) this.probe[k] = at[k] + (k % 2 === 0 ? distance : -distance);
    if (this.objective.look(this.probe, this.looked) === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
    let most = 0;
    for (let i = 1 + size; i < length; i++) most = Math.max(most, Math.abs(this.looked[i] - looked[i]));
    return most;
  }

  /**
   * How far off the gradient is by rounding errors along each eigenvector, judged at neighbouring places. Where it is steep they are
   * nearer, so that the gradient is no larger there.
   */
  roundingAlong(
    at: Float64Array,
    scale: number,
    eigenvalues: Float64Array,
    eigenvectors: readonly Float64Array[],
  ): Float64Array {
    const far = Math.max(scale, this.usual);
    const sizes = eigenvalues.map(Math.abs);
    const flattest = Math.max(Math.min(...sizes), FLATTEST * Math.max(...sizes), NOTHING);
    const most = new Float64Array(at.length);
    const rounding = new Float64Array(at.length);
    for (const times of NEIGHBOURS) {
      for (let k = 0; k < at.length; k++) {
        this.probe[k] = at[k] + (k % 2 === 0 ? times : -times) * Math.min(DIGITS * Math.abs(at[k]), SCALE);
      }
      for (const [i, vector] of eigenvectors.entries()) {
        const length = ((i % 2 === 0 ? times : -times) * far * flattest) / Math.max(sizes[i], flattest);
        for (let k = 0; k < at.length; k++) this.probe[k] += length * vector[k];
      }
      if (!this.objective.roundingAt(this.probe, rounding)) continue;
      for (const [i, vector] of eigenvectors.entries()) most[i] = Math.max(most[i], Math.abs(dot(vector, rounding)));
    }
    return most;
  }
}

/** How far off a place is by its last digit. */
export function digitOf({ at }: Rest): number {
  return Number.EPSILON * Math.max(...at.map(Math.abs));
}

/** How far off the gradient is by the last digit of each coordinate: those near 0 are finer than others. */
export function noiseOfDigits({ at, looked }: Pick<Rest, 'at' | 'looked'>): number {
  const size = at.length;
  let square = 0;
  for (let i = 0; i < size; i++) {
    let most = 0;
    for (let j = 0; j < size; j++) most += Math.abs(looked[1 + size + i * size + j] * at[j]);
    square += (Number.EPSILON * most) ** 2;
  }
  return Math.sqrt(square);
}

/** The product of two vectors. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
}
