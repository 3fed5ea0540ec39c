/**
 * What a critical point is, told by the eigenvalues of its Hessian: all positive, all negative, or of both signs;
 * `degenerate` where one of them vanishes, or where the Hessian does not exist, so that they do not tell.
 */
export type CriticalKind = 'minimum' | 'saddle' | 'maximum' | 'degenerate';

/** The kinds in the order in which they are listed. */
export const CRITICAL_KINDS: readonly CriticalKind[] = ['minimum', 'saddle', 'maximum', 'degenerate'];

/** An isolated point at which an objective's gradient vanishes. Arrays follow the order of the objective's parameters. */
export interface CriticalPoint {
  readonly kind: CriticalKind;
  readonly at: readonly number[];
  /** The objective's value there. */
  readonly value: number;
  /** Of the Hessian, in ascending order. */
  readonly eigenvalues: readonly number[];
  /** One of length 1 for each eigenvalue, up to its sign. */
  readonly eigenvectors: readonly (readonly number[])[];
}

/** Critical points that are not isolated: the floor of a valley, a crest, a plateau. */
export interface CriticalSet {
  /** The objective's value on it. */
  readonly value: number;
  /** Some of its points. */
  readonly sample: readonly (readonly number[])[];
}

/** The critical points of an objective in a domain. */
export interface CriticalPoints {
  /** Minima first, then saddles, maxima and degenerate points; of each kind the lowest first. */
  readonly points: readonly CriticalPoint[];
  /** Those that are not isolated, the lowest first, points of one value together. */
  readonly notIsolated: readonly CriticalSet[];
  /** Number of starts from which points were looked for. */
  readonly starts: number;
  /** Whether the last and largest batch of starts found nothing new; else the search ended at its bound, and there may be more. */
  readonly complete: boolean;
}
