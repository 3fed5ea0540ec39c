import type { Engine } from '../types.ts';
import { CpuEngine } from './engine.ts';
import { openNodePool } from './node-workers.ts';

/** Opens the CPU engine in Node, with a worker thread for each core unless told otherwise. */
export async function openNodeCpuEngine({ workers }: { readonly workers?: number } = {}): Promise<Engine> {
  return new CpuEngine(openNodePool(workers), () => {
    throw new Error('internal: there is no canvas in Node');
  });
}
