import { describe, expect, test } from 'vitest';
import { findCriticalPoints } from '../../../src/analysis/critical/search.ts';
import { resolveObjective } from '../../../src/experiment/index.ts';
import { compileObjective } from '../../../src/formula/index.ts';
import { criticalPointsOf } from '../../support/critical.ts';
import { jetOf } from '../../support/evaluate.ts';

const PI = Math.PI;
const tipsOf = (formula: string, parameters?: readonly string[], interval?: readonly [number, number]) =>
  criticalPointsOf(formula, parameters, interval).tips;
const told = (tips: ReturnType<typeof tipsOf>) =>
  tips.map(({ shape, at }) => `${shape} ${at.map((value) => Number(value.toFixed(6)) + 0).join(' ')}`).sort();
const minima = (...places: string[]) => places.map((place) => `minimum ${place}`).sort();

describe('extrema at which the gradient jumps are found', () => {
  test.each<[string, string, string[]]>([
    ['two folds across', 'abs(x) + abs(y)', minima('0 0')],
    ['two slanted folds', 'abs(x - 1) + 2*abs(y + x - 3)', minima('1 2')],
    ['a cone', 'sqrt(x^2 + y^2)', minima('0 0')],
    ['a cone upside down, beside the middle', '-sqrt((x - 1)^2 + 3*(y + 2)^2)', ['maximum 1 -2']],
    ['a pyramid', 'max(abs(x - 1), abs(y - 2))', minima('1 2')],
    ['three planes', 'max(max(x + y, x - y), -2*x)', minima('0 0')],
    ['the higher of two bowls', 'max((x - 1)^2, (x + 1)^2) + y^2', minima('0 0')],
    ['the lower of two slopes', 'min(x, -x) - y^2', ['maximum 0 0']],
    ['a hinge and a slope', 'relu(2*x) - x + y^2', minima('0 0')],
    ['a fold across a bowl', 'abs(x + 2*y) + x^2', minima('0 0')],
    ['along a fold, two valleys', 'abs(x) + (y - 0.3)^2*(y + 1)^2', minima('0 0.3', '0 -1')],
    ['as steep as a root', 'sqrt(abs(x - y^2)) + (y - 1)^2', minima('1 1')],
    [
      'folds in a lattice',
      'abs(sin(x)) + abs(sin(y))',
      minima(
        ...[-PI, 0, PI].flatMap((x) => [-PI, 0, PI].map((y) => `${Number(x.toFixed(6))} ${Number(y.toFixed(6))}`)),
      ),
    ],
  ])('%s', (_, formula, expected) => {
    const found = criticalPointsOf(formula);
    expect(told(found.tips)).toEqual(expected);
    expect(found.jumps).toBe(true);
    const jet = jetOf(formula, ['x', 'y']);
    for (const { value, at } of found.tips) expect(value, `at (${at})`).toBe(jet(at).value);
  });

  test('with one parameter, and with three', () => {
    expect(told(tipsOf('abs(x^2 - 4) - x', ['x']))).toEqual(minima('-2', '2'));
    expect(told(tipsOf('abs(x) + abs(y - 1) + abs(z + 2)', ['x', 'y', 'z']))).toEqual(minima('0 1 -2'));
    expect(told(tipsOf('abs(x) + y^2 + (z - 1)^2', ['x', 'y', 'z']))).toEqual(minima('0 0 1'));
  });

  test('of the rows of a table: the line of the least absolute differences', () => {
    const table = { X: [0, 1, 2, 3, 4], Y: [1, 3, 5, 7, 30] };
    const compiled = compileObjective('mean(abs(a*X + b - Y))', ['a', 'b'], table);
    const { tips } = findCriticalPoints({
      domain: [
        [-10, 10],
        [-10, 10],
      ],
      compiled,
    });
    expect(told(tips)).toEqual(minima('2 1'));
    expect(tips[0].value).toBeCloseTo(21 / 5, 9);
  });

  test('of the catalogue', () => {
    expect(told(findCriticalPoints(resolveObjective('ackley')).tips)).toEqual(minima('0 0'));
    expect(told(findCriticalPoints(resolveObjective('bukin-6')).tips)).toEqual(minima('-10 1'));
  });
});

describe('and nothing else is told to be one', () => {
  test.each<[string, string, boolean]>([
    ['a bowl', 'x^2 + y^2', false],
    ['folds at which the gradient vanishes', 'abs(x)^1.5 + abs(y)*y^2', false],
    ['a root that is smooth', '1 - cos(sqrt(x^2 + y^2))', false],
    ['a fold beside the bottom', '(x - 1)^2 + y^2 + abs(x + 2)', true],
    ['a fold on a slope', '3*x + y + abs(x)', true],
    ['a fold that is level', 'abs(x + 2*y)', true],
    ['a level fold of changing height', 'abs(x)*(1 + y^2)', true],
    ['a ridge between two bowls', 'min((x - 2)^2 + y^2, (x + 2)^2 + y^2)', true],
    ['an edge that is a minimum one way, and a maximum the other', 'abs(x) - y^2', true],
  ])('%s', (_, formula, jumps) => {
    expect(criticalPointsOf(formula)).toMatchObject({ tips: [], jumps });
  });

  test.each(['schwefel', 'drop-wave', 'himmelblau', 'rastrigin'])('%s', (name) => {
    expect(findCriticalPoints(resolveObjective(name))).toMatchObject({ tips: [], jumps: false });
  });

  test.each(['holder-table', 'cross-in-tray'])('%s, whose folds are level', (name) => {
    expect(findCriticalPoints(resolveObjective(name))).toMatchObject({ tips: [], jumps: true });
  });
});
