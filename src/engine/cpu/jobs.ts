/** A call of one of a kernel's functions, with its integer arguments. */
export type Call = readonly [name: string, ...args: number[]];

/** A part of a worker's memory. */
export interface Region {
  readonly at: number;
  readonly bytes: number;
}

/** Tiles that a job works on, one after another: each is copied to `at` in the worker's memory, worked on there, and copied back. */
export interface TileJob {
  readonly at: number;
  /** Bytes of one tile. */
  readonly size: number;
  /** Where each tile lies in the state, and where it goes afterwards: never the same place, so that what a dead worker left unfinished is begun again. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Calls for each tile. */
  readonly calls: readonly Call[];
}

/**
 * What a worker does at one go: it writes to its memory, calls functions, works on tiles, and tells what its memory then holds in some places.
 * A job depends on nothing that an earlier one left in the worker's memory. What it refers to must stay as it is until it is done.
 */
export interface Job {
  readonly kernel: Kernel;
  readonly writes: readonly { readonly at: number; readonly bytes: Uint8Array }[];
  /** Calls before the first tile. */
  readonly calls: readonly Call[];
  readonly tiles: TileJob | null;
  /** What is read at the end. */
  readonly reads: readonly Region[];
  /** The tiles' memory; null without tiles. */
  readonly state: TileState | null;
}

/**
 * A compiled module, whose only import is its memory, `env.memory`. Its data segments are in their place whenever a job begins, unless its own jobs
 * write there. Jobs of one kernel should name one object: a worker makes the module ready again where the object is another than the job before had.
 */
export interface Kernel {
  readonly module: WebAssembly.Module;
  /** Pages of 64 KiB that its memory needs. All kernels that one worker runs share one memory, which grows to the largest. */
  readonly pages: number;
}

/** The memory of tiles: shared with the workers if it is a SharedArrayBuffer, else theirs is a copy. */
export interface TileState {
  readonly buffer: SharedArrayBuffer | ArrayBuffer;
}

/** Workers that do jobs, each job on whichever is free first, in the order in which they were asked for. */
export interface Pool {
  /** How many there are at most; they start as jobs wait for them. */
  readonly workers: number;
  /** Whether states may be shared memory. */
  readonly shared: boolean;
  /**
   * Does a job. Resolves with the bytes of its `reads`, once the tiles' results are in the state's buffer. A worker that dies is replaced and its job
   * done again from what the tiles were before; where that happens three times with one job the promise is rejected. Also rejected after `destroy`, where
   * a call fails, and where no worker starts. A rejection that nobody looks at is forgotten.
   */
  run(job: Job): Promise<Uint8Array[]>;
  /** Ends all workers at once; jobs that are not done are rejected with `PoolClosed`. */
  destroy(): void;
}

/** The pool was destroyed before a job was done. */
export class PoolClosed extends Error {
  constructor() {
    super('The CPU engine was closed.');
    this.name = 'PoolClosed';
  }
}
