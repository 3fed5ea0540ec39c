import { describe, expect, test } from 'vitest';
import { jetOf } from '../../support/evaluate.ts';

/** Formulas at points where derivatives are one-sided or do not exist: what a trajectory meets there must be finite. */
const KINKS = [
  ['abs(x)', [0, 0], [0, 0]],
  ['relu(x)', [0, 0], [0, 0]],
  ['relu(x) + relu(-x)', [0, 0], [0, 0]],
  ['max(x, y)', [1, 1], [1, 0]],
  ['min(x, y)', [1, 1], [1, 0]],
  ['max(x, y, 3)', [1, 2], [0, 0]],
  ['sqrt(x^2 + y^2)', [0, 0], [0, 0]],
  ['sqrt(x)', [0, 0], [0, 0]],
  ['sqrt(sqrt(x^2))', [0, 0], [0, 0]],
  ['sign(x)*x', [0, 0], [0, 0]],
  ['floor(x)*y', [2, 3], [0, 2]],
  ['if(x < 0, -x, x^2)', [0, 0], [0, 0]],
  ['if(x <= 0, -x, x^2)', [0, 0], [-1, 0]],
  ['if(x == 0, 3*y, x)', [0, 1], [0, 3]],
  ['if(x, 2*y, y)', [0, 1], [0, 1]],
  // The branch that is not taken has no value: 0 · infinity must not come from it.
  ['if(x > 0, log(x), 0)', [0, 0], [0, 0]],
  ['if(x > 0, x*log(x), -x)', [-1, 0], [-1, 0]],
  ['if(x > 0, y/x, y)', [0, 1], [0, 1]],
  ['if(x > 0, sqrt(x)*sqrt(y), x*y)', [-1, -2], [-2, -1]],
  ['softplus(if(x > 0, sqrt(x)*sqrt(y), 0))', [-1, -2], [0, 0]],
  ['if(x > 0, y*log(x) + x*log(x), y^2)', [-1, 3], [0, 6]],
  ['min(x, y/x)', [0, 1], [1, 0]],
  ['max(x^-2, 1)', [2, 0], [0, 0]],
] as const;

describe('kinks', () => {
  test.each(KINKS)('%s at (%s)', (formula, at, slope) => {
    const { value, gradient, hessian } = jetOf(formula)(at);
    expect(gradient.map((each) => each + 0)).toEqual(slope);
    expect([value, ...hessian.flat()].every(Number.isFinite), `value ${value}, Hessian ${hessian}`).toBe(true);
  });
});

describe('conditions', () => {
  const CASES = [[-1, 2], [1, 2], [1, 1], [2, 1], [0, 0]] as const; // biome-ignore format: a table
  const TABLE: readonly (readonly [string, (x: number, y: number) => boolean])[] = [
    ['x < y', (x, y) => x < y],
    ['x <= y', (x, y) => x <= y],
    ['x > y', (x, y) => x > y],
    ['x >= y', (x, y) => x >= y],
    ['x == y', (x, y) => x === y],
    ['x != y', (x, y) => x !== y],
    ['x < y and y < 2', (x, y) => x < y && y < 2],
    ['x < y or y < 2', (x, y) => x < y || y < 2],
    ['not (x < y)', (x, y) => !(x < y)],
    ['not x < y', (x, y) => Number(!x) < y],
    ['x and y', (x, y) => x !== 0 && y !== 0],
    ['not x or y > 1', (x, y) => x === 0 || y > 1],
  ];

  test.each(TABLE)('%s', (condition, expected) => {
    const chosen = jetOf(`if(${condition}, 1, 0)`);
    const counted = jetOf(`0 + (${condition})`);
    for (const [x, y] of CASES) {
      expect(chosen([x, y]).value, `if at (${x}, ${y})`).toBe(Number(expected(x, y)));
      expect(counted([x, y]).value, `as a number at (${x}, ${y})`).toBe(Number(expected(x, y)));
    }
  });
});
