import { pcg } from '../../catalogue/index.ts';
import type { Plan } from '../../experiment/index.ts';
import { lossScaleOf } from '../loss-scale.ts';
import { TAIL } from '../slots.ts';
import { type Layout, RUN } from './layout.ts';

/** Numbers of a run that all its cells share, as they go to a worker's memory. */
export interface Numbers {
  readonly writes: readonly { readonly at: number; readonly bytes: Uint8Array }[];
}

/**
 * The numbers of one of a plan's optimizers.
 * @param table the optimizer's `knobTable`
 */
export function numbersOf(plan: Plan, layout: Layout, table: Float32Array): Numbers {
  const { outcomes, objective } = plan;
  const run = new DataView(new ArrayBuffer(RUN.bytes));
  const float = (at: number, value: number) => run.setFloat32(at, value, true);
  float(RUN.escape, outcomes.escape ** 2);
  float(RUN.bound, outcomes.bound);
  float(RUN.target, plan.target ?? -3.4e38);
  const { from, steep } = lossScaleOf(objective);
  float(RUN.from, from);
  float(RUN.steep, steep);
  float(RUN.gradient, outcomes.gradient);
  float(RUN.distance, outcomes.distance);
  float(RUN.weight, weightOf(outcomes));
  run.setUint32(RUN.seed, pcg(plan.seed), true);
  run.setInt32(RUN.tail, plan.steps - TAIL, true);

  const fixed = new Float32Array(layout.knobs.places.length);
  layout.knobs.places.forEach(({ group, index }, knob) => {
    if (group === 'fixed') fixed[knob] = table[index];
  });
  const writes = [
    { at: layout.run, bytes: new Uint8Array(run.buffer) },
    { at: layout.fixed, bytes: new Uint8Array(fixed.buffer) },
  ];
  const { layerOf, layered } = objective;
  if (layered) writes.push({ at: layout.layerOf, bytes: new Uint8Array(Float32Array.from(layerOf ?? []).buffer) });
  const columns = Object.values(objective.table);
  if (columns.length === 0) return { writes };
  const rows = columns[0].length;
  const data = Float32Array.from(
    { length: rows * columns.length },
    (_, i) => columns[i % columns.length][Math.floor(i / columns.length)],
  );
  return { writes: [...writes, { at: layout.table, bytes: new Uint8Array(data.buffer) }] };
}

/**
 * So large that a loss beyond its bound, multiplied with it in float32, lies beyond the square of the radius that trajectories may not leave; NaN where
 * float32 has no such square.
 */
function weightOf({ bound, ...outcomes }: Plan['outcomes']): number {
  const square = Math.fround(outcomes.escape ** 2);
  return Number.isFinite(square) ? Math.max((square / bound) * (1 + 1e-6), 1e-30) : Number.NaN;
}
