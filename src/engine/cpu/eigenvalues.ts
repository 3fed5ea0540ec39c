import { countMatrices, sortRuns } from '../spectra.ts';
import type { Pool } from './jobs.ts';
import { blockBytes, MATRICES_AT } from './kernel/eigenvalues.ts';
import type { Kernels } from './kernels.ts';

/** Bytes of the matrices that a job works on. */
const JOB_BYTES = 1 << 18;

/** See `Engine.eigenvalues`. Four matrices lie side by side in a block, one in each lane. */
export async function computeEigenvalues(
  pool: Pool,
  kernels: Kernels,
  size: number,
  matrices: Float32Array,
): Promise<Float32Array> {
  const count = countMatrices(size, matrices);
  const entries = size * size;
  const most = Math.max(1, Math.floor(JOB_BYTES / blockBytes(size)));
  const kernel = kernels.eigenvalues(size, most);
  const spectra = new Float32Array(count * size);
  const work = async (first: number) => {
    const here = Math.min(4 * most, count - first);
    const blocks = Math.ceil(here / 4);
    const given = new Float32Array(blocks * 4 * entries);
    for (let k = 0; k < here; k++) {
      const from = (first + k) * entries;
      const to = Math.floor(k / 4) * 4 * entries + (k % 4);
      for (let i = 0; i < entries; i++) given[to + 4 * i] = matrices[from + i];
    }
    const found = await pool.run({
      kernel,
      writes: [{ at: MATRICES_AT, bytes: new Uint8Array(given.buffer) }],
      calls: [['eigenvalues', blocks]],
      tiles: null,
      reads: Array.from({ length: blocks }, (_, block) => ({
        at: MATRICES_AT + block * blockBytes(size),
        bytes: 16 * size,
      })),
      state: null,
    });
    const lanes = found.map((bytes) => new Float32Array(bytes.slice().buffer));
    for (let k = 0; k < here; k++) {
      for (let i = 0; i < size; i++) spectra[(first + k) * size + i] = lanes[Math.floor(k / 4)][4 * i + (k % 4)];
    }
  };
  await Promise.all(Array.from({ length: Math.ceil(count / (4 * most)) }, (_, job) => work(4 * most * job)));
  return sortRuns(size, spectra);
}
