import type { Reading } from '../recorder.ts';
import { assemble } from './assemble.ts';
import type { Kernel, Pool } from './jobs.ts';
import { JOB_STEPS, JOB_WORK } from './layout.ts';
import type { Numbers } from './numbers.ts';
import type { Tiles } from './tiles.ts';

/** Something that is done with a chain's tiles after all that was asked for before. */
export type Link =
  | { readonly kind: 'reset' }
  | { readonly kind: 'advance'; readonly step: number; readonly count: number }
  | {
      readonly kind: 'measure';
      readonly step: number;
      readonly reading: Reading;
      /** What effective steps are counted against. */
      readonly scale: number;
      readonly done: (counters: Uint32Array) => void;
      readonly failed: (error: unknown) => void;
    }
  /** Not a worker's: reads or changes the tiles here, perhaps in pieces. */
  | {
      readonly kind: 'here';
      readonly run: () => void | Promise<void>;
      readonly done: () => void;
      readonly failed: (error: unknown) => void;
    };

/** Neighbouring tiles of one optimizer, which are worked on together: one job at a time, each made of as many links as it may be. */
export class Chain {
  /** What all cells share at this step: see `share.ts`. */
  shared: Float32Array<ArrayBuffer>;
  /** Resolves when the job under way is done. */
  rest: Promise<void> = Promise.resolve();
  /** The most steps of a job. */
  private readonly mostSteps: number;
  private links: Link[] = [];
  private busy = false;
  private failure: unknown = null;

  constructor(
    private readonly pool: Pool,
    private readonly kernel: Kernel,
    readonly tiles: Tiles,
    /** First tile, and the one after the last. */
    readonly begin: number,
    readonly end: number,
    public numbers: Numbers,
  ) {
    this.shared = new Float32Array(4 * tiles.layout.uniform.states.length);
    const work = (end - begin) * tiles.layout.work;
    this.mostSteps = work > 0 ? Math.max(1, Math.min(JOB_STEPS, Math.floor(JOB_WORK / work))) : JOB_STEPS;
  }

  push(link: Link): void {
    if (this.failure) {
      fail(link, this.failure);
      return;
    }
    this.links.push(link);
    // What is asked for in the same breath makes one job.
    if (!this.busy && this.links.length === 1) queueMicrotask(() => this.work());
  }

  /** Does nothing more: what is left and what is under way fails. */
  stop(reason: unknown): void {
    this.failure ??= reason;
    for (const link of this.links.splice(0)) fail(link, reason);
  }

  private work(): void {
    while (!this.busy && this.links.length > 0) {
      const [link] = this.links;
      if (link.kind === 'here') {
        this.links.shift();
        this.look(link);
      } else this.rest = this.send();
    }
  }

  private look({ run, done, failed }: Extract<Link, { kind: 'here' }>): void {
    try {
      const going = run();
      if (!going) {
        done();
        return;
      }
      this.busy = true;
      const ended = going.then(() => (this.failure ? failed(this.failure) : done()), failed);
      this.rest = ended.then(() => {
        this.busy = false;
        this.work();
      });
    } catch (error) {
      failed(error);
    }
  }

  private async send(): Promise<void> {
    const { tiles, begin, end } = this;
    const { layout } = tiles;
    this.busy = true;
    const { taken, left, ...job } = assemble(layout, this.links, this.shared, this.mostSteps);
    this.links = [...left];
    const places = Array.from({ length: end - begin }, (_, i) => begin + i);
    try {
      const [states, ...counters] = await this.pool.run({
        kernel: this.kernel,
        writes: [...this.numbers.writes, ...job.writes],
        calls: job.calls,
        tiles: {
          at: layout.tile,
          size: layout.tileBytes,
          from: places.map((tile) => tiles.place(tile)),
          to: places.map((tile) => tiles.spare(tile)),
          calls: job.tileCalls,
        },
        reads: job.reads,
        state: tiles,
      });
      if (this.failure) throw this.failure;
      for (const tile of places) tiles.flip(tile);
      this.shared = floats(states);
      let next = 0;
      for (const link of taken) if (link.kind === 'measure') link.done(integers(counters[next++]));
    } catch (error) {
      for (const link of taken) fail(link, error);
      this.stop(error);
    }
    this.busy = false;
    this.work();
  }
}

function fail(link: Link, error: unknown): void {
  if (link.kind === 'measure' || link.kind === 'here') link.failed(error);
}

/** Bytes as numbers; bytes that came with a message may lie anywhere in their buffer. */
const floats = (bytes: Uint8Array) => new Float32Array(bytes.slice().buffer);
const integers = (bytes: Uint8Array) => new Uint32Array(bytes.slice().buffer);
