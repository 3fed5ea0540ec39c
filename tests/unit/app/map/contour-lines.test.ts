import { describe, expect, it } from 'vitest';
import { contourLines, type Lattice } from '../../../../src/app/map/contour-lines.ts';

function lattice(columns: number, rows: number, height: (x: number, y: number) => number): Lattice {
  const heights = Float64Array.from({ length: columns * rows }, (_, i) => height(i % columns, Math.floor(i / columns)));
  return { columns, rows, heights };
}

describe('contour lines', () => {
  it('of a slope are one straight line from edge to edge', () => {
    const [line, ...others] = contourLines(
      lattice(8, 5, (x) => 2 * x),
      7,
    );
    expect(others).toEqual([]);
    expect(line.length).toBe(5);
    for (const [x] of line) expect(x).toBeCloseTo(3.5, 12);
    expect(line.map(([, y]) => y).sort()).toEqual([0, 1, 2, 3, 4]);
  });

  it('of a bowl are closed, and lie where the height is theirs', () => {
    const [line, ...others] = contourLines(
      lattice(41, 41, (x, y) => Math.hypot(x - 20, y - 20)),
      12.3,
    );
    expect(others).toEqual([]);
    expect(line[0]).toEqual(line[line.length - 1]);
    for (const [x, y] of line) expect(Math.abs(Math.hypot(x - 20, y - 20) - 12.3)).toBeLessThan(0.02);
    // Neighbours in the line are neighbours on the lattice.
    for (let i = 1; i < line.length; i++) {
      expect(Math.hypot(line[i][0] - line[i - 1][0], line[i][1] - line[i - 1][1])).toBeLessThan(1.5);
    }
  });

  it('keep apart at a pass', () => {
    const saddle = lattice(20, 20, (x, y) => (x - 9.5) * (y - 9.5));
    const lines = contourLines(saddle, 0.6);
    expect(lines.length).toBe(2);
    for (const line of lines) expect(new Set(line.map(([x]) => x > 9.5)).size).toBe(1);
  });

  it('leave out what has no value, and heights that do not occur', () => {
    const holed = lattice(10, 10, (x, y) => (x < 5 ? Number.NaN : y));
    for (const [x] of contourLines(holed, 4.5).flat()) expect(x).toBeGreaterThanOrEqual(5);
    expect(contourLines(holed, 4.5).length).toBe(1);
    expect(contourLines(holed, 40)).toEqual([]);
  });
});

it('goes round a cone, but not where that is too steep', () => {
  const side = 41;
  const heights = Float64Array.from({ length: side * side }, (_, k) =>
    Math.hypot((k % side) - 20, Math.floor(k / side) - 20),
  );
  const cone = { columns: side, rows: side, heights };
  const [line, ...others] = contourLines(cone, 12.3, 2);
  expect(others).toEqual([]);
  expect(line.length).toBeGreaterThan(60);
  line.forEach(([x, y], k) => {
    expect(Math.hypot(x - 20, y - 20), `point ${k}`).toBeCloseTo(12.3, 1);
  });
  expect(contourLines(cone, 12.3, 0.5)).toEqual([]);
});
