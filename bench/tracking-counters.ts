/** Counters that ride along in a trajectory's loop: their fields, their first values, what a step makes of them. */
export interface Counters {
  readonly fields: string;
  readonly first: string;
  /** Statements that set the fields' names from `track`, `theta`, `at`, `best`, `limits` and `done`, the steps made. */
  readonly step: string;
  readonly next: string;
  /** Whether all steps were inside the bounds; if not, how many were; steps before the target was reached. */
  readonly within: string;
  readonly lived: string;
  readonly above: string;
}

/** Nothing is told. */
export const none: Counters = {
  fields: 'unused: f32',
  first: '0.0',
  step: '',
  next: '0.0',
  within: 'true',
  lived: '0u',
  above: 'NEVER',
};

/** Three counters without a branch: steps above the target, steps inside the bounds, and whether it is still inside. */
export const three: Counters = {
  fields: 'above: f32, alive: f32, lived: f32',
  first: '0.0, 1.0, 0.0',
  step: `let above = track.above + select(0.0, 1.0, best > limits.target_loss);
  let alive = select(0.0, track.alive, within(theta, at.loss, limits));
  let lived = track.lived + alive;`,
  next: 'above, alive, lived',
  within: 'track.alive == 1.0',
  lived: 'u32(track.lived)',
  above: 'u32(track.above)',
};

/** Steps above the target, and steps inside the bounds, which lag behind after the first one outside, and stop. */
export const two: Counters = {
  fields: 'above: u32, lived: u32',
  first: '0u, 0u',
  step: `let above = track.above + select(0u, 1u, best > limits.target_loss);
  let lived = track.lived + select(0u, 1u, within(theta, at.loss, limits) & (track.lived == done));`,
  next: 'above, lived',
  within: 'track.lived == count',
  lived: 'track.lived',
  above: 'track.above',
};

/** The first step at the target and the first outside the bounds, as minima. */
export const minima: Counters = {
  fields: 'arrived: u32, left: u32',
  first: 'NEVER, NEVER',
  step: `let arrived = min(track.arrived, select(NEVER, done, best <= limits.target_loss));
  let left = min(track.left, select(done, NEVER, within(theta, at.loss, limits)));`,
  next: 'arrived, left',
  within: 'track.left == NEVER',
  lived: 'track.left',
  above: 'track.arrived',
};

/** The largest distance and loss as bits; what happened when is found by running again. */
export const extremes: Counters = {
  fields: 'far: u32, high: u32',
  first: '0u, 0u',
  step: `let far = max(track.far, bitcast<u32>(square_norm(theta)));
  let high = max(track.high, bitcast<u32>(abs(at.loss)));`,
  next: 'far, high',
  within: 'track.far <= limits.escape && track.high <= limits.bound',
  lived: '0u',
  above: 'NEVER',
};
