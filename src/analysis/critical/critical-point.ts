/**
 * What a critical point is, told by the eigenvalues of its Hessian: all positive, all negative, or of both signs;
 * `degenerate` where one of them vanishes, so that they do not tell; `kink` where the Hessian does not exist.
 */
export type CriticalKind = 'minimum' | 'saddle' | 'maximum' | 'degenerate' | 'kink';

/** The kinds in the order in which they are listed. */
export const CRITICAL_KINDS: readonly CriticalKind[] = ['minimum', 'saddle', 'maximum', 'degenerate', 'kink'];

/** What a kink is by the values around it, at small distances: none lower, none higher, or both. */
export type KinkShape = 'minimum' | 'maximum' | 'neither';

/** An isolated point at which an objective's gradient vanishes. Arrays follow the order of the objective's parameters. */
export interface CriticalPoint {
  readonly kind: CriticalKind;
  readonly at: readonly number[];
  /** The objective's value there. */
  readonly value: number;
  /** Of the Hessian, in ascending order; none of a kink. */
  readonly eigenvalues: readonly number[];
  /** One of length 1 for each eigenvalue, up to its sign. */
  readonly eigenvectors: readonly (readonly number[])[];
  /** Whether the Hessian is made of differences of the gradient: the formula's second derivatives do not exist there, but the surface's do. */
  readonly differences: boolean;
  /** What a kink is by the values around it; null of other kinds. */
  readonly shape: KinkShape | null;
}

/** Critical points that are not isolated: the floor of a valley, a crest, a plateau. */
export interface CriticalSet {
  /** The objective's value on it. */
  readonly value: number;
  /** Some of its points. */
  readonly sample: readonly (readonly number[])[];
}

/** A minimum or maximum at which the gradient does not vanish, but jumps, as at a cone's tip: no critical point. */
export interface Tip {
  readonly shape: Exclude<KinkShape, 'neither'>;
  readonly at: readonly number[];
  /** The objective's value there. */
  readonly value: number;
}

/** The critical points of an objective in a domain. */
export interface CriticalPoints {
  /** Minima first, then saddles, maxima, degenerate points and kinks; of each kind the lowest first. */
  readonly points: readonly CriticalPoint[];
  /** Those that are not isolated, the lowest first, points of one value together. */
  readonly notIsolated: readonly CriticalSet[];
  /** Extrema on edges and tips, the lowest first, as far as they were found: there may be more of them. */
  readonly tips: readonly Tip[];
  /** Whether the gradient jumps anywhere, as on an edge: only there may be tips. */
  readonly jumps: boolean;
  /** Number of starts from which points were looked for. */
  readonly starts: number;
  /** Number of the last of them: how complete the search is, it knows from these alone. */
  readonly last: number;
  /** Share of the last starts from which a run came to no end, as in narrow valleys that bend. */
  readonly unfinished: number;
  /** Share of the last starts from which a run ended at no critical point, but where float64 has too few digits to go on. */
  readonly unresolved: number;
  /** Whether the objective has a value at any of its starts. */
  readonly valued: boolean;
  /** Whether the last starts led to nothing new, and all but a percent of them to an end, if the objective has a value anywhere; else there may be more points. */
  readonly complete: boolean;
  /** Whether points crowd together, nearer to one another than the search looks: there may be more of them without end. Then it is not complete. */
  readonly crowded: boolean;
  /** Whether the objective is level at nearly all of the last starts, so that what is narrow may have been missed by all. Then it is not complete. */
  readonly level: boolean;
  /** About how many isolated points there are, where the search ended at its bound and can tell; there may be more. */
  readonly estimated: number | null;
}
