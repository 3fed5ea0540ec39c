import { expect, test } from 'vitest';
import { bendAxes } from '../../../../src/app/map/bend-axes.ts';
import type { Viewport } from '../../../../src/app/map/viewport.ts';

const EVEN: Viewport = { center: [0, 0], scale: [0.1, 0.1] };
const bend = (eigenvalue: number, ...direction: number[]) => ({ eigenvalue, direction });
/** The places that a path goes through. */
const places = (path: string) =>
  path
    .slice(1)
    .split(/[ML]/)
    .map((place) => place.split(' ').map(Number));
const farthest = (path: string) => Math.max(...places(path).map((place) => Math.hypot(...place)));

test('axes lie as their directions do in the view, on both sides', () => {
  const [axis] = bendAxes({ center: [0, 0], scale: [0.1, 0.4] }, [bend(1, 0.6, 0.8), bend(1, 0.8, -0.6)]);
  // 6 pixels to the right for every 2 upwards: a pixel stands for four times as much there.
  const [from, to] = places(axis.path);
  expect(from[1] / from[0]).toBeCloseTo(-1 / 3, 1);
  expect(to[1] / to[0]).toBeCloseTo(-1 / 3, 1);
  expect(places(axis.path).reduce((sum, [x]) => sum + x, 0)).toBeCloseTo(0, 6);
});

test('the larger an eigenvalue, the longer its axis, and none is too short to be seen', () => {
  const lengths = [1, 0.1, 0.01, 1e-5].map((small) =>
    farthest(bendAxes(EVEN, [bend(small, 1, 0), bend(-1, 0, 1)])[0].path),
  );
  const [whole, tenth, hundredth, least] = lengths;
  expect(whole).toBeGreaterThan(tenth);
  expect(tenth).toBeGreaterThan(hundredth);
  expect(hundredth).toBeGreaterThan(least);
  expect(least).toBeGreaterThan(12);
});

test('where the surface falls an arrow leads away, where it rises a wall stands', () => {
  const [down, up] = bendAxes(EVEN, [bend(-1, 1, 0), bend(1, 1, 0)]);
  const ends = (path: string) =>
    places(path)
      .slice(2, 5)
      .map(([x]) => x);
  const [back, tip, other] = ends(down.path);
  expect(back).toBeLessThan(tip);
  expect(other).toBe(back);
  expect(new Set(ends(up.path)).size).toBe(1);
});

test('an eigenvalue of 0 has an axis without ends, and all of them may be 0', () => {
  const [flat, bent] = bendAxes(EVEN, [bend(0, 1, 0), bend(2, 0, 1)]);
  expect([flat.flat, bent.flat]).toEqual([true, false]);
  expect(places(flat.path)).toHaveLength(4);
  expect(bendAxes(EVEN, [bend(0, 1, 0), bend(0, 0, 1)]).map(({ flat }) => flat)).toEqual([true, true]);
});

test('one parameter has no plane for axes', () => {
  expect(bendAxes(EVEN, [bend(2, 1)])).toEqual([]);
});
