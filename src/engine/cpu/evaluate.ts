import type { Plan } from '../../experiment/index.ts';
import type { Evaluation } from '../types.ts';
import type { Pool } from './jobs.ts';
import { evaluateCapacity } from './kernel/evaluate.ts';
import type { Kernels } from './kernels.ts';
import { layOut } from './layout.ts';
import { numbersOf } from './numbers.ts';
import { knobsOf } from './tiles.ts';

/** The objective, its gradient and its Hessian at points, in float32; no Hessian of a network whose layers are data. */
export async function evaluatePoints(
  pool: Pool,
  kernels: Kernels,
  plan: Plan,
  points: readonly (readonly number[])[],
): Promise<Evaluation[]> {
  const layout = layOut(plan, 0);
  const kernel = kernels.get(plan, 0, layout, 'points');
  const { writes } = numbersOf(plan, layout, knobsOf(plan, 0, layout));
  const count = layout.parameters;
  const withHessian = plan.objective.compiled !== null;
  const { points: most, stride } = evaluateCapacity(count, withHessian, layout.rowsBytes);
  const numbers = 1 + count + (withHessian ? count * count : 0);
  const parts = Array.from({ length: Math.ceil(points.length / most) }, (_, i) =>
    points.slice(i * most, (i + 1) * most),
  );
  const evaluated = await Promise.all(
    parts.map(async (part) => {
      const coordinates = new Float32Array((count * stride) / 4);
      part.forEach((point, k) => {
        for (let p = 0; p < count; p++) coordinates[(p * stride) / 4 + k] = point[p];
      });
      const [bytes] = await pool.run({
        kernel,
        writes: [...writes, { at: layout.rows, bytes: new Uint8Array(coordinates.buffer) }],
        calls: [['evaluate', 16 * Math.ceil(part.length / 4)]],
        tiles: null,
        reads: [{ at: layout.rows + count * stride, bytes: numbers * stride }],
        state: null,
      });
      const values = new Float32Array(bytes.slice().buffer);
      return part.map((_, k) => {
        const row = Float64Array.from({ length: numbers }, (_, i) => values[(i * stride) / 4 + k]);
        const piece = (from: number) => row.slice(from, from + count);
        const hessian = Array.from({ length: withHessian ? count : 0 }, (_, p) => piece(1 + count + p * count));
        return { loss: row[0], gradient: piece(1), hessian };
      });
    }),
  );
  return evaluated.flat();
}
