import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PoolClosed } from '../../../../src/engine/cpu/jobs.ts';
import { Ground } from '../../../../src/engine/cpu/view/ground.ts';
import { type Seen, strideOf } from '../../../../src/engine/cpu/view/messages.ts';

const seen = (x: number, change: Partial<Seen> = {}): Seen => ({
  center: [x, 0],
  scale: [1, 1],
  width: 1000,
  height: 800,
  ratio: 1,
  theme: 'light',
  finer: 1,
  ...change,
});

/** A ground whose workers draw so many pixels a ms together, each band at its time; and what came of it. */
function ground(speed: number) {
  const told: string[] = [];
  let rows = 0;
  const state = { ahead: 0, most: 0, changes: 0, failure: null as Error | null };
  let free = 0;
  const it = new Ground(
    {
      most: 65_000,
      async draw({ width }, grain, _, count) {
        state.most = Math.max(state.most, ++state.ahead);
        const stride = strideOf(Math.ceil(width / grain));
        free = Math.max(free, performance.now()) + (stride * count) / speed;
        await new Promise((resolve) => setTimeout(resolve, free - performance.now()));
        state.ahead--;
        if (state.failure) throw state.failure;
        return new Uint8Array(4 * stride * count);
      },
    },
    2,
    {
      began({ center, height }) {
        told.push(`began ${center[0]}`);
        rows = height;
      },
      drawn({ grain, first, bytes }) {
        const stride = strideOf(Math.ceil(1000 / grain));
        if (first + bytes.length / 4 / stride === Math.ceil(rows / grain)) told.push(`drawn at ${grain}`);
      },
      changed: () => state.changes++,
    },
  );
  return { it, told, state };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a surface is drawn once, and again where it is seen otherwise', async () => {
  const { it, told, state } = ground(40_000);
  it.show(seen(1));
  it.show(seen(1));
  await vi.advanceTimersByTimeAsync(1000);
  it.show(seen(1));
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual(['began 1', 'drawn at 1']);
  expect(state.changes).toBe(1);
  expect(state.most).toBe(4);
  it.show(seen(1, { theme: 'dark' }));
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual(['began 1', 'drawn at 1', 'began 1', 'drawn at 1']);
});

test('while one is drawn only the newest waits', async () => {
  const { it, told } = ground(40_000);
  for (let i = 0; i < 9; i++) {
    it.show(seen(i));
    await vi.advanceTimersByTimeAsync(2);
  }
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual(['began 0', 'drawn at 1', 'began 8', 'drawn at 1']);
});

test('a slow one is shown part by part; moved on, it is coarse until it rests', async () => {
  const { it, told, state } = ground(800);
  it.show(seen(0));
  await vi.advanceTimersByTimeAsync(500);
  expect(told).toEqual(['began 0']);
  expect(state.changes).toBeGreaterThan(2);
  expect(state.changes).toBeLessThan(6);
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual(['began 0', 'drawn at 1']);
  it.show(seen(-1));
  await vi.advanceTimersByTimeAsync(2000);
  told.length = 0;
  for (let i = 1; i <= 20; i++) {
    it.show(seen(i));
    await vi.advanceTimersByTimeAsync(40);
  }
  expect(told.filter((line) => line === 'drawn at 1')).toEqual([]);
  expect(told.filter((line) => /drawn at [3-8]/.test(line)).length).toBeGreaterThan(6);
  await vi.advanceTimersByTimeAsync(2000);
  expect(told.slice(-3)).toEqual(['began 20', expect.stringMatching(/drawn at [3-8]/), 'drawn at 1']);
});

test('closed, or with its workers, it ends in silence', async () => {
  for (const end of [
    ({ it }: ReturnType<typeof ground>) => it.close(),
    ({ state }: ReturnType<typeof ground>) => {
      state.failure = new PoolClosed();
    },
  ]) {
    const one = ground(10_000);
    one.it.show(seen(0));
    await vi.advanceTimersByTimeAsync(20);
    end(one);
    const { changes } = one.state;
    await vi.advanceTimersByTimeAsync(1000);
    expect(one.told).toEqual(['began 0']);
    one.it.show(seen(1));
    await vi.advanceTimersByTimeAsync(1000);
    expect(one.told).toEqual(['began 0']);
    expect(one.state.changes).toBe(changes);
  }
});
