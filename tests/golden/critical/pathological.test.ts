import { describe, expect, test } from 'vitest';
import { criticalPointsOf, lines } from '../../support/critical.ts';

describe('degenerate points are told as such, and found once', () => {
  test.each<[string, string[], string[]]>([
    ['monkey saddle', ['x^3 - 3*x*y^2'], ['degenerate 0 0']],
    ['flat bottom', ['x^4 + y^4'], ['degenerate 0 0']],
    ['flat along one direction, not along a parameter', ['(x + y)^2 + (x - y - 1)^4'], ['degenerate 0.5 -0.5']],
    ['cusp of a fold', ['x^3 + y^2'], ['degenerate 0 0']],
    // Multiplied out: near 1 the derivative is rounding errors alone.
    ['a fourfold zero, multiplied out', ['x^4 - 4*x^3 + 6*x^2 - 4*x + 1', 'x'], ['degenerate 1']],
    ['inflection', ['x^3', 'x'], ['degenerate 0']],
    ['a tilted inflection is none', ['x^3 + 1e-3*x', 'x'], []],
    ['two points as near as 2e-3', ['x^3 - 3e-6*x', 'x'], ['minimum 0.001', 'maximum -0.001']],
  ])('%s', (_, [formula, ...parameters], expected) => {
    const found = criticalPointsOf(formula, parameters.length > 0 ? parameters : ['x', 'y']);
    expect(lines(found, 4)).toEqual(expected);
    expect(found).toMatchObject({ notIsolated: [], complete: true });
  });

  test.each([4, 9, 16, 17, 30, 100])(
    'a power of %i, to which each of Newton’s steps leads only a little nearer',
    (power) => {
      for (const at of [0, 1]) {
        const line = criticalPointsOf(`(x - ${at})^${power}`, ['x']);
        expect(lines(line), `(x - ${at})^${power}`).toEqual([`degenerate ${at}`]);
        expect(line).toMatchObject({ notIsolated: [], complete: true });
        const plane = criticalPointsOf(`(x - ${at})^${power} + y^2`);
        expect(lines(plane), `(x - ${at})^${power} + y^2`).toEqual([`degenerate ${at} 0`]);
        expect(plane).toMatchObject({ notIsolated: [], complete: true });
      }
    },
  );

  test.each([1e-8, 1e8])('curvatures %f and 1 are no degeneration', (curvature) => {
    expect(lines(criticalPointsOf(`${curvature}*(x - 1)^2 + (y + 2)^2`))).toEqual(['minimum 1 -2']);
  });
});

describe('points that are not isolated', () => {
  test.each<[string, string, string[], number[]]>([
    ['a valley along a parameter', '(x - 1)^2 + 0*y', [], [0]],
    ['a valley across the parameters', '(x - 2*y)^2', [], [0]],
    ['a circle around a hill', '(x^2 + y^2 - 1)^2', ['maximum 0 0'], [0]],
    ['a cross', 'x^2*y^2', [], [0]],
    // What a ring encloses is small beside the domain.
    ['a small ring', '(x^2 + y^2 - 1e-4)^2', ['maximum 0 0'], [0]],
    ['a plateau beside a slope', 'relu(x)^2 + y^2', [], [0]],
    ['steps', 'floor(x/4) + y^2', [], [-2, -1, 0, 1]],
    ['a plain', '7 + 0*x + 0*y', [], [7]],
    // Beyond 27 from the hole, float64 holds nothing but 0.
    ['a plain around a hole', '-exp(-10*(x^2 + y^2)^2)', ['degenerate 0 0'], [0]],
  ])('%s', (_, formula, points, values) => {
    const found = criticalPointsOf(formula);
    expect(lines(found)).toEqual(points);
    expect(found.notIsolated.map(({ value }) => Number(value.toFixed(9)) + 0)).toEqual(values);
    expect(found.complete).toBe(true);
  });

  test('thousands of narrow rings are two sets, one for each value, and no points', () => {
    const found = criticalPointsOf('sin(x^2 + y^2)^2', ['x', 'y'], [-60, 60]);
    expect(lines(found)).toEqual(['degenerate 0 0']);
    expect(found.notIsolated.map(({ value }) => Number(value.toFixed(9)))).toEqual([0, 1]);
    expect(found).toMatchObject({ complete: true, unresolved: 0 });
  });

  test('a set has a sample of its points, spread over it', () => {
    const [{ sample }] = criticalPointsOf('(x^2 + y^2 - 1)^2').notIsolated;
    for (const at of sample) expect(Math.hypot(...at)).toBeCloseTo(1, 9);
    const quadrants = new Set(sample.map(([x, y]) => `${x > 0} ${y > 0}`));
    expect(quadrants.size).toBe(4);
    expect(sample.length).toBeLessThan(100);
  });
});

