import type { Job, Kernel, TileJob } from './jobs.ts';

/** A job as it is sent to a worker. */
export interface Request extends Pick<Job, 'writes' | 'calls' | 'reads'> {
  /** Null where it is the one of the request before. */
  readonly kernel: Kernel | null;
  /** The tiles lie in `state`, which is given back with the answer unless it is shared. */
  readonly tiles: (TileJob & { readonly state: SharedArrayBuffer | ArrayBuffer }) | null;
}

/** What a worker says: once that it is there, then for each request what came of it. */
export type Answer =
  | 'ready'
  | { readonly reads: Uint8Array[]; readonly state: ArrayBuffer | null }
  | { readonly failed: string };

/** A thread that runs tile-worker.js. */
export interface TileWorker {
  /** Sends a request; only after `ready`. Requests are answered in their order. */
  post(request: Request, transfer: ArrayBuffer[]): void;
  /** Ends it, whatever it is doing; `died` is called once it touches no memory any more. */
  kill(): void;
}

/** Who hears a worker. */
export interface Listener {
  answered(answer: Answer): void;
  /** Called once, when the worker has ended, by itself or by `kill`; `reason` goes on a sentence after a colon. */
  died(reason: string): void;
}

/** Makes a worker; may throw. */
export type Spawn = (listener: Listener) => TileWorker;
