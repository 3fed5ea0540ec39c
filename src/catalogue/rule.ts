/** A number that shapes a rule or a schedule: what the user may set, and along which an axis may vary. */
export interface Hyperparameter {
  /** Its value where none is given; `steps` stands for the experiment's number of steps. */
  readonly default: number | 'steps';
  /** Every value accepted: [lowest, highest]. */
  readonly range: readonly [number, number];
  /** Values that a slider offers. */
  readonly slider: readonly [number, number];
  /** Whether sliders and axes are logarithmic by default. */
  readonly log: boolean;
  /** What it does, in a few words. */
  readonly what: string;
}

/**
 * One element-wise step of an optimizer, in the formula language. It reads and assigns `u` (the update so far, at first the gradient) and `g`
 * (the gradient); it reads `theta` (the parameters before the step), `t` (the step, from 1), `eta` and `eta_next` (this step's learning rate and
 * the next one's; where layers have rates of their own, each parameter's), `h` (the Hessian's diagonal), its hyperparameters and its state; `norm(a)` and `dot(a, b)` run over the parameters.
 * State is kept for the next step: once for each parameter, or once in all where it depends on none.
 */
export interface Rule {
  readonly name: string;
  readonly title: string;
  readonly formula: string;
  /** State variables and their first values: numbers, or formulas of hyperparameters and `theta`. */
  readonly state: Readonly<Record<string, number | string>>;
  readonly hyperparameters: Readonly<Record<string, Hyperparameter>>;
  readonly source: string;
  /** Why all parameters must have one learning rate, where the rule makes no sense otherwise. */
  readonly oneRate?: string;
}

/** A rule's place in an optimizer. */
export interface RuleUse {
  readonly rule: string;
  /** Left out unless a flag of this name is true. */
  readonly when?: string;
  /** Left out where a flag of this name is true. */
  readonly unless?: string;
  /** Left out while the experiment gives none of its hyperparameters: its defaults change nothing. */
  readonly optional?: true;
}

/** A named optimizer: an ordered list of rules, with its own defaults. */
export interface Optimizer {
  readonly name: string;
  readonly title: string;
  readonly rules: readonly RuleUse[];
  /** Defaults of hyperparameters, `lr` always among them; those of the rules hold otherwise. */
  readonly defaults: Readonly<Record<string, number>>;
  /** Switches between rules, and their defaults. */
  readonly flags?: Readonly<Record<string, boolean>>;
  readonly source: string;
  readonly note?: string;
}

/** A learning-rate schedule: η as a formula of `lr`, `s` (updates made so far, from 0) and its hyperparameters. */
export interface Schedule {
  readonly name: string;
  readonly title: string;
  readonly formula: string;
  readonly hyperparameters: Readonly<Record<string, Hyperparameter>>;
  /** Hyperparameters that are lists of numbers, and their defaults. */
  readonly lists?: Readonly<Record<string, readonly number[]>>;
  readonly source: string;
}
