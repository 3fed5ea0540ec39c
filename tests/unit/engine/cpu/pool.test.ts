import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Job, type Kernel, type Pool, PoolClosed } from '../../../../src/engine/cpu/jobs.ts';
import { nodeSpawn, openNodePool } from '../../../../src/engine/cpu/node-workers.ts';
import { openPool } from '../../../../src/engine/cpu/pool.ts';
import type { Listener, Spawn, TileWorker } from '../../../../src/engine/cpu/worker.ts';
import { ModuleWriter } from '../../../../src/formula/wasm/index.ts';

const PAGE = 65_536;
const TILE = 512;

interface Layout {
  readonly pages: number;
  readonly tileAt: number;
  readonly tableAt: number;
}

/** A kernel that adds a number, which is in its table, to the tile's float32; it also waits and traps. */
function kernel(summand: number, { pages, tileAt, tableAt }: Layout): Kernel {
  const writer = new ModuleWriter(tableAt);
  writer.function('add', 1, (code) => {
    const { lanes } = writer;
    const wide = lanes.lookup({ values: [summand] }, lanes.i32(0), 0);
    const address = code.integer();
    code.repeat(() => {
      const value = code.load(lanes.leaf(), address, tileAt);
      code.store(
        address,
        tileAt,
        lanes.op('f32x4.add', value, lanes.shuffle(...twice(lanes.op('f32x4.demote_f64x2_zero', wide)), FIRST)),
      );
      code.step(address, 16);
      code.get(address).get(0).scalar('i32.lt_u');
    });
  });
  writer.function('wait', 1, (code) => {
    const left = code.integer();
    code.get(0).set(left);
    code.repeat(() => code.step(left, -1).get(left));
  });
  writer.function('trap', 0, (code) => {
    const nowhere = code.integer();
    code.const(-16).set(nowhere);
    code.get(nowhere).get(nowhere).storeInteger(0);
  });
  return { module: new WebAssembly.Module(writer.finish(pages)), pages };
}

const FIRST = [0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3];
const twice = <T>(value: T): [T, T] => [value, value];

const USUAL: Layout = { pages: 1, tileAt: 0, tableAt: 1024 };
const ONE = kernel(1, USUAL);

const idle = (extra: Partial<Job> = {}): Job => ({
  kernel: ONE,
  writes: [],
  calls: [],
  tiles: null,
  reads: [],
  state: null,
  ...extra,
});

/** So many tiles whose floats are their numbers, and room for as many results. */
function tiles(count: number, Kind: typeof SharedArrayBuffer | typeof ArrayBuffer = SharedArrayBuffer) {
  const buffer = new Kind(2 * count * TILE);
  const floats = new Float32Array(buffer);
  const each = TILE / 4;
  for (let i = 0; i < count * each; i++) floats[i] = Math.floor(i / each);
  return {
    floats,
    /** The first float of each result. */
    results: () => Array.from({ length: count }, (_, i) => floats[(count + i) * each]),
    /** A job that adds to tiles, after waiting for so many turns of a loop on each. */
    job: (first: number, end: number, wait = 1, by = ONE, at = 0): Job => {
      const numbers = Array.from({ length: end - first }, (_, i) => first + i);
      return idle({
        kernel: by,
        state: { buffer },
        tiles: {
          at,
          size: TILE,
          from: numbers.map((i) => i * TILE),
          to: numbers.map((i) => (count + i) * TILE),
          calls: [
            ['wait', wait],
            ['add', TILE],
          ],
        },
      });
    },
  };
}

const SCRIPT = new URL('../../../../src/engine/cpu/tile-worker.js', import.meta.url);

/** Node's workers, whose `made` and `dead` are told, and which something happens to once they were sent a job. */
function watched(sent: (worker: TileWorker, number: number) => void = () => {}) {
  const seen = { made: 0, dead: 0 };
  const spawn: Spawn = ({ answered, died }) => {
    const number = seen.made++;
    const worker = nodeSpawn(SCRIPT)({
      answered,
      died: (reason) => {
        seen.dead++;
        died(reason);
      },
    });
    return {
      kill: () => worker.kill(),
      post: (request, transfer) => {
        worker.post(request, transfer);
        sent(worker, number);
      },
    };
  };
  return { seen, spawn };
}

