import { describe, expect, it } from 'vitest';
import { sampledCells, sampleOf, TRAIL, TrailClock } from '../../../src/engine/trails.ts';

describe('the sample of a grid', () => {
  it.each([
    [256, 256, 1],
    [256, 256, 8],
    [65_536, 1, 2],
    [1, 16_384, 1],
    [1000, 3, 1],
    [5, 7, 3],
    [1, 1, 1],
    [2048, 1024, 4],
  ])('%i by %i cells and %i optimizers: even, inside, and not too many', (columns, rows, optimizers) => {
    const sample = sampleOf(columns, rows, optimizers);
    const cells = sampledCells(sample, columns);
    const most = Math.floor(2048 / optimizers);
    expect(cells.length).toBeLessThanOrEqual(1.05 * most + 1);
    expect(cells.length).toBeGreaterThanOrEqual(Math.min(columns * rows, most) / 3);
    expect(new Set(cells).size).toBe(cells.length);
    expect(Math.max(...cells)).toBeLessThan(columns * rows);
    // As far from one edge as from the other, but for one cell.
    const margin = (numbers: number[], count: number) => Math.min(...numbers) - (count - 1 - Math.max(...numbers));
    const across = [...cells].map((cell) => cell % columns);
    const down = [...cells].map((cell) => Math.floor(cell / columns));
    expect(Math.abs(margin(across, columns))).toBeLessThanOrEqual(1);
    expect(Math.abs(margin(down, rows))).toBeLessThanOrEqual(1);
  });
});

/** What is left of a fresh trail, of 255, after pictures that come every so many ms. */
function left(every: number, until: number): number {
  const clock = new TrailClock();
  let strength = 255 * TRAIL.STRENGTH;
  for (let k = 0; k * every <= until; k++) strength -= clock.next('a', k, k * every).faded;
  return strength;
}

describe('trails fade', () => {
  it('evenly with time, whatever the frame rate', () => {
    for (const every of [4, 16.7, 33, 49]) {
      expect(left(every, TRAIL.LIFETIME / 2) / (255 * TRAIL.STRENGTH)).toBeCloseTo(0.5, 1);
      expect(left(every, TRAIL.LIFETIME)).toBeLessThan(12);
    }
  });

  it('while the run goes on, and stand while it rests', () => {
    const clock = new TrailClock();
    clock.next('a', 5, 0);
    expect(clock.next('a', 5, 500)).toEqual({ cleared: false, moved: false, faded: 0 });
    const after = clock.next('a', 6, 5000);
    expect(after.moved).toBe(true);
    // A pause counts no more than a slow picture.
    expect(after.faded).toBeLessThan(255 * TRAIL.STRENGTH * 0.05);
  });

  it('and are gone in another scene, and where the run goes back', () => {
    const clock = new TrailClock();
    expect(clock.next('a', 5, 0).cleared).toBe(true);
    expect(clock.next('a', 6, 10).cleared).toBe(false);
    expect(clock.next('b', 7, 20)).toMatchObject({ cleared: true, moved: false, faded: 0 });
    expect(clock.next('b', 3, 30)).toMatchObject({ cleared: true, moved: false });
  });
});
