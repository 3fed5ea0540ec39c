import { eigensystem } from '../eigen.ts';
import { largest } from './damped-step.ts';
import type { Rest } from './settle.ts';
import { isSingular } from './singular.ts';
import { digitOf, dot, type Surroundings } from './surroundings.ts';
import { NOTHING, type UnitObjective } from './unit-objective.ts';

/** A place where the gradient vanishes, with how well it is known; in units of the domain. */
export interface Zero extends Rest {
  /** Of the Hessian, in ascending order. */
  readonly eigenvalues: Float64Array;
  readonly eigenvectors: readonly Float64Array[];
  /** How far off the gradient may be by rounding errors, those of the place's last digit included. */
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

/** Looks closer at places where runs came to rest. */
export class Examiner {
  private readonly looked: Float64Array;
  private readonly probe: Float64Array;

  constructor(
    private readonly objective: UnitObjective,
    private readonly surroundings: Surroundings,
  ) {
    this.looked = new Float64Array(objective.length);
    this.probe = new Float64Array(objective.size);
  }

  /** What a run's rest is as a zero of the gradient; null where the gradient does not vanish there, or jumps. */
  zeroAt(rest: Rest): Zero | null {
    const { size } = this.objective;
    const hessian = Array.from({ length: size }, (_, i) =>
      rest.looked.subarray(1 + size * (i + 1), 1 + size * (i + 2)),
    );
    const { eigenvalues, eigenvectors } = eigensystem(hessian);
    const scale = this.surroundings.scaleAt(rest);
    const digit = digitOf(rest);
    const rounding = this.surroundings.roundingAlong(rest.at, scale, eigenvalues, eigenvectors);
    let square = 0;
    for (const [i, value] of eigenvalues.entries()) {
      const slope = Math.abs(dot(eigenvectors[i], rest.looked.subarray(1, 1 + size)));
      // The place's own last digit counts too.
      const noise = rounding[i] + digit * Math.abs(value);
      if (slope > STEP * scale * Math.abs(value) && slope > ROUNDING * noise + NOTHING) return null;
      if (Math.abs(value) > NOTHING) square += ((slope + noise) / value) ** 2;
    }
    const noise = Math.hypot(...rounding) + digit * largest(rest.looked, size);
    const error = Math.min(Math.sqrt(square), COARSEST * scale);
    const zero = { ...rest, eigenvalues, eigenvectors, noise, error, scale };
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
    const distance = Math.min(NEAR * zero.scale + FAR * zero.error, zero.scale);
    return TRIES.some((part) => this.falls(zero, part * distance));
  }

  /** Whether it does from a distance. */
  private falls({ at, norm, noise }: Zero, distance: number): boolean {
    const slopes: number[] = [];
    for (let k = 0; k < at.length; k++) {
      for (const side of [-1, 1]) {
        const far = this.slope(at, k, side * distance);
        const near = this.slope(at, k, side * distance * NEARER);
        if (far === Number.POSITIVE_INFINITY || near === Number.POSITIVE_INFINITY) continue;
        if (near > 0.5 * far + 4 * (noise + norm) + NOTHING) return false;
        slopes.push(far);
      }
    }
    return slopes.length > 0 && noise <= 1e-3 * Math.max(...slopes) + NOTHING;
  }

  /** The gradient's norm at a distance along one parameter. */
  private slope(at: Float64Array, parameter: number, distance: number): number {
    this.probe.set(at);
    this.probe[parameter] += distance;
    return this.objective.look(this.probe, this.looked);
  }

  private moved(at: Float64Array, direction: Float64Array, distance: number): Float64Array {
    for (let k = 0; k < at.length; k++) this.probe[k] = at[k] + distance * direction[k];
    return this.probe;
  }
}