/** How many of the things that keep the process alive are channels to workers. */
const ports = () => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;

/** How many there are when none has come or gone for a while: workers of other tests take their time to end. */
async function restingPorts(): Promise<number> {
  for (let last = ports(), since = performance.now(); ; ) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (ports() === last && performance.now() - since > 300) return last;
    if (ports() !== last) [last, since] = [ports(), performance.now()];
  }
}

const open: Pool[] = [];
const kept = (pool: Pool) => {
  open.push(pool);
  return pool;
};
afterEach(() => {
  for (const pool of open.splice(0)) pool.destroy();
  vi.useRealTimers();
});

describe('jobs', () => {
  test.each([
    ['shared', SharedArrayBuffer],
    ['copied', ArrayBuffer],
  ])('%s tiles are worked on, each once', async (_, Kind) => {
    const pool = kept(openNodePool(2));
    const { floats, results, job } = tiles(200, Kind);
    const before = floats.slice(0, floats.length / 2);
    await Promise.all(Array.from({ length: 40 }, (_, i) => pool.run(job(5 * i, 5 * i + 5))));
    expect(results()).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
    expect(floats.slice(floats.length / 2)).toEqual(before.map((value) => value + 1));
    expect(floats.slice(0, floats.length / 2)).toEqual(before);
  });

  test('memory is written, then functions are called, then memory is read', async () => {
    const pool = kept(openNodePool(1));
    const all = Float32Array.of(9, 1, 2, 3, 4, 9);
    const bytes = new Uint8Array(all.buffer, 4, 16);
    const reads = [
      { at: 4, bytes: 8 },
      { at: 0, bytes: 4 },
    ];
    const [two, one] = await pool.run(idle({ writes: [{ at: 0, bytes }], calls: [['add', 16]], reads }));
    expect([...new Float32Array(two.buffer), ...new Float32Array(one.buffer)]).toEqual([3, 4, 2]);
    expect(all[1]).toBe(1);
  });

  test('jobs are done in the order in which they were asked for', async () => {
    const pool = kept(openNodePool(1));
    const order: number[] = [];
    const turns = [1e6, 1, 1e5, 1, 1e4, 1];
    await Promise.all(turns.map((n, i) => pool.run(idle({ calls: [['wait', n]] })).then(() => order.push(i))));
    expect(order).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('kernels of one worker do not disturb one another, whatever memory they need', async () => {
    const pool = kept(openNodePool(1));
    // Each one's tile lies over another one's table.
    const layouts = [USUAL, { pages: 5, tileAt: 1024, tableAt: 4 * PAGE }, { pages: 6, tileAt: 4 * PAGE, tableAt: 0 }];
    const kernels = [1, 20, 300].map((summand, i) => [kernel(summand, layouts[i]), layouts[i].tileAt] as const);
    const { results, job } = tiles(12);
    await Promise.all(results().map((_, i) => pool.run(job(i, i + 1, 1, ...kernels[i % 3]))));
    expect(results()).toEqual([1, 21, 302, 4, 24, 305, 7, 27, 308, 10, 30, 311]);
  });

  test('only workers with a job keep the process alive', async () => {
    const others = await restingPorts();
    const pool = kept(openNodePool(1));
    for (let i = 0; i < 2; i++) {
      const job = pool.run(idle());
      expect(ports()).toBe(others + 1);
      await job;
      expect(ports()).toBe(others);
    }
  });
});

describe('what goes wrong', () => {
  test('a job whose worker dies is done again, and others with it', async () => {
    const { results, job } = tiles(60);
    const { seen, spawn } = watched((worker, number) => {
      if (number > 0) return;
      while (results()[2] === 0); // in the middle of the first job
      worker.kill();
    });
    const pool = kept(openPool(spawn, 1, true));
    await Promise.all([pool.run(job(0, 40, 2e6)), pool.run(job(40, 60))]);
    expect(seen.made).toBe(2);
    expect(results()).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
  });

  test('a job over which three workers died is rejected, and the next one is done', async () => {
    const { seen, spawn } = watched((worker, number) => {
      if (number < 3) worker.kill();
    });
    const pool = kept(openPool(spawn, 1, true));
    const { results, job } = tiles(1);
    const [first, second] = await Promise.allSettled([pool.run(idle({ calls: [['wait', 1e8]] })), pool.run(job(0, 1))]);
    expect(first).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringMatching(/ended its worker 3 times: .*\.$/) },
    });
    expect(second.status).toBe('fulfilled');
    expect(results()).toEqual([1]);
    expect(seen.made).toBe(4);
  });

  test('a trap and what memory does not hold reject one job, and the worker goes on', async () => {
    const { seen, spawn } = watched();
    const pool = kept(openPool(spawn, 1, true));
    const { results, job } = tiles(1);
    const astray = (job: Job): Job => ({ ...job, tiles: { ...job.tiles!, to: [1e6] } });
    const [trap, reads, greedy, shared, copied, last] = await Promise.allSettled([
      pool.run(idle({ calls: [['trap']] })),
      pool.run(idle({ reads: [{ at: PAGE - 1, bytes: 2 }] })),
      pool.run(idle({ kernel: { ...ONE, pages: 70_000 } })),
      pool.run(astray(job(0, 1))),
      pool.run(astray(tiles(1, ArrayBuffer).job(0, 1))),
      pool.run(job(0, 1)),
    ]);
    expect(trap).toMatchObject({ reason: { message: expect.stringMatching(/failed: memory access out of bounds/) } });
    expect(greedy).toMatchObject({ reason: { message: expect.stringMatching(/failed: .*memory/i) } });
    for (const each of [reads, shared, copied]) {
      expect(each).toMatchObject({ reason: { message: expect.stringMatching(/length/) } });
    }
    expect(last.status).toBe('fulfilled');
    expect(results()).toEqual([1]);
    expect(seen).toEqual({ made: 1, dead: 0 });
  });

  test('a script that is not there rejects all jobs', async () => {
    const spawn = nodeSpawn(new URL('./no-such-worker.js', import.meta.url));
    const pool = kept(openPool(spawn, 2, true));
    const jobs = await Promise.allSettled([pool.run(idle()), pool.run(idle()), pool.run(idle())]);
    for (const job of [...jobs, ...(await Promise.allSettled([pool.run(idle())]))]) {
      expect(job).toMatchObject({ reason: { message: expect.stringMatching(/do not start: .*no-such-worker/) } });
    }
  });

  test('workers that cannot be made are done without', async () => {
    const { seen, spawn } = watched();
    const pool = kept(
      openPool(
        (listener) => {
          if (seen.made === 1) throw new Error('no more threads');
          return spawn(listener);
        },
        4,
        true,
      ),
    );
    const { results, job } = tiles(8);
    await Promise.all(results().map((_, i) => pool.run(job(i, i + 1))));
    expect(results()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(seen.made).toBe(1);
  });

  test('a worker that says nothing for a minute counts as dead', async () => {
    vi.useFakeTimers();
    let listeners: Listener[] = [];
    const pool = kept(
      openPool(
        (listener) => {
          listeners.push(listener);
          return { post: () => {}, kill: () => listener.died('ended') };
        },
        1,
        true,
      ),
    );
    const job = pool.run(idle());
    for (let death = 0; death < 3; death++) {
      expect(listeners.length).toBe(1);
      const [listener] = listeners;
      listeners = [];
      listener.answered('ready');
      vi.advanceTimersByTime(59_000);
      expect(listeners.length).toBe(0);
      vi.advanceTimersByTime(2000);
    }
    await expect(job).rejects.toThrow('no answer for 60 s.');
  });

  test('destroy ends workers at once and rejects every job', async () => {
    const { seen, spawn } = watched();
    const pool = openPool(spawn, 1, true);
    await pool.run(idle());
    const jobs = [1, 2, 3].map(() => pool.run(idle({ calls: [['wait', 0]] })));
    await new Promise((resolve) => setTimeout(resolve, 20));
    pool.destroy();
    const late = pool.run(idle());
    void pool.run(idle()); // nobody looks at it
    for (const job of await Promise.allSettled([...jobs, late])) {
      expect(job).toMatchObject({ reason: expect.any(PoolClosed) });
    }
    await vi.waitFor(() => expect(seen).toEqual({ made: 1, dead: 1 }), { timeout: 1000, interval: 5 });
  });
});
