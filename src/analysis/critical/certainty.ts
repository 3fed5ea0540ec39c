import { eigensystem } from '../eigen.ts';
import { largest } from './damped-step.ts';
import { middleOf } from './fading.ts';
import type { Rest } from './rest.ts';
import { isSingular } from './singular.ts';
import { digitOf, dot, noiseOfDigits, type Surroundings } from './surroundings.ts';
import { NOTHING, type UnitObjective } from './unit-objective.ts';

/** A place where the gradient vanishes, with how well it is known; in units of the domain. */
export interface Zero extends Rest {
  /** Of the Hessian, in ascending order. */
  readonly eigenvalues: Float64Array;
  readonly eigenvectors: readonly Float64Array[];
  /** How far off the gradient may be by rounding errors of the formula. */
  readonly rounding: number;
  /** The same, those of the place's last digit included. */
  readonly noise: number;
  /** How far off the place may be, as far as gradient, Hessian and rounding errors tell. */
  readonly error: number;
  /** The distance within which the Hessian stays about the same: `SCALE` at most. */
  readonly scale: number;
}

/** A gradient has vanished where Newton's step along each eigenvector is shorter than this part of the scale, or it is so many rounding errors. */
const [STEP, ROUNDING] = [1e-4, 16];
/** A place known worse than so many times the scale is not known. */
const COARSEST = 10;
/** Distances at which the gradient must fall with the distance: as a part of the scale, and so many errors farther; and how much nearer again. */
const [NEAR, FAR, NEARER] = [1e-4, 4096, 1 / 16];
/** Parts of that distance that do as well: what has a short period may look the same at the scale. */
const TRIES = [1, 1 / 32, 1 / 1024];
/** By how much a gradient must fall from one distance to the next, at least, if it does so on and on; the nearest of them, in units of the place's last digit and near 0. */
const [SLOWLY, LAST, FINEST] = [0.95, 64, 1e-22];

/** Looks closer at places where runs came to rest. */
export class Examiner {
  private readonly looked: Float64Array;
  private readonly probe: Float64Array;
  /** Along each parameter, both ways; and between them, too, for folds may lie along them all. */
  private readonly along: readonly Float64Array[];
  private readonly around: readonly Float64Array[];

  constructor(
    private readonly objective: UnitObjective,
    private readonly surroundings: Surroundings,
  ) {
    this.looked = new Float64Array(objective.length);
    this.probe = new Float64Array(objective.size);
    const { size } = objective;
    const bothWays = (vector: Float64Array) => [vector.map((value) => -value), vector];
    this.along = Array.from({ length: size }, (_, k) => bothWays(unit(size, k))).flat();
    const between = [1, -1].map((side) =>
      new Float64Array(size).fill(size ** -0.5).map((value, k) => (k % 2 ? side : 1) * value),
    );
    this.around = [...this.along, ...between.flatMap(bothWays)];
  }

  /** What a run's rest is as a zero of the gradient; null where the gradient does not vanish there, or jumps. */
  zeroAt(end: Rest): Zero | null {
    const { size } = this.objective;
    const { rest, faded } = end.norm === 0 ? middleOf(this.objective, end) : { rest: end, faded: 0 };
    const hessian = Array.from({ length: size }, (_, i) =>
      rest.looked.subarray(1 + size * (i + 1), 1 + size * (i + 2)),
    );
    const { eigenvalues, eigenvectors } = eigensystem(hessian);
    const scale = this.surroundings.scaleAt(rest);
    const along = this.surroundings.roundingAlong(rest.at, scale, eigenvalues, eigenvectors);
    let square = faded ** 2;
    for (const [i, value] of eigenvalues.entries()) {
      const slope = Math.abs(dot(eigenvectors[i], rest.looked.subarray(1, 1 + size)));
      // The last digits of the place count too.
      const digit = eigenvectors[i].reduce((sum, part, k) => sum + Math.abs(part * rest.at[k]), 0) * Number.EPSILON;
      const noise = along[i] + digit * Math.abs(value);
      if (slope > STEP * scale * Math.abs(value) && slope > ROUNDING * noise + NOTHING) return null;
      if (Math.abs(value) > NOTHING) square += ((slope + noise) / value) ** 2;
    }
    const rounding = Math.hypot(...along);
    const noise = rounding + noiseOfDigits(rest);
    const error = Math.min(Math.sqrt(square), COARSEST * scale);
    const zero = { ...rest, eigenvalues, eigenvectors, rounding, noise, error, scale };
    return this.vanishes(zero) ? zero : null;
  }

