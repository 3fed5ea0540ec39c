import { eigensystem, type Spectrum, spectrum } from './eigen.ts';

/** An eigenvalue this small beside the largest one counts as zero. */
export const SINGULAR = 1e-6;
/** The least eigenvalue is looked at again where it is smaller than this beside the largest one. */
const CLEAR = 0.125;
/** Directions that bend less than this beside the largest one hardly count on the way to the stationary point. */
const STIFF = 1e-3;
/** The part of the change on that way by which an eigenvalue may still be off at its end. */
const LEFT = 0.0625;
/** A few of a float32 position's last digits, beside its largest component. */
const DIGITS = 4.8e-7;

/** How a surface bends at a place: what tells minima, saddles and flat ground apart. The eigenvalues are the Hessian's, the components the gradient's. */
export interface Bend extends Spectrum {
  /** The least eigenvalue; NaN where the Hessian has no value. */
  readonly lowest: number;
  /** The largest size of an eigenvalue. */
  readonly largest: number;
  /** The size up to which the least one cannot be told from 0. */
  readonly zero: number;
}

/** The bend at a place, from Hessian and gradient there. */
export function bendOf(hessian: readonly Float64Array[], gradient: ArrayLike<number>): Bend {
  const { eigenvalues, components } = spectrum(hessian, gradient);
  const largest = Math.max(0, ...eigenvalues.map(Math.abs));
  return { eigenvalues, components, lowest: eigenvalues[0], largest, zero: SINGULAR * largest };
}

/** Whether the least eigenvalue may be due to the gradient that is left, so that it must be looked at again: see `bendAhead`. */
export function isDoubtful({ lowest, largest }: Bend): boolean {
  return Math.abs(lowest) < CLEAR * largest;
}

/**
 * The bend at the stationary point of the local quadratic model: `bend_ahead` of `ahead.wgsl`, which says why.
 * @param here the bend at `theta`, which is doubtful
 * @param longest how far that point may be taken to be
 */
export function bendAhead(
  hessianAt: (theta: ArrayLike<number>) => Float64Array[],
  theta: ArrayLike<number>,
  gradient: ArrayLike<number>,
  here: Bend,
  longest: number,
): Bend {
  const step = new Float64Array(theta.length);
  const { eigenvalues, eigenvectors } = eigensystem(hessianAt(theta));
  for (const [i, vector] of eigenvectors.entries()) {
    const size = eigenvalues[i] / here.largest;
    const part = vector.reduce((sum, value, k) => sum + value * gradient[k], 0) / here.largest;
    for (const [k, value] of vector.entries()) step[k] -= ((part * size) / (size ** 2 + STIFF ** 2)) * value;
  }
  const length = Math.max(Math.hypot(...step), 1e-30);
  const digits = DIGITS * Math.max(...Array.from(theta, Math.abs));
  const far = Math.max(Math.min(length, longest), digits);
  const place = step.map((value, k) => theta[k] + (value * far) / length);
  const there = bendOf(hessianAt(place), gradient);
  const error = Math.max(LEFT, digits / far) * Math.abs(there.lowest - here.lowest);
  return { ...there, zero: Math.max(there.zero, error) };
}
