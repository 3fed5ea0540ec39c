import { BadExperiment, type Plan } from '../../experiment/index.ts';

/** Places of a cell's numbers in the buffers, as `run.wgsl` has them. */
export interface Slots {
  readonly origin: number;
  readonly best: number;
  readonly loss: number;
  readonly gradientNorm: number;
  /** Number of slots of floats. */
  readonly values: number;
  /** Number of slots of integers. */
  readonly tallies: number;
}

/** Places in the integers, as `run.wgsl` has them. */
export const TALLY = { divergedAt: 0, arrivedAt: 1, motion: 2, outcome: 3, count: 4 } as const;

/** What a tally holds for "not yet". */
export const NEVER = 0xffffffff;

/** The layout for so many parameters and states. */
export function slotsOf(parameters: number, states: number): Slots {
  return {
    origin: parameters,
    best: 2 * parameters,
    loss: 2 * parameters + 1,
    gradientNorm: 2 * parameters + 2,
    values: 3 * parameters + 5 + states,
    tallies: TALLY.count,
  };
}

/** Throws `BadExperiment` where an optimizer's cells do not fit one buffer of the device, saying how many do. */
export function checkFit(plan: Plan, optimizer: number, device: GPUDevice): void {
  const { update, label } = plan.optimizers[optimizer];
  const slots = slotsOf(plan.objective.parameters.length, update.states.length);
  const room = Math.min(device.limits.maxStorageBufferBindingSize, device.limits.maxBufferSize);
  const most = Math.floor(room / (4 * slots.values));
  if (plan.cells <= most) return;
  const side = Math.floor(Math.sqrt(most));
  const problem = `${plan.cells} cells of ${label} do not fit this device's largest buffer`;
  throw new BadExperiment('grid', problem, `at most ${most} do, such as ${side} × ${side}`);
}