describe('where the formula has no second derivatives', () => {
  test.each<[string, string, number[]]>([
    ['a cosine of the radius', '1 - cos(sqrt(x^2 + y^2))', [1, 1]],
    ['a drop', 'r = sqrt(x^2 + y^2); -(1 + cos(12*r))/(r^2/2 + 2)', [72.5, 72.5]],
    ['an uneven power', 'r = sqrt(x^2 + 4*y^2); r^2 + r^3', [2, 8]],
    ['an absolute value squared', 'abs(x - y)^2 + abs(x)*abs(x)', [3 - Math.sqrt(5), 3 + Math.sqrt(5)]],
  ])('but the surface has: %s', (_, formula, expected) => {
    const found = criticalPointsOf(formula).points.find(({ at }) => Math.hypot(...at) < 1e-9);
    expect(found).toMatchObject({ kind: 'minimum', shape: null });
    for (const [i, value] of expected.entries()) expect(found?.eigenvalues[i]).toBeCloseTo(value, 4);
  });

  test.each<[string, string, 'minimum' | 'maximum' | 'neither']>([
    ['folds across each other', '-abs(x*y)', 'maximum'],
    ['the same under a root', 'sqrt(x^2*y^2)', 'minimum'],
    ['a bowl of two halves', 'if(x > 0, x^2, 3*x^2) + y^2', 'minimum'],
    ['the same in three dimensions', '(if(x > 0, x^2, 3*x^2) + y^2)*(1 + z^2) + z^2', 'minimum'],
    ['a bend to either side', 'x*abs(x) + y^2', 'neither'],
    // The formula’s Hessian is that of a bowl.
    ['a bowl with two ways down', 'x^2 + y^2 + 3*x*abs(y)', 'neither'],
    ['a bowl with none', 'x^2 + y^2 + x*abs(y)', 'minimum'],
    ['a root of fourth powers', 'sqrt(x^4 + y^4)', 'minimum'],
  ])('nor has the surface: %s', (_, formula, shape) => {
    const parameters = formula.includes('z') ? ['x', 'y', 'z'] : ['x', 'y'];
    const { points } = criticalPointsOf(formula, parameters);
    expect(points).toMatchObject([{ kind: 'kink', shape, eigenvalues: [], eigenvectors: [], differences: false }]);
    expect(Math.hypot(...points[0].at)).toBeLessThan(1e-9);
  });

  test.each([1.1, 1.5, 1.9])('a power of %f, about whose bottom Newton’s steps jump to and fro', (power) => {
    for (const at of [0, 1]) {
      for (const [formula, parameters, place] of [
        [`abs(x - ${at})^${power}`, ['x'], [at]],
        [`abs(x - ${at})^${power} + y^2`, ['x', 'y'], [at, 0]],
        [`-abs(x - ${at})^${power} - abs(y)^1.5`, ['x', 'y'], [at, 0]],
      ] as const) {
        const found = criticalPointsOf(formula, parameters);
        expect(lines(found, 9), formula).toEqual([`kink ${place.join(' ')}`]);
        expect(found.points[0].shape, formula).toBe(formula.startsWith('-') ? 'maximum' : 'minimum');
        expect(found, formula).toMatchObject({ notIsolated: [], complete: true });
      }
    }
  });

  test('a third derivative that jumps is no kink', () => {
    expect(lines(criticalPointsOf('x^2 + abs(y)*y^2 + 2*y^2'))).toEqual(['minimum 0 0']);
    expect(lines(criticalPointsOf('abs(x)^3 + y^2'))).toEqual(['degenerate 0 0']);
  });
});

describe('formulas that end somewhere, jump or leave all bounds', () => {
  test.each<[string, string, string[]]>([
    ['a cone', 'sqrt(x^2 + y^2)', []],
    ['folds', 'abs(x) + abs(y)', []],
    ['a fold across a bowl', 'abs(x) + y^2', []],
    ['a fold beside the bottom', '(x - 1)^2 + y^2 + abs(x + 2)', ['minimum 0.5 0']],
    ['the higher of two bowls', 'max((x - 1)^2, (x + 1)^2) + y^2', []],
    ['a pole', '1/(x^2 + y^2)', []],
    ['poles, a hill between', '1/(1 - x^2) + y^2', ['minimum 0 0']],
    ['no value below 0', 'x*log(x) + (y - 1)^2', ['minimum 0.367879 1']],
    ['a well in a half-plane', 'sqrt(x)*(x - 1)^2 + y^2', ['minimum 1 0', 'saddle 0.2 0']],
    ['a slope', '3*x - y', []],
    ['flattening out', 'tanh(x) + tanh(y)', []],
    ['rising beyond float64', 'exp(exp(x^2)) + y^2', ['minimum 0 0']],
    ['on the domain’s edge', '(x - 5)^2 + y^2', ['minimum 5 0']],
    ['beyond the edge', '(x - 5.001)^2 + y^2', []],
  ])('%s', (_, formula, expected) => {
    const found = criticalPointsOf(formula);
    expect(lines(found)).toEqual(expected);
    expect(found).toMatchObject({ notIsolated: [], complete: true });
  });

  test('no value anywhere', () => {
    const found = criticalPointsOf('log(-1 - x^2) + y');
    expect(found).toMatchObject({ points: [], notIsolated: [], valued: false, complete: false });
  });
});
