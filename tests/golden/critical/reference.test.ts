import { describe, expect, test } from 'vitest';
import { CRITICAL_KINDS, type CriticalPoints } from '../../../src/analysis/critical/critical-point.ts';
import { findCriticalPoints } from '../../../src/analysis/critical/search.ts';
import { type Objective, objectives, type StationaryPoint } from '../../../src/catalogue/index.ts';
import { objectiveKinds } from '../../../src/catalogue/objectives/index.ts';
import { resolveObjective } from '../../../src/experiment/index.ts';
import { compileObjective } from '../../../src/formula/index.ts';
import { jetOf } from '../../support/evaluate.ts';

/** Objectives of which the catalogue lists every critical point in the domain. */
const COMPLETE = new Set([
  ...['From the lecture', 'Bowls', 'Valleys', 'A few minima', 'Saddles', 'Hills', 'Many minima'],
]);
const listed = objectiveKinds.filter(({ title }) => COMPLETE.has(title)).flatMap((kind) => kind.objectives);

/** Points of a list that are critical points and no kinks. */
const smooth = (points: readonly StationaryPoint[]) => points.filter(({ kink }) => !kink);

const counts = ({ points }: CriticalPoints) =>
  CRITICAL_KINDS.map((kind) => points.filter((point) => point.kind === kind).length);

describe('every point that the catalogue lists, and no other', () => {
  test.each(listed.map((objective) => [objective.name, objective] as const))('%s', (name, objective) => {
    const found = findCriticalPoints(resolveObjective(name));
    const kinds = [
      ['minimum', objective.minima],
      ['saddle', objective.saddles],
      ['maximum', objective.maxima],
    ] as const;
    const expected = kinds.map(([, points]) => smooth(points).length);
    // The monkey saddle is the one listed point whose Hessian is singular although the gradient vanishes there.
    expect(counts(found)).toEqual([...expected, name === 'monkey-saddle' ? 1 : 0, name === 'schwefel' ? 29 : 0]);
    expect(found.notIsolated).toEqual([]);
    expect(found.complete).toBe(true);
    const missing = kinds.flatMap(([kind, points]) =>
      smooth(points)
        .filter((point) => !found.points.some((each) => each.kind === kind && isAt(objective, each.at, point.at)))
        .map(({ at }) => `${kind} (${at})`),
    );
    expect(missing).toEqual([]);
  });
});

/** Within the last digits of the domain's own numbers. */
function isAt({ domain }: Objective, a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, k) => Math.abs(value - b[k]) <= 1e-12 * (domain[k][1] - domain[k][0]));
}

describe('what is told of each point holds', () => {
  test.each(['himmelblau', 'goldstein-price', 'bird', 'holder-table'])('%s', (name) => {
    const { formula, parameters } = objectives.find((each) => each.name === name) as Objective;
    const jet = jetOf(formula, parameters);
    for (const { kind, at, value, eigenvalues, eigenvectors } of findCriticalPoints(resolveObjective(name)).points) {
      if (kind === 'kink') continue;
      const found = jet(at);
      expect(value).toBe(found.value);
      const size = Math.max(...eigenvalues.map(Math.abs));
      expect(Math.hypot(...found.gradient), `gradient at (${at})`).toBeLessThan(1e-11 * size * (1 + Math.hypot(...at)));
      for (const [i, vector] of eigenvectors.entries()) {
        const image = found.hessian.map((row) => row.reduce((sum, entry, k) => sum + entry * vector[k], 0));
        const apart = image.map((entry, k) => entry - eigenvalues[i] * vector[k]);
        expect(Math.hypot(...apart), `eigenvector ${i} at (${at})`).toBeLessThan(1e-13 * size);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 13);
      }
      const signs = new Set(eigenvalues.map(Math.sign));
      expect(kind).toBe(signs.size > 1 ? 'saddle' : signs.has(1) ? 'minimum' : 'maximum');
    }
  });
});

test('where a parameter of Schwefel’s function is 0 it is no smoother than |x|^1.5: a kink at each extremum of the others', () => {
  const profile = 'x*sin(sqrt(abs(x)))';
  const compiled = compileObjective(profile, ['x']);
  const extrema = findCriticalPoints({ domain: [[-500, 500]], compiled }).points;
  expect(extrema).toHaveLength(15);
  const places = extrema.map(({ at: [x] }) => x);
  const expected = [...places.map((x) => [x, 0]), ...places.filter((x) => x !== 0).map((y) => [0, y])];
  const kinks = findCriticalPoints(resolveObjective('schwefel')).points.filter(({ kind }) => kind === 'kink');
  const missing = expected.filter((at) => !kinks.some((kink) => at.every((v, k) => Math.abs(v - kink.at[k]) < 1e-9)));
  expect({ kinks: kinks.length, missing }).toEqual({ kinks: 29, missing: [] });
});

test('all of the eggholder’s 295 smooth points, one of which few runs come by, and the kink where its two folds cross', () => {
  const { points, complete } = findCriticalPoints(resolveObjective('eggholder'));
  expect(counts({ points } as CriticalPoints)).toEqual([75, 148, 72, 0, 1]);
  expect(complete).toBe(true);
  const [kink] = points.slice(-1);
  expect(Math.hypot(kink.at[0], kink.at[1] + 47)).toBeLessThan(1e-9);
});

test('tips and folds are no critical points, and kinks where the gradient vanishes have no eigenvalues', () => {
  expect(counts(findCriticalPoints(resolveObjective('bukin-6')))).toEqual([0, 0, 0, 0, 0]);
  expect(counts(findCriticalPoints(resolveObjective('cross-in-tray')))).toEqual([36, 0, 0, 0, 0]);
  // −|sin x·cos y|·…: where both factors are 0, the gradient is 0 from all sides, and the Hessian is not there.
  const table = findCriticalPoints(resolveObjective('holder-table'));
  expect(counts(table)).toEqual([42, 0, 0, 0, 42]);
  for (const { at, shape, eigenvalues } of table.points.slice(42)) {
    expect([shape, eigenvalues], `at (${at})`).toEqual(['maximum', []]);
    expect(Math.sin(at[0]) * Math.cos(at[1])).toBeCloseTo(0, 12);
  }
});

test('the rings of the drop wave: 14 circles in its square, one entry each', () => {
  const { points, notIsolated, complete } = findCriticalPoints(resolveObjective('drop-wave'));
  // There the formula takes a root of 0, and its Hessian is 0; the surface’s is 72.5 times the unit matrix.
  expect(points).toMatchObject([{ kind: 'minimum', at: [0, 0], differences: true }]);
  for (const value of points[0].eigenvalues) expect(value).toBeCloseTo(72.5, 5);
  expect(complete).toBe(true);
  expect(notIsolated).toHaveLength(14);
  const radii = notIsolated.map(({ sample }) => sample.map((at) => Math.hypot(...at)));
  const crests = radii.filter((all) => all.every((r) => Math.abs(Math.cos(12 * r) + 1) < 1e-9));
  // All crests have the value 0, wherever they lie.
  expect(crests).toHaveLength(1);
  for (const all of radii) {
    if (all !== crests[0]) for (const r of all) expect(r).toBeCloseTo(all[0], 7);
  }
});
