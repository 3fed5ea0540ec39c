import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Interval } from '../../../../src/app/parts/interval.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('does the first at once, what follows in its turn, and what comes later at once again', async () => {
  const interval = new Interval(80);
  const done: number[] = [];
  const began = performance.now();
  const act = () => interval.turn().then(() => done.push(performance.now() - began));
  await act();
  void act();
  await vi.advanceTimersByTimeAsync(79);
  expect(done).toEqual([0]);
  await vi.advanceTimersByTimeAsync(1);
  expect(done).toEqual([0, 80]);
  await vi.advanceTimersByTimeAsync(200);
  await act();
  expect(done).toEqual([0, 80, 280]);
});
