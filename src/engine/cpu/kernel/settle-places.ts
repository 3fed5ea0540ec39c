/** Places of a call's numbers before the runs: the longest step, then each parameter's unit. */
export const SETTLE_NUMBERS = { longest: 0, units: 4 } as const;

/** What a run begins at, and what is told of it at the end. */
export interface SettleSlots {
  readonly theta: number;
  readonly loss: number;
  readonly norm: number;
  /** The norm of the Hessian times the gradient. */
  readonly push: number;
  readonly eigenvalues: number;
  readonly count: number;
}

/** Slots of a run in the rows: vectors of four runs, slot by slot. */
export function settleSlots(parameters: number): SettleSlots {
  const [loss, norm, push, eigenvalues] = [0, 1, 2, 3].map((k) => parameters + k);
  return { theta: 0, loss, norm, push, eigenvalues, count: 2 * parameters + 3 };
}

/** Where the runs begin in the rows, how many fit, and the bytes from one of their slots to the next. */
export function settleCapacity(parameters: number, rowsBytes: number) {
  const runsAt = 64 * Math.ceil((SETTLE_NUMBERS.units + 4 * parameters) / 64);
  const vectors = Math.floor((rowsBytes - runsAt) / (16 * settleSlots(parameters).count));
  return { runsAt, runs: 4 * vectors, stride: 16 * vectors };
}
