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
  const { byCell } = trajectories.form;
  // Displacement, origin, best, loss and gradient norm are the first slots, in this order; cell by cell, all are read.
  const floats = byCell ? slots.values : slots.gradientNorm + 1;
  const piece = (buffer: GPUBuffer, count: number) => ({ buffer, offset: 0, size: 4 * count * cells });
  const bytes = await readback.read([piece(values, floats), piece(tallies, slots.tallies)]);
  const read = new Float32Array(bytes, 0, floats * cells);
  const bySlot = byCell ? transposed(read, floats) : read;
  const float = (slot: number) => bySlot.subarray(slot * cells, (slot + 1) * cells);
  const integer = (slot: number) => new Uint32Array(bytes, 4 * (floats + slot) * cells, cells);
  return tableOfCells(plan, step, slots, float, integer);
}

/** Numbers that lie in rows of so many, column by column. */
export function transposed(numbers: Float32Array, columns: number): Float32Array {
  const rows = numbers.length / columns;
  const turned = new Float32Array(numbers.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) turned[column * rows + row] = numbers[row * columns + column];
  }
  return turned;
}
