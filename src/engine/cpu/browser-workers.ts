import type { Pool } from './jobs.ts';
import { openPool } from './pool.ts';
import { tileThread, tileThreads } from './threads.ts';
import type { Answer, Spawn } from './worker.ts';

/** How long a worker may still write to shared memory after `terminate`, in ms: Chromium lets it go on for 2 s. */
const LINGER = 3000;

/** A pool of Web Workers, as many as the machine has cores. WebKit for GTK counts pages as isolated and has no shared memory all the same. */
export function openBrowserPool(): Pool {
  const shared = globalThis.crossOriginIsolated && typeof SharedArrayBuffer === 'function';
  return openPool(webSpawn, tileThreads(), shared);
}

const webSpawn: Spawn = ({ answered, died }) => {
  const { worker, ready } = tileThread();
  const kill = (reason: string, linger: number) => {
    worker.terminate();
    setTimeout(died, linger, reason);
  };
  ready.then(
    () => {
      worker.onmessage = ({ data }: MessageEvent<Answer>) => answered(data);
      // What a script throws comes here when it has stopped.
      worker.onerror = ({ message }) => kill(message, 0);
      worker.onmessageerror = () => kill('an answer could not be read', 0);
      answered('ready');
    },
    (error: Error) => kill(error.message, 0),
  );
  return {
    post: (request, transfer) => worker.postMessage(request, transfer),
    kill: () => kill('it was ended', LINGER),
  };
};
