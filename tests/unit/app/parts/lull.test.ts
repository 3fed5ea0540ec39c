import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Lull } from '../../../../src/app/parts/lull.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('comes once, so long after the last news, and not after its end', () => {
  let come = 0;
  const lull = new Lull(300, () => come++);
  vi.advanceTimersByTime(1000);
  expect(come, 'without news').toBe(0);
  for (let i = 0; i < 10; i++) {
    lull.news();
    vi.advanceTimersByTime(299);
    expect(come, `news ${i}`).toBe(0);
  }
  vi.advanceTimersByTime(1);
  expect(come).toBe(1);
  vi.advanceTimersByTime(1000);
  expect(come, 'later').toBe(1);
  lull.news();
  lull.end();
  vi.advanceTimersByTime(1000);
  expect(come, 'after its end').toBe(1);
});
