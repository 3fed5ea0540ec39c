import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eigensystem, eigenvalues } from '../../../../src/analysis/eigen.ts';
import { criticalPointsOf, lines } from '../../../support/critical.ts';

const HIMMELBLAU = '(x^2 + y - 11)^2 + (x + y^2 - 7)^2';
const himmelblau = criticalPointsOf(HIMMELBLAU);

test('the same objective gives the same points', () => {
  expect(criticalPointsOf(HIMMELBLAU)).toEqual(himmelblau);
});

test.each([0.3, 1.2, 2.5])('turned by %f, points turn and curvatures stay', (angle) => {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const turned = criticalPointsOf(`x = ${c}*u - ${s}*v; y = ${s}*u + ${c}*v; ${HIMMELBLAU}`, ['u', 'v'], [-6.5, 6.5]);
  for (const { kind, at, value, eigenvalues } of himmelblau.points) {
    const place = [c * at[0] + s * at[1], -s * at[0] + c * at[1]];
    const same = turned.points.find((each) => Math.hypot(each.at[0] - place[0], each.at[1] - place[1]) < 1e-11);
    expect(same, `${kind} at (${place})`).toMatchObject({ kind });
    expect(same?.value).toBeCloseTo(value, 9);
    for (const [i, each] of eigenvalues.entries()) expect(same?.eigenvalues[i]).toBeCloseTo(each, 9);
  }
  expect(turned.points).toHaveLength(himmelblau.points.length);
});

test.each([
  [1e-6, 1],
  [1e6, 1],
  [1, 1e-30],
  [1, -1e30],
])('parameters in units of %f, values in units of %f: the same points', (unit, scale) => {
  const found = criticalPointsOf(
    `x = u/${unit}; y = v/${unit}; ${scale}*(${HIMMELBLAU})`,
    ['u', 'v'],
    [-5 * unit, 5 * unit],
  );
  const places = (points: readonly { readonly at: readonly number[] }[], size: number) =>
    points.map(({ at }) => at.map((value) => (value / size).toFixed(9)).join(' ')).sort();
  expect(places(found.points, unit)).toEqual(places(himmelblau.points, 1));
  const minima = found.points.filter(({ kind }) => kind === 'minimum');
  expect(minima).toHaveLength(scale > 0 ? 4 : 1);
});

/** Roots in (−5, 5), no two nearer than 0.3. */
const roots = fc
  .array(fc.double({ min: 0.3, max: 2.5, noNaN: true }), { minLength: 1, maxLength: 4 })
  .map((gaps) => gaps.map((_, i) => -5 + gaps.slice(0, i + 1).reduce((sum, gap) => sum + gap, 0)))
  .map((all) => all.filter((root) => root < 4.9));

/** A polynomial in a parameter whose derivative has these roots, from the lowest on. */
function withSlopeZeroAt(name: string, all: readonly number[]): string {
  let slope = [1];
  for (const root of all) slope = [...slope, 0].map((factor, i) => (slope[i - 1] ?? 0) - root * factor);
  return slope.map((factor, i) => `(${factor / (i + 1)})*${name}^${i + 1}`).join(' + ');
}

test('sums of polynomials: every combination of their slopes’ zeros, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(roots, { minLength: 1, maxLength: 2 }), (all) => {
      const names = ['x', 'y'].slice(0, all.length);
      const found = criticalPointsOf(all.map((each, i) => withSlopeZeroAt(names[i], each)).join(' + '), names);
      const places = all.reduce<number[][]>(
        (list, each) => list.flatMap((at) => each.map((root) => [...at, root])),
        [[]],
      );
      expect(found.points).toHaveLength(places.length);
      for (const place of places) {
        const same = found.points.find(({ at }) => at.every((value, k) => Math.abs(value - place[k]) < 1e-7));
        // The slope rises through its last root, falls through the one before, and so on.
        const rises = place.map((root, k) => (all[k].length - 1 - all[k].indexOf(root)) % 2 === 0);
        const kind = rises.every(Boolean) ? 'minimum' : rises.some(Boolean) ? 'saddle' : 'maximum';
        expect(same, `${kind} at (${place})`).toMatchObject({ kind });
      }
    }),
    { numRuns: 40, seed: 5 },
  );
});

describe('more parameters', () => {
  test.each([
    [3, 27],
    [4, 81],
  ])('%i double wells: 3 to that power points', (size, expected) => {
    const names = ['a', 'b', 'c', 'd', 'f'].slice(0, size);
    const formula = names.map((name) => `${name}^4/4 - ${name}^2/2`).join(' + ');
    const found = criticalPointsOf(formula, names, [-2, 2]);
    expect(found.complete).toBe(true);
    expect(new Set(lines(found)).size).toBe(expected);
    const kinds = (kind: string) => found.points.filter((point) => point.kind === kind).length;
    expect([kinds('minimum'), kinds('maximum')]).toEqual([2 ** size, 1]);
  });

  test('a chain of ten: the curvatures of its closed form', () => {
    const names = [...'abcdfghijk'];
    const springs = names.map((name, i) => (i === 0 ? `${name}^2` : `(${name} - ${names[i - 1]})^2`));
    const found = criticalPointsOf([...springs, `${names[9]}^2`].join(' + '), names);
    expect(lines(found)).toEqual([`minimum ${names.map(() => 0).join(' ')}`]);
    for (const [i, value] of found.points[0].eigenvalues.entries())
      expect(value).toBeCloseTo(2 * (2 - 2 * Math.cos(((i + 1) * Math.PI) / 11)), 12);
  });
});

test('eigenvectors: of length 1, at right angles, and turned by the matrix into themselves', () => {
  for (let n = 1; n <= 10; n++) {
    const entry = (i: number, j: number) => Math.sin(97 * (i + j) + 13 * i * j + n);
    const matrix = Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_, j) => entry(i, j)));
    const { eigenvalues: values, eigenvectors } = eigensystem(matrix);
    expect(values).toEqual(eigenvalues(matrix));
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, each, k) => sum + each * b[k], 0);
    for (const [i, vector] of eigenvectors.entries()) {
      for (const [j, other] of eigenvectors.entries()) expect(dot(vector, other)).toBeCloseTo(Number(i === j), 12);
      for (const [k, row] of matrix.entries()) expect(dot(row, vector)).toBeCloseTo(values[i] * vector[k], 12);
    }
  }
});
