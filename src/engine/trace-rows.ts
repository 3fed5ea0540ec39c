import type { Plan } from '../experiment/index.ts';
import type { Engine, Trace, TraceRow } from './types.ts';

/** Numbers of a recorded row for so many parameters: theta, loss, gradient; of the next update u, η and the gradient that it is made from. */
export function rowWidth(parameters: number): number {
  return 4 * parameters + 2;
}

/** A row as it was recorded: with the update that is made next. */
export function readRow(floats: Float32Array, step: number, parameters: number): TraceRow {
  const part = (from: number) => floats.slice(from, from + parameters);
  const gradient = part(parameters + 1);
  const u = part(2 * parameters + 1);
  const eta = floats[3 * parameters + 1];
  const used = part(3 * parameters + 2);
  return {
    step,
    theta: part(0),
    loss: floats[parameters],
    gradient,
    gradientNorm: Math.hypot(...gradient),
    u,
    eta,
    effective: u.map((value, p) => (used[p] === 0 ? Number.NaN : (eta * value) / used[p])),
  };
}

/** Rows as a trace tells them, each with the update that led there. */
export async function* withLeadingUpdates(
  batches: AsyncIterable<readonly TraceRow[]>,
): AsyncGenerator<readonly TraceRow[], void> {
  let before: TraceRow | undefined;
  for await (const batch of batches) {
    yield batch.map((row) => {
      const told = { ...row, ...leadingTo(row, before) };
      before = row;
      return told;
    });
  }
}

/** All rows of cell [i, j] of one optimizer, for as many steps as told or as the plan has. */
export async function traceOf(
  engine: Pick<Engine, 'follow'>,
  plan: Plan,
  optimizer: number,
  cell: readonly [number, number],
  steps = plan.steps,
): Promise<Trace> {
  const rows: TraceRow[] = [];
  for await (const batch of engine.follow(plan, optimizer, cell, steps)) for (const row of batch) rows.push(row);
  return { parameters: plan.objective.parameters, rows };
}

function leadingTo(row: TraceRow, before: TraceRow | undefined): Pick<TraceRow, 'u' | 'eta' | 'effective'> {
  const none = row.u.map(() => Number.NaN);
  return before
    ? { u: before.u, eta: before.eta, effective: before.effective }
    : { u: none, eta: Number.NaN, effective: none };
}
