import { describe, expect, test } from 'vitest';
import { criticalPointsOf } from '../../support/critical.ts';

const NARROW = 'sin(x^2 - y^2)^2 - 0.001*(x^2 + y^2)';

describe('a search that does not find all says so, and why', () => {
  test.each<[string, string, number]>([
    // Thousands of points lie on the axes, in valleys along hyperbolas.
    ['narrow valleys', NARROW, 0.5],
    ['narrow valleys in a half of the domain', `if(x < 0, (x + 30)^2 + y^2, ${NARROW})`, 0.2],
  ])('%s: runs come to no end', (_, formula, least) => {
    const found = criticalPointsOf(formula, ['x', 'y'], [-60, 60]);
    expect(found.complete).toBe(false);
    expect(found.unfinished).toBeGreaterThan(least);
    expect(found.estimated).toBeNull();
  });

  test('more points than can be told: about how many there are', () => {
    const found = criticalPointsOf('sin(30*x)*sin(30*y)');
    expect(found).toMatchObject({ complete: false, unfinished: 0, unresolved: 0 });
    expect(found.points.length).toBeGreaterThan(3000);
    // 95 zeros of the sine and 96 of the cosine along each side.
    const truth = 95 ** 2 + 96 ** 2;
    expect(found.estimated).toBeGreaterThan(0.75 * truth);
    expect(found.estimated).toBeLessThan(1.25 * truth);
  });

  test('numbers too far from 0 for their digits', () => {
    for (const [formula, at] of [
      ['(x - 1e12)^2', 1e12],
      ['sin(1e6*x)', 1e11],
    ] as const) {
      const found = criticalPointsOf(formula, ['x'], [at - 5, at + 5]);
      expect(found, formula).toMatchObject({ complete: false, points: [], notIsolated: [] });
      expect(found.unresolved, formula).toBeGreaterThan(0.9);
    }
  });
});

test.each<[string, string, number]>([
  // Runs along the valley come to their end late.
  ['a crescent', '(x^2 + y^2 - 1)^2 + 0.1*(1 + y)', 3],
  ['a gradient that is least, but not 0', 'x^3 + 1e-3*x + y^2', 0],
  ['the higher of two bowls', 'max((x - 1)^2, (x + 1)^2) + y^2', 0],
])('%s: a search that finds all says so, and from how many starts', (_, formula, count) => {
  const found = criticalPointsOf(formula);
  expect(found.points).toHaveLength(count);
  expect(found).toMatchObject({ complete: true, unresolved: 0, estimated: null });
  expect(found.unfinished).toBeLessThanOrEqual(0.01);
  expect([found.starts, found.last]).toEqual([2048, 1024]);
});

test.each(['relu(sin(y)) + 0*x', 'min(sin(x), relu(0.5)) + 0*y'])(
  '%s: runs that rest on a plateau from beside its edge do not hide that all is found',
  (formula) => {
    const found = criticalPointsOf(formula);
    expect(found).toMatchObject({ complete: true, unresolved: 0 });
    expect(found.notIsolated.length).toBeGreaterThan(0);
  },
);

test.each<[string, string, 'minimum' | 'maximum', [number, number]]>([
  ['a hill', 'exp(-100*(x^2 + y^2))', 'maximum', [0, 0]],
  ['a dent elsewhere', '1 - exp(-300*(x - 1)^2 - 100*(y + 2)^2)', 'minimum', [1, -2]],
  ['a hill that no start lies on', 'exp(-1e3*(x - 1)^2 - 1e3*(y - 2)^2)', 'maximum', [1, 2]],
])(
  '%s on a plain is found from where the plain is faintly inclined; that there may be more is said',
  (_, formula, kind, at) => {
    const found = criticalPointsOf(formula);
    expect(found.points.map((point) => point.kind)).toEqual([kind]);
    expect(Math.hypot(...found.points[0].at.map((value, k) => value - at[k]))).toBeLessThan(1e-8);
    expect(found).toMatchObject({ complete: false, level: true });
  },
);

test('a hill so narrow that all starts are level is not seen, and that is said', () => {
  const found = criticalPointsOf('exp(-1e9*(x - 1)^2 - 1e9*(y - 2)^2)');
  expect(found).toMatchObject({ points: [], complete: false, level: true });
});
