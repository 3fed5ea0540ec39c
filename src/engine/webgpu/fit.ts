import { BadExperiment, type Plan } from '../../experiment/index.ts';
import { slotsOf } from '../slots.ts';

/** Throws `BadExperiment` where an optimizer's cells do not fit one buffer of the device, saying how many do. */
export function checkFit(plan: Plan, optimizer: number, device: GPUDevice): void {
  const { update, label } = plan.optimizers[optimizer];
  const slots = slotsOf(plan.objective, update);
  const room = Math.min(device.limits.maxStorageBufferBindingSize, device.limits.maxBufferSize);
  const most = Math.floor(room / (4 * slots.values));
  if (plan.cells <= most) return;
  const side = Math.floor(Math.sqrt(most));
  const problem = `${plan.cells} cells of ${label} do not fit this device's largest buffer`;
  throw new BadExperiment('grid', problem, `at most ${most} do, such as ${side} × ${side}`);
}
