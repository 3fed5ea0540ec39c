import type { Plan } from '../../experiment/index.ts';
import { tableOfCells } from '../cell-table.ts';
import type { CellTable } from '../types.ts';
import type { Readback } from './readback.ts';
import type { Trajectories } from './trajectories.ts';

/** Reads every cell of measured trajectories. */
export async function readCells(
  readback: Readback,
  trajectories: Trajectories,
  plan: Plan,
  step: number,
): Promise<CellTable> {
  const { cells } = plan;
  const { slots, values, tallies } = trajectories;
  const piece = (buffer: GPUBuffer, slot: number, count: number) => ({
    buffer,
    offset: 4 * slot * cells,
    size: 4 * count * cells,
  });
  // Displacement, origin, best, loss and gradient norm are the first slots, in this order.
  const floats = slots.gradientNorm + 1;
  const bytes = await readback.read([piece(values, 0, floats), piece(tallies, 0, slots.tallies)]);
  const float = (slot: number) => new Float32Array(bytes, 4 * slot * cells, cells);
  const integer = (slot: number) => new Uint32Array(bytes, 4 * (floats + slot) * cells, cells);
  return tableOfCells(plan, step, slots, float, integer);
}