  /** Whether a gradient that does not vanish is as small as what a place's last digit makes of it, so that no run can go on from there. */
  isBlurred(rest: Rest): boolean {
    return rest.norm <= ROUNDING * digitOf(rest) * largest(rest.looked, this.objective.size);
  }

  /**
   * Whether an eigenvalue is 0, or changes so much within the place's uncertainty that nobody knows: near a degenerate point the
   * smallest is as small as the distance, and the place is no better known than that distance.
   */
  isDegenerate({ at, looked, eigenvalues, eigenvectors, error }: Zero): boolean {
    if (isSingular(looked, at.length)) return true;
    return eigenvectors.some((vector) =>
      [-10, 10].some((times) => {
        this.objective.look(this.moved(at, vector, times * error), this.looked);
        return eigenvalues.some(
          (value, i) => !(Math.abs(this.curvature(eigenvectors[i]) - value) <= 0.5 * Math.abs(value)),
        );
      }),
    );
  }

  /** The second derivative along a direction, where was looked last. */
  private curvature(direction: Float64Array): number {
    const { size } = this.objective;
    let sum = 0;
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) sum += direction[i] * this.looked[1 + size + i * size + j] * direction[j];
    }
    return sum;
  }

  /** Whether the gradient falls to 0 towards a place from all sides, as it does not at a cone's tip. */
  private vanishes(zero: Zero): boolean {
    const { norm, noise, scale, error } = zero;
    const isClear = (slope: number | null) => slope !== null && noise <= 1e-3 * slope + NOTHING;
    const distance = Math.min(NEAR * scale + FAR * error, scale);
    if (TRIES.some((part) => isClear(this.fallsAt(zero, part * distance, this.along)))) return true;
    // Where rounding errors hide it near by it may be seen from afar, unless there is anything else in between.
    if (norm > noise || !isClear(this.fallsAt(zero, scale, this.around))) return false;
    for (let nearer = scale * NEARER; nearer > distance; nearer *= NEARER) {
      if (this.fallsAt(zero, nearer, this.around) === null) return false;
    }
    return this.fallsAt(zero, distance, this.around) !== null;
  }

  /** The largest gradient at a distance, if it falls from there in all directions; null if not. */
  private fallsAt(zero: Zero, distance: number, directions: readonly Float64Array[]): number | null {
    const { at, norm, noise } = zero;
    let most: number | null = null;
    for (const direction of directions) {
      const far = this.slope(at, direction, distance);
      const near = this.slope(at, direction, distance * NEARER);
      if (far === Number.POSITIVE_INFINITY || near === Number.POSITIVE_INFINITY) continue;
      const falls = near <= 0.5 * far + 4 * (noise + norm) + NOTHING || this.fallsOn(zero, direction, distance);
      if (!falls) return null;
      most = Math.max(most ?? 0, far);
    }
    return most;
  }

  /** Whether a gradient that hardly falls from one distance to the next falls on and on, down to the place's last digits, as that of |x|^1.1. */
  private fallsOn(zero: Zero, direction: Float64Array, distance: number): boolean {
    const least = LAST * digitOf(zero) + FINEST;
    const first = this.slope(zero.at, direction, distance);
    let before = first;
    for (let nearer = distance * NEARER; nearer >= least; nearer *= NEARER) {
      const slope = this.slope(zero.at, direction, nearer);
      if (slope > SLOWLY * before) break;
      before = slope;
    }
    return before <= 0.5 * first;
  }

  /** The gradient's norm at a distance in a direction. */
  private slope(at: Float64Array, direction: Float64Array, distance: number): number {
    return this.objective.look(this.moved(at, direction, distance), this.looked);
  }

  private moved(at: Float64Array, direction: Float64Array, distance: number): Float64Array {
    for (let k = 0; k < at.length; k++) this.probe[k] = at[k] + distance * direction[k];
    return this.probe;
  }
}

function unit(size: number, parameter: number): Float64Array {
  const vector = new Float64Array(size);
  vector[parameter] = 1;
  return vector;
}
