import type { Pool } from './jobs.ts';
import { openPool } from './pool.ts';
import type { Answer, Spawn } from './worker.ts';

/** Most workers: each reserves memory, and a machine with more cores is no desk's. */
const MOST = 64;

/** How long a worker may still write to shared memory after `terminate`, in ms: Chromium lets it go on for 2 s. */
const LINGER = 3000;

/** A pool of Web Workers, as many as the machine has cores. */
export function openBrowserPool(): Pool {
  const workers = Math.min(Math.max(navigator.hardwareConcurrency || 1, 1), MOST);
  return openPool(webSpawn, workers, globalThis.crossOriginIsolated);
}

const webSpawn: Spawn = ({ answered, died }) => {
  const worker = new Worker(new URL('./tile-worker.js', import.meta.url), { type: 'module' });
  const kill = (reason: string, linger: number) => {
    worker.terminate();
    setTimeout(died, linger, reason);
  };
  worker.onmessage = ({ data }: MessageEvent<Answer>) => answered(data);
  // A script that does not load gives an event without a message. What a script throws comes here when it has stopped.
  worker.onerror = ({ message }) => kill(message || 'their script does not load', 0);
  worker.onmessageerror = () => kill('an answer could not be read', 0);
  return {
    post: (request, transfer) => worker.postMessage(request, transfer),
    kill: () => kill('it was ended', LINGER),
  };
};
