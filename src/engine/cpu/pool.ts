import { type Job, type Kernel, type Pool, PoolClosed } from './jobs.ts';
import type { Answer, Request, Spawn, TileWorker } from './worker.ts';

/**
 * Silence after which a worker counts as dead, in ms. Jobs take milliseconds, which a machine that is busy with other things may make a thousand
 * times as long.
 */
const PATIENCE = 60_000;

/**
 * How many jobs a worker has at most. The next one lies there already: a page that draws for 4 ms of every 16 would otherwise leave a quarter of the
 * workers' time unused.
 */
const DEPTH = 2;

/** How many workers may die over a job before the job is held to be the cause. */
const DEATHS = 3;

/** Opens a pool of at most so many workers, which start when jobs wait for them. `shared`: whether workers may be sent shared memory. */
export function openPool(spawn: Spawn, workers: number, shared: boolean): Pool {
  return new WorkerPool(spawn, workers, shared);
}

interface Task {
  readonly job: Job;
  readonly resolve: (reads: Uint8Array[]) => void;
  readonly reject: (error: unknown) => void;
  deaths: number;
}

/** A worker and what it is doing. */
interface Hand {
  worker: TileWorker;
  ready: boolean;
  /** The first is under way. */
  readonly tasks: Task[];
  /** The kernel that it has. */
  kernel: Kernel | null;
  watch: ReturnType<typeof setTimeout> | undefined;
  silent: boolean;
}

class WorkerPool implements Pool {
  private readonly queue: Task[] = [];
  private readonly hands = new Set<Hand>();
  /** Why nothing runs any more. */
  private end: Error | null = null;
  private limit: number;

  constructor(
    private readonly spawn: Spawn,
    readonly workers: number,
    readonly shared: boolean,
  ) {
    this.limit = workers;
  }

  run(job: Job): Promise<Uint8Array[]> {
    const done = new Promise<Uint8Array[]>((resolve, reject) => {
      if (this.end) reject(this.end);
      else this.queue.push({ job, resolve, reject, deaths: 0 });
    });
    // Who waits for jobs one after another looks late at the last, and Node ends a program for a rejection that nobody looks at.
    done.catch(() => {});
    this.deal();
    return done;
  }

  destroy(): void {
    this.stop(new PoolClosed());
  }

  /** Gives jobs to idle workers, starts workers for more, and puts what is left behind other jobs. */
  private deal(): void {
    this.give(1, 0);
    let starting = 0;
    for (const hand of this.hands) if (!hand.ready) starting++;
    for (; starting < this.queue.length && this.hands.size < this.limit; starting++) this.start();
    this.give(DEPTH, starting);
  }

  /** Fills workers up to so many jobs; so many are kept back. */
  private give(depth: number, keep: number): void {
    for (const hand of this.hands) {
      while (hand.ready && hand.tasks.length < depth && this.queue.length > keep) this.send(hand, this.queue.shift()!);
    }
  }

  private start(): void {
    const hand: Hand = { worker: null!, ready: false, tasks: [], kernel: null, watch: undefined, silent: false };
    this.hands.add(hand);
    try {
      hand.worker = this.spawn({
        answered: (answer) => this.answered(hand, answer),
        died: (reason) => this.died(hand, reason),
      });
      this.watch(hand);
    } catch (error) {
      this.died(hand, message(error));
    }
  }

  private send(hand: Hand, task: Task): void {
    const { job } = task;
    try {
      const request = pack(job, hand.kernel === job.kernel ? null : job.kernel);
      const state = request.tiles?.state;
      hand.worker.post(request, state instanceof ArrayBuffer ? [state] : []);
    } catch (error) {
      task.reject(error);
      return;
    }
    hand.kernel = job.kernel;
    if (hand.tasks.push(task) === 1) this.watch(hand);
  }

  private watch(hand: Hand): void {
    hand.watch = setTimeout(() => {
      hand.silent = true;
      hand.worker.kill();
    }, PATIENCE);
  }

  private answered(hand: Hand, answer: Answer): void {
    if (!this.hands.has(hand) || hand.silent) return;
    clearTimeout(hand.watch);
    if (answer === 'ready') hand.ready = true;
    else settle(hand.tasks.shift()!, answer);
    if (hand.tasks.length > 0) this.watch(hand);
    this.deal();
  }

  private died(hand: Hand, reason: string): void {
    if (!this.hands.delete(hand)) return;
    clearTimeout(hand.watch);
    const why = hand.silent ? `no answer for ${PATIENCE / 1000} s` : reason;
    const [task, ...others] = hand.tasks;
    this.queue.unshift(...others);
    if (task && ++task.deaths < DEATHS) this.queue.unshift(task);
    else task?.reject(new Error(`A job of the CPU engine ended its worker ${DEATHS} times: ${why}.`));
    if (!hand.ready) {
      // The next one would fare the same; those that did start go on.
      this.limit = this.hands.size;
      if (this.limit === 0) this.stop(new Error(`The workers of the CPU engine do not start: ${why}.`));
    }
    this.deal();
  }

  private stop(end: Error): void {
    if (this.end) return;
    this.end = end;
    for (const { worker, watch, tasks } of this.hands) {
      clearTimeout(watch);
      worker.kill();
      this.queue.unshift(...tasks);
    }
    this.hands.clear();
    for (const task of this.queue.splice(0)) task.reject(end);
  }
}

/** A job as it is sent. What is not shared is copied, the tiles one behind another. */
function pack({ writes, calls, tiles, reads, state }: Job, kernel: Kernel | null): Request {
  const request = { kernel, writes: writes.map(({ at, bytes }) => ({ at, bytes: alone(bytes) })), calls, reads };
  if (!tiles || !state) return { ...request, tiles: null };
  if (!(state.buffer instanceof ArrayBuffer)) return { ...request, tiles: { ...tiles, state: state.buffer } };
  const { size } = tiles;
  const places = tiles.from.map((_, i) => i * size);
  const copy = new Uint8Array(size * places.length);
  for (const [i, at] of tiles.from.entries()) copy.set(new Uint8Array(state.buffer, at, size), i * size);
  return { ...request, tiles: { ...tiles, from: places, to: places, state: copy.buffer } };
}

/** Bytes that are all of their buffer, since a message carries whole buffers. */
const alone = (bytes: Uint8Array) => (bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice());

function settle({ job: { tiles, state }, resolve, reject }: Task, answer: Exclude<Answer, 'ready'>): void {
  try {
    if ('failed' in answer) throw new Error(`A job of the CPU engine failed: ${answer.failed}.`);
    if (answer.state && tiles && state) {
      for (const [i, at] of tiles.to.entries()) {
        new Uint8Array(state.buffer, at, tiles.size).set(new Uint8Array(answer.state, i * tiles.size, tiles.size));
      }
    }
    resolve(answer.reads);
  } catch (error) {
    reject(error);
  }
}

const message = (error: unknown) => (error instanceof Error ? error.message : String(error));
