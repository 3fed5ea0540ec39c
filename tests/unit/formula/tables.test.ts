import { describe, expect, test } from 'vitest';
import { compileObjective, reachable } from '../../../src/formula/index.ts';
import { jetOf } from '../../support/evaluate.ts';
import { randomNumbers } from '../../support/random.ts';

const random = randomNumbers(7);
const X = Array.from({ length: 12 }, () => 4 * random() - 2);
const Y = X.map((x) => 1.5 * x - 0.3 + random());
const TABLE = { X, Y };
const total = (term: (x: number, y: number) => number) => X.reduce((sum, x, i) => sum + term(x, Y[i]), 0);

function near(got: readonly number[], expected: readonly number[]) {
  got.forEach((value, i) => {
    const size = 1 + Math.abs(expected[i]);
    expect(Math.abs(value - expected[i]), `[${i}] got ${value}, expected ${expected[i]}`).toBeLessThan(1e-12 * size);
  });
  expect(got.length).toBe(expected.length);
}

describe('sums over the rows of a table', () => {
  const [b, w] = [0.4, -1.1];
  const residual = (x: number, y: number) => b + w * x - y;

  test.each([
    ['sum', 1],
    ['mean', 1 / X.length],
  ])('regression by %s: value, gradient and Hessian are the closed form', (name, factor) => {
    const { value, gradient, hessian } = jetOf(`${name}((b + w*X - Y)^2)`, ['b', 'w'], TABLE)([b, w]);
    const scaled = (term: (x: number, y: number) => number) => factor * total(term);
    near([value], [scaled((x, y) => residual(x, y) ** 2)]);
    near(gradient, [scaled((x, y) => 2 * residual(x, y)), scaled((x, y) => 2 * x * residual(x, y))]);
    near(hessian.flat(), [scaled(() => 2), scaled((x) => 2 * x), scaled((x) => 2 * x), scaled((x) => 2 * x * x)]);
  });

  test('a neuron: gradient and Hessian are the closed form', () => {
    const { value, gradient, hessian } = jetOf('mean((w*tanh(b*X) - Y)^2)', ['b', 'w'], TABLE)([b, w]);
    const n = X.length;
    const [t, s] = [(x: number) => Math.tanh(b * x), (x: number) => 1 - Math.tanh(b * x) ** 2];
    const r = (x: number, y: number) => w * t(x) - y;
    near([value], [total((x, y) => r(x, y) ** 2) / n]);
    near(gradient, [total((x, y) => 2 * r(x, y) * w * s(x) * x) / n, total((x, y) => 2 * r(x, y) * t(x)) / n]);
    const mixed = total((x, y) => 2 * x * s(x) * (w * t(x) + r(x, y))) / n;
    const bending = total((x, y) => 2 * x * x * w * s(x) * (w * s(x) - 2 * r(x, y) * t(x))) / n;
    near(hessian.flat(), [bending, mixed, mixed, total((x) => 2 * t(x) ** 2) / n]);
  });

  test.each([
    ['sum(3)', 36],
    ['mean(w)', w],
    ['sum(X + w)', total((x) => x + w)],
    ['sum(w - X)', total((x) => w - x)],
    ['sum(-(X*w))', total((x) => -x * w)],
    ['sum(X/w)', total((x) => x / w)],
    ['sum(w/X)', total((x) => w / x)],
    ['mean(X > 0)', total((x) => Number(x > 0)) / 12],
    ['sum(if(X > b, w, 2*w))', total((x) => (x > b ? w : 2 * w))],
    ['m = mean(X); mean((X - m)^2)*w', (w * total((x) => (x - total((z) => z) / 12) ** 2)) / 12],
    ['sum(X*mean(Y*w))', (total((x) => x) * w * total((_, y) => y)) / 12],
    ['sum(max(X*w, Y))', total((x, y) => Math.max(x * w, y))],
    ['sum(X)^2 - 2*mean(Y)', total((x) => x) ** 2 - (2 * total((_, y) => y)) / 12],
  ])('%s', (formula, expected) => {
    near([jetOf(formula, ['b', 'w'], TABLE)([b, w]).value], [expected]);
  });

  test.each(['sum(X)*w', 'mean(3*X*w)', 'sum(X^2 + w)', 'mean(X*Y)/w'])(
    '%s needs no loop: what the data alone decides is computed once',
    (formula) => {
      const { loss, gradient } = compileObjective(formula, ['b', 'w'], TABLE);
      expect(reachable([loss, ...gradient]).filter((node) => node.kind === 'sum')).toEqual([]);
    },
  );
});
