import { describe, expect, test } from 'vitest';
import { findCriticalPoints } from '../../../src/analysis/critical/search.ts';
import { compileObjective } from '../../../src/formula/index.ts';
import { criticalPointsOf, lines } from '../../support/critical.ts';

const HIMMELBLAU = '(x^2 + y - 11)^2 + (x + y^2 - 7)^2';
const himmelblau = lines(criticalPointsOf(HIMMELBLAU), 5);

describe('a wide domain has the points of a narrow one, and no others', () => {
  test.each([1e4, 1e7, 1e9, 1e12])('to %f on either side', (wide) => {
    const found = (formula: string) => criticalPointsOf(formula, ['x', 'y'], [-wide, wide]);
    expect(lines(found(HIMMELBLAU), 5)).toEqual(himmelblau);
    expect(lines(found('x^4 - x^2 + y^2'))).toEqual(['minimum -0.707107 0', 'minimum 0.707107 0', 'saddle 0 0']);
    expect(lines(found('(1 - x)^2 + 100*(y - x^2)^2'))).toEqual(['minimum 1 1']);
    expect(lines(found('x^3 - 3*x*y^2'))).toEqual(['degenerate 0 0']);
    const ring = found('(x^2 + y^2 - 1)^2');
    expect(lines(ring)).toEqual(['maximum 0 0']);
    expect(ring.notIsolated).toHaveLength(1);
    for (const at of ring.notIsolated[0].sample) expect(Math.hypot(...at)).toBeCloseTo(1, 9);
  });

  test('in one parameter alone', () => {
    const compiled = compileObjective('(x - 1)^2 + y^2 + cos(1e4*y)', ['x', 'y']);
    const domain = [[-1e9, 1e9] as const, [-1e-4, 1e-4] as const];
    expect(lines(findCriticalPoints({ domain, compiled }), 7)).toEqual(['saddle 1 0']);
  });

  test('with 0 beside its middle', () => {
    const wide: readonly [number, number][] = [
      [-3e6, 1e8],
      [-1e8, 2e7],
    ];
    const compiled = compileObjective(HIMMELBLAU, ['x', 'y']);
    expect(lines(findCriticalPoints({ domain: wide, compiled }), 5)).toEqual(himmelblau);
  });
});

describe('a domain far from 0, or a small one, as any other', () => {
  test.each([1e4, 1e8])('%f away', (away) => {
    const moved = criticalPointsOf(`x = u - ${away}; y = v - ${away}; ${HIMMELBLAU}`, ['u', 'v'], [away - 5, away + 5]);
    const back = moved.points.map(({ kind, at }) => `${kind} ${at.map((each) => (each - away).toFixed(3)).join(' ')}`);
    const expected = himmelblau.map((line) => {
      const [kind, ...at] = line.split(' ');
      return `${kind} ${at.map((each) => Number(each).toFixed(3)).join(' ')}`;
    });
    expect(back.sort()).toEqual(expected.sort());
  });

  test('a billionth wide', () => {
    const domain = [[1 - 1e-9, 1 + 1e-9] as const, [-1e-9, 1e-9] as const];
    const compiled = compileObjective('(x - 1)^2 + y^2', ['x', 'y']);
    expect(findCriticalPoints({ domain, compiled }).points).toMatchObject([{ kind: 'minimum', at: [1, 0] }]);
  });
});

test('a period that is tiny beside the domain: points that are there, and about how many there are not told', () => {
  const found = criticalPointsOf('sin(x)', ['x'], [-1e7, 1e7]);
  expect(found).toMatchObject({ complete: false, notIsolated: [] });
  const off = found.points.filter(({ at: [x] }) => Math.abs(Math.cos(x)) > 1e-8);
  expect(off).toEqual([]);
});
