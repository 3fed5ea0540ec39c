import { asFormula, type Plan } from '../../experiment/index.ts';
import type { Settled, SettleOptions } from '../types.ts';
import type { Pool } from './jobs.ts';
import { SETTLE_NUMBERS, settleCapacity, settleSlots } from './kernel/settle-places.ts';
import type { Kernels } from './kernels.ts';
import { layOut } from './layout.ts';
import { numbersOf } from './numbers.ts';
import { knobsOf } from './tiles.ts';

/** Jobs for each worker: when one is done early there is another to take over. */
const JOBS = 4;

/** See `Engine.settle`. */
export async function settleRuns(
  pool: Pool,
  kernels: Kernels,
  plan: Plan,
  starts: readonly ArrayLike<number>[],
  { iterations, longest, units }: SettleOptions,
): Promise<Settled[]> {
  asFormula(plan.objective);
  const layout = layOut(plan, 0);
  const kernel = kernels.get(plan, 0, layout, 'settle');
  const { writes } = numbersOf(plan, layout, knobsOf(plan, 0, layout));
  const { parameters, rows, rowsBytes } = layout;
  const { runsAt, runs, stride } = settleCapacity(parameters, rowsBytes);
  const slots = settleSlots(parameters);
  const numbers = new DataView(new ArrayBuffer(runsAt));
  numbers.setFloat32(SETTLE_NUMBERS.longest, longest, true);
  for (const [i, unit] of units.entries()) numbers.setFloat32(SETTLE_NUMBERS.units + 4 * i, unit, true);

  const work = async (part: readonly ArrayLike<number>[]): Promise<Settled[]> => {
    const vectors = Math.ceil(part.length / 4);
    const given = new Float32Array((parameters * stride) / 4);
    for (let k = 0; k < 4 * vectors; k++) {
      // A vector's last lanes may hold no run; they make the last one again.
      const start = part[Math.min(k, part.length - 1)];
      for (let i = 0; i < parameters; i++) given[(i * stride) / 4 + k] = start[i];
    }
    const [bytes] = await pool.run({
      kernel,
      writes: [
        ...writes,
        { at: rows, bytes: new Uint8Array(numbers.buffer) },
        { at: rows + runsAt, bytes: new Uint8Array(given.buffer) },
      ],
      calls: [['settle', 16 * vectors, iterations + 1]],
      tiles: null,
      reads: [{ at: rows + runsAt, bytes: slots.count * stride }],
      state: null,
    });
    const values = new Float32Array(bytes.slice().buffer);
    return part.map((_, k) => {
      const value = (slot: number) => values[(slot * stride) / 4 + k];
      const vector = (slot: number) => Float32Array.from({ length: parameters }, (_, i) => value(slot + i));
      const loss = value(slots.loss);
      return {
        theta: vector(slots.theta),
        loss,
        gradientNorm: Number.isNaN(loss) ? Number.POSITIVE_INFINITY : value(slots.norm),
        push: value(slots.push),
        eigenvalues: vector(slots.eigenvalues).sort(),
      };
    });
  };

  const each = Math.min(runs, 4 * Math.ceil(starts.length / (4 * JOBS * pool.workers)));
  const parts = Array.from({ length: Math.ceil(starts.length / each) }, (_, i) =>
    starts.slice(i * each, (i + 1) * each),
  );
  return (await Promise.all(parts.map(work))).flat();
}
