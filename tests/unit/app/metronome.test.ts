import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Metronome } from '../../../src/app/metronome.ts';
import type { Run } from '../../../src/engine/index.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A run that makes a step in so many milliseconds, and as many as fit a budget. */
function runOf(millisecondsPerStep: number): Run {
  const run = {
    step: 0,
    async tick(budget: number) {
      const steps = Math.max(1, Math.floor(budget / millisecondsPerStep));
      run.step += steps;
      vi.advanceTimersByTime(steps * millisecondsPerStep);
    },
  };
  return run as unknown as Run;
}

it.each([0.01, 0.5, 4])('keeps 60 steps a second where a step takes %d ms', async (millisecondsPerStep) => {
  const run = runOf(millisecondsPerStep);
  const metronome = new Metronome(0);
  const began = performance.now();
  while (performance.now() < began + 5000) {
    vi.advanceTimersByTime(16);
    const budget = metronome.due(60, run.step);
    if (budget >= 0) await metronome.time(run, budget);
  }
  expect(run.step / (performance.now() - began)).toBeCloseTo(0.06, 2);
});

it('does not catch up with a slow device', async () => {
  const run = runOf(1000);
  const metronome = new Metronome(0);
  vi.advanceTimersByTime(16);
  await metronome.time(run, 0);
  vi.advanceTimersByTime(60_000);
  expect(metronome.due(60, run.step)).toBeLessThanOrEqual(1000);
});

it('starts anew after a reset', () => {
  const metronome = new Metronome(500);
  vi.advanceTimersByTime(100);
  expect(metronome.due(60, 0)).toBeGreaterThanOrEqual(0);
  expect(metronome.due(null, 0)).toBe(Number.POSITIVE_INFINITY);
});
