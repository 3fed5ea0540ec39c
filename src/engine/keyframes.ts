import type { Checkpoint } from './types.ts';

/** Bytes that the checkpoints of one run may take together. */
const ROOM = 64 * 2 ** 20;
/** Least time between two checkpoints in ms, and how many times as long as taking one takes it is. */
const EVERY = 3000;
const TIMES = 50;
/** Most checkpoints kept: from any of them, the rest of the way to a step is short enough. */
const MOST = 12;
/** A checkpoint that takes more than this share of the room is kept alone. */
const SHARE = 3;

/** Checkpoints of one run, in the order of their steps: always the newest, and, as far as there is room, some on the way to it, ever wider apart. */
export class Keyframes {
  private frames: Checkpoint[] = [];
  /** Each so many of the checkpoints that are added stay. */
  private every = 1;
  private added = 0;
  private lastAt = performance.now();
  private lastTook = 0;

  /** @param room bytes that all of them may take together */
  constructor(private readonly room = ROOM) {}

  /** The newest; null before there is one. */
  get newest(): Checkpoint | null {
    return this.frames.at(-1) ?? null;
  }

  /** Whether it is time for another one. */
  get due(): boolean {
    return performance.now() - this.lastAt > Math.max(EVERY, TIMES * this.lastTook);
  }

  /** Takes note that one was just taken or tried, and for how many ms that kept the run from going on. */
  took(milliseconds: number): void {
    this.lastAt = performance.now();
    this.lastTook = milliseconds;
  }

  /** Number of checkpoints kept. */
  get count(): number {
    return this.frames.length;
  }

  /** Adds one beyond all others. */
  add(frame: Checkpoint): void {
    const stays = bytesOf(frame) * SHARE <= this.room;
    // The newest stands for the way up to it only in its turn; else the next one takes its place.
    if (!stays) this.frames = [];
    else if (this.added % this.every !== 0) this.frames.pop();
    this.added++;
    this.frames.push(frame);
    while (this.frames.length > 2 && (this.frames.length > MOST || this.bytes > this.room)) this.thin();
  }

  /** The last one at or before a step; null for none. */
  before(step: number): Checkpoint | null {
    return this.frames.findLast((frame) => frame.step <= step) ?? null;
  }

  /** Forgets those beyond a step. */
  cut(step: number): void {
    this.frames = this.frames.filter((frame) => frame.step <= step);
  }

  /** Forgets all but the newest. */
  keepNewest(): void {
    this.frames = this.frames.slice(-1);
  }

  clear(): void {
    this.frames = [];
    this.every = 1;
    this.added = 0;
  }

  private thin(): void {
    const last = this.frames.length - 1;
    this.frames = this.frames.filter((_, i) => i === last || i % 2 === 1);
    this.every *= 2;
    this.added = 0;
  }

  private get bytes(): number {
    return this.frames.reduce((sum, frame) => sum + bytesOf(frame), 0);
  }
}

function bytesOf({ states }: Checkpoint): number {
  return states.reduce((sum, { values, tallies }) => sum + values.byteLength + tallies.byteLength, 0);
}
