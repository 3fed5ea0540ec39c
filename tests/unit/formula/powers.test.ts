import { describe, expect, test } from 'vitest';
import { compileObjective, reachable } from '../../../src/formula/index.ts';
import { jetOf } from '../../support/evaluate.ts';

const close = (got: number, expected: number) =>
  expect(Math.abs(got - expected), `got ${got}, expected ${expected}`).toBeLessThanOrEqual(1e-13 * Math.abs(expected));

describe('integer powers have every base', () => {
  test.each([-7, -3, -2, -1, 0, 1, 2, 3, 5, 8, 20, 64])('x^%s', (n) => {
    const jet = jetOf(`x^${n < 0 ? `(${n})` : n}`);
    for (const x of [-1.3, -0.4, 0.7, 2]) {
      const { value, gradient, hessian } = jet([x, 0]);
      close(value, x ** n);
      close(gradient[0], n === 0 ? 0 : n * x ** (n - 1));
      close(hessian[0][0], n * (n - 1) === 0 ? 0 : n * (n - 1) * x ** (n - 2));
    }
  });

  test('positive ones have 0 as well', () => {
    expect(jetOf('x^3 + x^2 + x')([0, 0])).toMatchObject({ value: 0, gradient: [1, 0] });
  });

  test.each([
    [10, 4],
    [20, 5],
    [64, 6],
  ])('x^%s takes %s products', (n, products) => {
    const { loss } = compileObjective(`x^${n}`, ['x']);
    expect(reachable([loss]).filter((node) => node.kind === 'apply').length).toBe(products);
  });
});

describe('other powers', () => {
  test.each([
    ['x^0.5', 2.3, Math.sqrt(2.3)],
    ['x^(1/2)', 2.3, Math.sqrt(2.3)],
    ['x^1.7', 2.3, 2.3 ** 1.7],
    ['x^-0.3', 2.3, 2.3 ** -0.3],
    ['2^x', -1.5, 2 ** -1.5],
    ['e^x', -1.5, Math.exp(-1.5)],
    ['exp(x)^x', 1.2, Math.exp(1.2) ** 1.2],
    ['-x^2', 3, -9],
    ['2^-x', 2, 0.25],
    ['2^x^2', 2, 16],
    ['(2^x)^2', 1.5, 8],
  ])('%s', (formula, x, expected) => {
    close(jetOf(formula)([x, 0]).value, expected);
  });

  test.each([
    ['x^y', 1],
    ['x^1.5', 1],
    ['x + y^x', 1],
    ['2^x + exp(x)^y + x^2 + x^0.5', 0],
  ])('%s carries %i warnings about its base', (formula, count) => {
    const { notes } = compileObjective(formula, ['x', 'y']);
    expect(notes.map((note) => note.message.includes('above 0'))).toEqual(Array(count).fill(true));
  });
});
