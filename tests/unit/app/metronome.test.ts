import { expect, it } from 'vitest';
import { Metronome } from '../../../src/app/metronome.ts';

/** Plays frames of so many milliseconds for a while on a device that makes at most so many steps in each; returns steps a second. */
function play(pace: number | null, frame: number, most: number): number {
  const began = performance.now();
  const metronome = new Metronome(0);
  let step = 0;
  let now = began;
  for (; now < began + 5000; now += frame) step += Math.min(metronome.due(pace, step, now), most);
  return (1000 * step) / (now - began);
}

it.each([
  [60, 16.7, 1000, 60],
  [240, 16.7, 1000, 240],
  [10, 16.7, 1000, 10],
  [60, 100, 1, 10],
  [null, 20, 7, 350],
])(
  'at a pace of %s, frames of %d ms and at most %d steps in each, makes %d steps a second',
  (pace, frame, most, expected) => {
    expect(Math.abs(play(pace, frame, most) - expected)).toBeLessThan(0.05 * expected);
  },
);

it('does not catch up with a slow device', () => {
  const metronome = new Metronome(0);
  expect(metronome.due(60, 0, performance.now() + 60_000)).toBe(1);
});

it('starts anew after a reset', () => {
  const metronome = new Metronome(500);
  expect(metronome.due(60, 0)).toBe(1);
});

it('lets a step come early, but not two', () => {
  const now = performance.now();
  const metronome = new Metronome(500);
  expect(metronome.mayHasten(1, 500, now + 10)).toBe(true);
  expect(metronome.mayHasten(1, 501, now + 10)).toBe(false);
  expect(metronome.due(1, 501, now + 900)).toBe(0);
  expect(metronome.mayHasten(1, 501, now + 1100)).toBe(true);
});
