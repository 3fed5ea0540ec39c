import type { Node } from './node.ts';

/** What a name stands for: a scalar, or a vector (a trajectory's parameters, a list of milestones); functions act element by element. */
export type Value = Node | readonly Node[];

/** The names that a formula may use. */
export interface Scope {
  readonly names: ReadonlyMap<string, Value>;
  /** Names that it may assign besides new ones of its own. */
  readonly assignable?: ReadonlySet<string>;
  /** Whether a vector has one element that stands for all, told for each row of a graph whose columns are given later. Lists are no such vectors. */
  readonly represented?: boolean;
  /** How messages speak of the formula's owner: "this objective has", "this rule has". */
  readonly subject: string;
}

/** The constants that every formula knows. */
export const CONSTANTS: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };
