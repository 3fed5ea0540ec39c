/** A stationary point of an objective: where it lies and the objective's value there. */
export interface StationaryPoint {
  /** Coordinates, in the order of the objective's `parameters`. */
  readonly at: readonly number[];
  readonly value: number;
  /**
   * Set where the derivatives do not show what the point is: the gradient does not exist or does not vanish (a cone's tip, a
   * fold, the domain's boundary), or the Hessian is singular or cannot be computed there.
   */
  readonly kink?: true;
}

/**
 * An objective (loss surface) as data: a formula in Scree's formula language and what is known about it.
 * Every per-parameter array follows the order of `parameters`.
 */
export interface Objective {
  /** The identifier that experiments use: lower case, words joined by `-`. */
  readonly name: string;
  readonly title: string;
  /** Text in the formula language; the value of its last expression is the loss. */
  readonly formula: string;
  readonly parameters: readonly string[];
  /** The usual region to look at and to start from: [low, high] for each parameter. */
  readonly domain: readonly (readonly [number, number])[];
  /** A customary single start. */
  readonly start: readonly number[];
  /** Known minima, the global ones first. */
  readonly minima: readonly StationaryPoint[];
  readonly saddles: readonly StationaryPoint[];
  readonly maxima: readonly StationaryPoint[];
  /** Largest value that the formula is known not to go below inside the domain; null where it is unbounded or unknown. */
  readonly minimum: number | null;
  /** The loss at or below which a trajectory counts as arrived; null where no natural one exists. */
  readonly target: number | null;
  /** Columns of the data table that the formula's `mean(…)` and `sum(…)` run over; all of one length. */
  readonly data?: Readonly<Record<string, readonly number[]>>;
  /** What a user should know: kinks, plateaus, minima on the boundary. One or two short sentences. */
  readonly note: string;
  /** Where formula and figures come from. */
  readonly source: string;
}
