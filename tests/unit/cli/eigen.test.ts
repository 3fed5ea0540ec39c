import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eigenvalues } from '../../../src/analysis/eigen.ts';

describe('closed forms', () => {
  test.each([
    ['empty', [], []],
    ['one entry', [[-3]], [-3]],
    [
      'zero',
      [
        [0, 0],
        [0, 0],
      ],
      [0, 0],
    ],
    [
      'diagonal',
      [
        [2, 0, 0],
        [0, -1, 0],
        [0, 0, 0.5],
      ],
      [-1, 0.5, 2],
    ],
    [
      'equal diagonal',
      [
        [1, 2],
        [2, 1],
      ],
      [-1, 3],
    ],
    [
      'rank one',
      [
        [1, 1, 1],
        [1, 1, 1],
        [1, 1, 1],
      ],
      [0, 0, 3],
    ],
    [
      'huge',
      [
        [1e300, 1e300],
        [1e300, -1e300],
      ],
      [-Math.SQRT2 * 1e300, Math.SQRT2 * 1e300],
    ],
    [
      'tiny',
      [
        [1e-300, 1e-300],
        [1e-300, -1e-300],
      ],
      [-Math.SQRT2 * 1e-300, Math.SQRT2 * 1e-300],
    ],
    [
      'only the symmetric part counts',
      [
        [1, 4],
        [0, 1],
      ],
      [-1, 3],
    ],
  ])('%s', (_, matrix, expected) => {
    const found = eigenvalues(matrix);
    const size = Math.max(0, ...expected.map(Math.abs));
    expect(found).toHaveLength(expected.length);
    for (const [i, value] of found.entries()) expect(Math.abs(value - expected[i])).toBeLessThanOrEqual(4e-16 * size);
  });

  test('second differences: 2 − 2 cos(kπ/(n + 1))', () => {
    const n = 40;
    const matrix = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_, j) => [2, -1][Math.abs(i - j)] ?? 0),
    );
    const found = eigenvalues(matrix);
    for (const [i, value] of found.entries())
      expect(value).toBeCloseTo(2 - 2 * Math.cos(((i + 1) * Math.PI) / (n + 1)), 13);
  });

  test('the regression ravine, whose condition number is 313,000', () => {
    const [low, high] = eigenvalues([
      [20, 5020],
      [5020, 1746816],
    ]);
    expect(low).toBeCloseTo(5.573477455, 8);
    expect(high).toBeCloseTo(1746830.4265, 4);
  });

  test('not finite: all NaN', () => {
    expect([
      ...eigenvalues([
        [1, Number.NaN],
        [0, 1],
      ]),
    ]).toEqual([Number.NaN, Number.NaN]);
  });
});

const symmetric = fc
  .integer({ min: 1, max: 12 })
  .chain((n) =>
    fc
      .array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: n * n, maxLength: n * n })
      .map((entries) =>
        Array.from({ length: n }, (_, i) =>
          Array.from({ length: n }, (_, j) => entries[Math.min(i, j) * n + Math.max(i, j)]),
        ),
      ),
  );

test('random matrices: in order, and with the sums of values, squares and cubes that the matrix has', () => {
  fc.assert(
    fc.property(symmetric, (matrix) => {
      const found = [...eigenvalues(matrix)];
      expect(found).toEqual([...found].sort((a, b) => a - b));
      const n = matrix.length;
      const norm = Math.hypot(...matrix.flat());
      let power = matrix;
      for (let exponent = 1; exponent <= 3; exponent++) {
        const trace = power.reduce((sum, row, i) => sum + row[i], 0);
        const sum = found.reduce((total, value) => total + value ** exponent, 0);
        expect(Math.abs(sum - trace)).toBeLessThanOrEqual(1e-13 * n * norm ** exponent + 1e-300);
        power = matrix.map((row) => row.map((_, j) => row.reduce((total, entry, k) => total + entry * power[k][j], 0)));
      }
    }),
  );
});
