import { type Plan, startAt, startVaries } from '../experiment/index.ts';
import { nearestMinima } from './minima.ts';
import { NEVER, RATIOS, type Slots, TALLY } from './slots.ts';
import type { CellTable, LossRatios } from './types.ts';

/** Makes the table of measured cells from their slots: `float(slot)` and `integer(tally)` hold a number for each cell. */
export function tableOfCells(
  plan: Plan,
  step: number,
  slots: Slots,
  float: (slot: number) => Float32Array,
  integer: (tally: number) => Uint32Array,
): CellTable {
  const { cells } = plan;
  const orMinusOne = (at: Uint32Array) => Int32Array.from(at, (value) => (value === NEVER ? -1 : value));
  const start = plan.objective.parameters.map((_, p) => Float32Array.from({ length: cells }, startOf(plan, p)));
  const theta = start.map((_, p) => {
    const displacement = float(slots.displacement + p);
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
    ratios:
      slots.ratios < 0
        ? null
        : (Object.fromEntries(RATIOS.map((name, i) => [name, float(slots.ratios + i)])) as unknown as LossRatios),
  };
}

/** A parameter's start in each cell, by the cell's index. */
function startOf(plan: Plan, parameter: number): (unused: unknown, cell: number) => number {
  const columns = plan.x.values.length;
  const varies = startVaries(plan, parameter);
  if (!varies.x && !varies.y) return () => plan.start[parameter];
  return (_, cell) => startAt(plan, parameter, cell % columns, Math.floor(cell / columns));
}
