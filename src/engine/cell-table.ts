import { type Plan, startAt, startVaries } from '../experiment/index.ts';
import { nearestMinima } from './minima.ts';
import { Pieces } from './pieces.ts';
import { RATIOS, type Slots, TALLY } from './slots.ts';
import type { CellTable, LossRatios } from './types.ts';

/** Cells that are told between two looks at the clock. */
const PART = 2 ** 14;

/**
 * Makes the table of measured cells from their slots: `float(slot)` and `integer(tally)` hold a number for each cell. In pieces, for there may be millions of
 * cells.
 */
export async function tableOfCells(
  plan: Plan,
  step: number,
  slots: Slots,
  float: (slot: number) => Float32Array,
  integer: (tally: number) => Uint32Array,
): Promise<CellTable> {
  const { cells } = plan;
  const parameters = plan.objective.parameters.map((_, p) => ({
    start: new Float32Array(cells),
    theta: new Float32Array(cells),
    origin: float(slots.origin + p),
    displacement: float(slots.displacement + p),
    write: startsOf(plan, p),
  }));
  const loss = float(slots.loss);
  const told = {
    outcome: integer(TALLY.outcome),
    divergedAt: integer(TALLY.divergedAt),
    arrivedAt: integer(TALLY.arrivedAt),
  };
  const outcome = new Uint8Array(cells);
  const minimum = new Int16Array(cells);
  const [divergedAt, arrivedAt] = [new Int32Array(cells), new Int32Array(cells)];
  const pieces = new Pieces();
  for (let from = 0; from < cells; from += PART) {
    if (pieces.isFull) await pieces.next();
    const to = Math.min(cells, from + PART);
    for (const { start, theta, origin, displacement, write } of parameters) {
      write(start, from, to);
      for (let cell = from; cell < to; cell++) theta[cell] = origin[cell] + displacement[cell];
    }
    outcome.set(told.outcome.subarray(from, to), from);
    // What never was is the largest number, of which 32 bits with a sign make −1.
    divergedAt.set(told.divergedAt.subarray(from, to), from);
    arrivedAt.set(told.arrivedAt.subarray(from, to), from);
    const places = parameters.map(({ theta }) => theta.subarray(from, to));
    minimum.set(nearestMinima(plan, places, loss.subarray(from, to), outcome.subarray(from, to)), from);
  }
  return {
    step,
    start: parameters.map(({ start }) => start),
    theta: parameters.map(({ theta }) => theta),
    outcome,
    minimum,
    divergedAt,
    arrivedAt,
    loss,
    best: float(slots.best),
    gradientNorm: float(slots.gradientNorm),
    ratios:
      slots.ratios < 0
        ? null
        : (Object.fromEntries(RATIOS.map((name, i) => [name, float(slots.ratios + i)])) as unknown as LossRatios),
  };
}

/** Writes a parameter's start in each cell, from one on to another. */
function startsOf(plan: Plan, parameter: number): (into: Float32Array, from: number, to: number) => void {
  const { x, y } = plan;
  const columns = x.values.length;
  const varies = startVaries(plan, parameter);
  if (!varies.x && !varies.y) return (into, from, to) => into.fill(plan.start[parameter], from, to);
  const along = (count: number, at: (k: number) => number) => Float32Array.from({ length: count }, (_, k) => at(k));
  const byColumn = varies.y ? null : along(columns, (i) => startAt(plan, parameter, i, 0));
  const byRow = varies.x ? null : along(y.values.length, (j) => startAt(plan, parameter, 0, j));
  return (into, from, to) => {
    for (let cell = from; cell < to; cell++) {
      const [i, j] = [cell % columns, Math.floor(cell / columns)];
      into[cell] = byColumn ? byColumn[i] : byRow ? byRow[j] : startAt(plan, parameter, i, j);
    }
  };
}
