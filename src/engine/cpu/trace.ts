import type { Plan } from '../../experiment/index.ts';
import { NEVER, TALLY } from '../slots.ts';
import { readRow, rowWidth } from '../trace-rows.ts';
import type { TraceRow } from '../types.ts';
import type { Call } from './jobs.ts';
import { JOB_STEPS, layOut } from './layout.ts';
import { numbersOf } from './numbers.ts';
import { knobsOf, Tiles } from './tiles.ts';
import type { Workplace } from './workplace.ts';

/**
 * Runs one cell again, alone, and records every step. The functions that advance it are the population's own, a step at a time, so the states are equal
 * to the bit; what is recorded beside them is computed from those states. Each row has the update that is made next.
 */
export async function* followCell(
  { pool, kernels, buffers }: Workplace,
  plan: Plan,
  optimizer: number,
  [i, j]: readonly [number, number],
  steps: number,
): AsyncGenerator<readonly TraceRow[], void> {
  const layout = layOut(plan, optimizer);
  const tiles = new Tiles(layout, { cells: 1, first: j * plan.x.values.length + i }, buffers);
  const kernel = kernels.get(plan, optimizer, layout, 'trace');
  const table = knobsOf(plan, optimizer, layout);
  tiles.writeKnobs(0, plan, layout.knobs, table, [...layout.varied.keys()]);
  const { writes } = numbersOf(plan, layout, table);
  const { parameters } = plan.objective;
  const width = rowWidth(parameters.length);
  const chunk = Math.min(JOB_STEPS, Math.floor(layout.rowsBytes / (16 * width)));

  let shared = new Uint8Array(16 * layout.uniform.states.length);
  let divergedAt = NEVER;
  try {
    for (let from = 0; from <= steps && divergedAt === NEVER; from += chunk) {
      const count = Math.min(chunk, steps + 1 - from);
      const calls = Array.from({ length: count }, (_, k): Call[] => {
        const row = layout.steps + k * layout.stepBytes;
        const record: Call = ['record', row, from + k, layout.rows + 16 * width * k];
        return from + k < steps ? [record, ['advance', row, from + k, 1]] : [record];
      }).flat();
      const first = from === 0;
      const [states, recorded] = await pool.run({
        kernel,
        writes: [...writes, { at: layout.states, bytes: shared }],
        calls: [...(first ? [['begin'] as const] : []), ['share', from, Math.min(count, steps - from)]],
        tiles: {
          at: layout.tile,
          size: layout.tileBytes,
          from: [tiles.place(0)],
          to: [tiles.spare(0)],
          calls: first ? [['reset'], ...calls] : calls,
        },
        reads: [
          { at: layout.states, bytes: shared.byteLength },
          { at: layout.rows, bytes: 16 * width * count },
        ],
        state: tiles,
      });
      tiles.flip(0);
      shared = states.slice();
      divergedAt = tiles.integer(0, TALLY.divergedAt)[0];
      const vectors = new Float32Array(recorded.slice().buffer);
      yield Array.from({ length: Math.min(count, divergedAt + 1 - from) }, (_, row) => {
        const floats = Float32Array.from({ length: width }, (_, k) => vectors[4 * (row * width + k)]);
        return readRow(floats, from + row, parameters.length);
      });
    }
  } finally {
    tiles.release();
  }
}
