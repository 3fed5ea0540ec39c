import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Pool } from './jobs.ts';
import { openPool } from './pool.ts';
import type { Answer, Spawn } from './worker.ts';

/** A pool of Node's worker threads. An idle one does not keep the process alive. */
export function openNodePool(workers = availableParallelism()): Pool {
  return openPool(nodeSpawn(new URL('./tile-worker.js', import.meta.url)), workers, true);
}

/** Makes worker threads that run a script. */
export function nodeSpawn(script: URL): Spawn {
  return ({ answered, died }) => {
    // None of the process's own options: loaders and inspectors are not for a file that imports nothing.
    const worker = new Worker(script, { execArgv: [] });
    let reason = '';
    // A worker that has nothing to do does not keep the process alive. It begins by getting ready.
    let tasks = 1;
    worker.on('message', (answer: Answer) => {
      if (--tasks === 0) worker.unref();
      answered(answer);
    });
    worker.on('messageerror', () => worker.terminate());
    worker.on('error', (error) => {
      reason = error.message;
    });
    worker.on('exit', (code) => died(reason || `its thread ended with code ${code}`));
    return {
      post(request, transfer) {
        worker.postMessage(request, transfer);
        if (tasks++ === 0) worker.ref();
      },
      kill() {
        void worker.terminate();
      },
    };
  };
}
