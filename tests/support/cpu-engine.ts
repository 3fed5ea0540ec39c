import { CpuEngine } from '../../src/engine/cpu/engine.ts';
import { nodeSpawn } from '../../src/engine/cpu/node-workers.ts';
import { openPool } from '../../src/engine/cpu/pool.ts';
import type { Spawn } from '../../src/engine/cpu/worker.ts';
import type { Engine } from '../../src/engine/index.ts';

/** Makes Node's workers of the CPU engine. */
export const spawnWorker: Spawn = nodeSpawn(new URL('../../src/engine/cpu/tile-worker.js', import.meta.url));

/** What a test may want of a CPU engine. */
export interface CpuEngineOptions {
  readonly workers?: number;
  /** Whether its workers share their memory; else states are copied. */
  readonly shared?: boolean;
  readonly spawn?: Spawn;
}

/** Opens a CPU engine in Node. */
export function openCpuEngine({ workers = 2, shared = true, spawn = spawnWorker }: CpuEngineOptions = {}): Engine {
  return new CpuEngine(openPool(spawn, workers, shared), () => {
    throw new Error('there is no canvas here');
  });
}
