import { describe, expect, test } from 'vitest';
import { boundaryOf, boxDimension } from '../../../../src/analysis/trainability/box-dimension.ts';
import { trainabilityOf } from '../../../../src/analysis/trainability/measure.ts';
import { patchesOf } from '../../../../src/analysis/trainability/patches.ts';
import { planePlan } from '../../../../src/analysis/trainability/plane-plan.ts';
import { planExperiment } from '../../../../src/experiment/index.ts';

test('a plane has the optimizers of its plan, called as there, on more cells', () => {
  const plan = planExperiment({
    objective: { network: { widths: [1, 4, 1], data: 'sinc' } },
    optimizers: [{ name: 'momentum' }, { name: 'adam', label: 'mine' }],
    grid: {
      x: { vary: 'lr', from: 1e-3, to: 1, count: 8, scale: 'log' },
      y: { vary: 'network.seed', from: 0, to: 4, count: 5 },
    },
  });
  const spoken = {
    ...plan,
    optimizers: plan.optimizers.map((each, k) => ({ ...each, label: ['重球法', each.label][k] })),
  };
  const plane = planePlan(spoken, 64);
  expect(plane.optimizers.map(({ label }) => label)).toEqual(['重球法', 'mine']);
  expect([plane.x.values.length, plane.y.values.length]).toEqual([64, 5]);
});

describe('a plane is computed in patches', () => {
  test.each([
    [16, 16, 100],
    [64, 64, 1000],
    [37, 5, 7],
    [1, 50, 3],
    [33, 64, 20],
  ])('that hold each of %d × %d cells once, coarse ones first, at most %d at a time', (columns, rows, most) => {
    const seen = new Uint8Array(columns * rows);
    const spans: number[] = [];
    for (const patch of patchesOf(columns, rows, 16, () => most)) {
      expect(patch.columns.length * patch.rows.length).toBeLessThanOrEqual(most);
      for (const j of patch.rows) for (const i of patch.columns) seen[j * columns + i]++;
      spans.push(patch.span);
    }
    expect([...seen].findIndex((count) => count !== 1)).toBe(-1);
    expect(spans).toEqual([...spans].sort((a, b) => b - a));
    expect(Math.max(columns, rows) / spans[0]).toBeLessThanOrEqual(16);
  });
});

describe('how training went as one number', () => {
  const cell = (sum: number, inverse: number, tail: number, divergedAt = -1) => {
    const of = (value: number) => Float32Array.of(value);
    return {
      ratios: { first: of(1), sum: of(sum), inverse: of(inverse), tail: of(tail) },
      divergedAt: Int32Array.of(divergedAt),
    };
  };

  test.each([
    ['converged where the last ratios are below 1', cell(30, 900, 19.9), -30],
    ['not where they are not', cell(120, 80, 20), 80],
    ['diverged, the rest at the largest ratio', cell(5, 2, 0, 40), Math.fround(2 + 60e-6)],
  ])('%s', (_, table, expected) => {
    expect(trainabilityOf(table, 100)?.[0]).toBe(expected);
  });

  test('is not told of objectives without such sums', () => {
    expect(trainabilityOf({ ratios: null, divergedAt: Int32Array.of(-1) }, 10)).toBeNull();
  });
});

describe('the box dimension', () => {
  const side = 512;
  const set = (holds: (i: number, j: number) => boolean) =>
    Uint8Array.from({ length: side * side }, (_, k) => Number(holds(k % side, Math.floor(k / side))));

  test.each([
    ['of a line is 1', set((i) => i === 200), 1, 0.01],
    // Its boxes of one cell are fewer than those it crosses: one for each column.
    ['of an inclined line is 1', set((i, j) => j === Math.round(0.37 * i) + 60), 1, 0.08],
    ['of an area is 2', set(() => true), 2, 0.01],
    ['of Sierpinski’s triangle is log 3 / log 2', set((i, j) => (i & j) === 0), Math.log2(3), 0.01],
  ])('%s', (_, cells, expected, tolerance) => {
    const { dimension, median, error } = boxDimension(cells, side, side) as NonNullable<
      ReturnType<typeof boxDimension>
    >;
    expect(Math.abs(dimension - expected), `got ${dimension} ± ${error}, expected ${expected}`).toBeLessThan(tolerance);
    expect(Math.abs(median - expected), `median ${median}, expected ${expected}`).toBeLessThan(tolerance);
  });

  test('of nothing, or of too small a plane, is not told', () => {
    expect(boxDimension(new Uint8Array(side * side), side, side)).toBeNull();
    expect(boxDimension(new Uint8Array(16).fill(1), 4, 4)).toBeNull();
  });

  test('is told of the boundary, where signs meet', () => {
    const values = Float32Array.from({ length: 25 }, (_, k) => (k % 5 < 2 ? -1 : 1));
    expect([...boundaryOf(values, 5, 5)]).toEqual(Array.from({ length: 16 }, (_, k) => Number(k % 4 === 1)));
    expect(boundaryOf(values.fill(1), 5, 5).every((each) => each === 0)).toBe(true);
  });
});
