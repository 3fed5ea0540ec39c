import type { Plan } from '../../experiment/index.ts';
import { nearestMinima } from '../minima.ts';
import type { CellTable } from '../types.ts';
import type { Readback } from './readback.ts';
import { NEVER, TALLY } from './slots.ts';
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
  const orMinusOne = (at: Uint32Array) => Int32Array.from(at, (value) => (value === NEVER ? -1 : value));

  const start = plan.objective.parameters.map((_, p) => Float32Array.from({ length: cells }, startOf(plan, p)));
  const theta = start.map((_, p) => {
    const displacement = float(p);
    return float(slots.origin + p).map((from, cell) => from + displacement[cell]);
  });
  const outcome = Uint8Array.from(integer(TALLY.outcome));
  const loss = float(slots.loss);
  return {
    step,
    start,
    theta,
    outcome,
    minimum: nearestMinima(plan, theta, loss, outcome),
    divergedAt: orMinusOne(integer(TALLY.divergedAt)),
    arrivedAt: orMinusOne(integer(TALLY.arrivedAt)),
    loss,
    best: float(slots.best),
    gradientNorm: float(slots.gradientNorm),
  };
}

/** A parameter's start in each cell, by the cell's index. */
function startOf(plan: Plan, parameter: number): (unused: unknown, cell: number) => number {
  const columns = plan.x.values.length;
  const varies = ({ varied }: Plan['x']) => varied.kind === 'start' && varied.parameter === parameter;
  if (varies(plan.x)) return (_, cell) => plan.x.values[cell % columns];
  if (varies(plan.y)) return (_, cell) => plan.y.values[Math.floor(cell / columns)];
  return () => plan.start[parameter];
}
