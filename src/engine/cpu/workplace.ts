import type { Buffers } from './buffers.ts';
import type { Pool } from './jobs.ts';
import type { Kernels } from './kernels.ts';

/** What everything that computes on the CPU shares. */
export interface Workplace {
  readonly pool: Pool;
  readonly kernels: Kernels;
  readonly buffers: Buffers;
}
