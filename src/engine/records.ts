/** Number of measurements that a run's curves are made of, at most. */
const RECORDS = 64;
/** Measurements between two verdicts on whether a trajectory still descends. */
const WINDOW = 4;

/** Steps between two measurements of a run of so many steps. */
export function recordInterval(steps: number): number {
  return Math.max(1, Math.ceil(steps / RECORDS));
}

/** Steps between two verdicts on whether trajectories still descend. */
export function windowLength(steps: number): number {
  return WINDOW * recordInterval(steps);
}

/** Whether a run of so many steps is measured at a step; its start is one. */
export function isRecord(step: number, steps: number): boolean {
  return step === 0 || nextRecord(step - 1, steps) === step;
}

/** The next step after `step` at which a run of so many steps is measured; its end is one. */
export function nextRecord(step: number, steps: number): number {
  const interval = recordInterval(steps);
  return Math.min(steps, (Math.floor(step / interval) + 1) * interval);
}
