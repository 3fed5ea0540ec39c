import { describe, expect, test } from 'vitest';
import { FormulaError } from '../../../src/formula/index.ts';
import { disagreement, slopes } from '../../support/differences.ts';
import { finiteWay, type Jet, jetOf } from '../../support/evaluate.ts';
import { randomNumbers } from '../../support/random.ts';
import { randomFormula } from '../../support/random-formulas.ts';

const COUNT = 3000;

/** What JavaScript does not know by these names. */
const NAMES = {
  ...Object.fromEntries(
    (['sqrt', 'exp', 'log', 'sin', 'cos', 'tan', 'tanh', 'atan', 'abs', 'sign', 'floor', 'min', 'max'] as const).map(
      (name) => [name, Math[name]],
    ),
  ),
  pi: Math.PI,
  e: Math.E,
  choose: (c: unknown, a: number, b: number) => (c ? a : b),
  relu: (a: number) => Math.max(a, 0),
  sigmoid: (a: number) => 1 / (1 + Math.exp(-a)),
  softplus: (a: number) => Math.log1p(Math.exp(-Math.abs(a))) + Math.max(a, 0),
};

/** Formulas that have a compiled form, with two points each; those that are refused because of a constant part are few. */
const formulas = Array.from({ length: COUNT }, (_, seed) => {
  const random = randomNumbers(seed);
  const text = randomFormula(random);
  const points = [0, 1].map(() => [0, 1].map(() => Math.round((4 * random() - 2) * 1000) / 1000 + 1e-4));
  return { seed, text, points };
}).flatMap((each) => {
  try {
    return { ...each, jet: jetOf(each.text) };
  } catch (error) {
    if (error instanceof FormulaError) return [];
    throw new Error(`seed ${each.seed}, ${each.text}`, { cause: error });
  }
});

describe(`${COUNT} random formulas`, () => {
  test('almost all compile', () => {
    expect(formulas.length).toBeGreaterThan(0.9 * COUNT);
  });

  test('values are those of the same text as JavaScript', () => {
    let compared = 0;
    const failures = formulas.flatMap(({ seed, text, points, jet }) => {
      const evaluate = asJavaScript(text);
      return points.flatMap((at) => {
        const expected = evaluate(at);
        // What the last bits of x and y are worth: a formula may magnify rounding.
        const noise = Math.max(
          ...[1e-14, -1e-14].map((bit) => Math.abs(evaluate(at.map((value) => value * (1 + bit))) - expected)),
        );
        if (!Number.isFinite(expected) || !(noise < 1e-6 * (1 + Math.abs(expected)))) return [];
        compared++;
        const got = jet(at).value;
        const right = Math.abs(got - expected) <= 1e-12 * (1 + Math.abs(expected)) + 100 * noise;
        return right ? [] : `seed ${seed}, ${text} at (${at}): got ${got}, expected ${expected}`;
      });
    });
    expect(failures).toEqual([]);
    expect(compared).toBeGreaterThan(1.3 * COUNT);
  });

  test('gradients and Hessians are those of central differences', () => {
    const count = { gradient: 0, hessian: 0 };
    const failures = formulas.flatMap(({ seed, text, points, jet }) =>
      points.flatMap((at) => {
        const { gradient, hessian } = jet(at);
        // floor hides its steps from differences where its argument is large.
        if (text.includes('floor')) return [];
        const check = (what: keyof typeof count, got: readonly number[], of: (jet: Jet) => number) =>
          slopes((point) => valued(jet(point), of), at, [1e-3, 1e-3]).flatMap((difference, k) => {
            const wrong = disagreement(got[k], difference, 1e-6);
            if (wrong !== undefined) count[what]++;
            return wrong ? `seed ${seed}, ${text} at (${at}): ${what} along ${'xy'[k]} ${wrong}` : [];
          });
        const wrong = [
          ...check('gradient', gradient, (jet) => jet.value),
          ...[0, 1].flatMap((i) => check('hessian', hessian[i], (jet) => jet.gradient[i])),
        ];
        // Infinity on the way to a value leads anywhere.
        return wrong.length === 0 || finiteWay(text)(at) ? wrong : [];
      }),
    );
    expect(failures.slice(0, 20)).toEqual([]);
    expect(count.gradient).toBeGreaterThan(2.4 * COUNT);
    expect(count.hessian).toBeGreaterThan(4.6 * COUNT);
  });
});

/** A derivative; none where the formula itself has no value. */
function valued(jet: Jet, of: (jet: Jet) => number): number {
  return Number.isFinite(jet.value) ? of(jet) : Number.NaN;
}

/** A random formula as a function of JavaScript, which has the same operators in the same order but for a sign before a power. */
function asJavaScript(text: string): (at: readonly number[]) => number {
  const statements = text
    .replaceAll('^', '**')
    .replaceAll('(-', '(-1 * ')
    .replaceAll(' and ', ' && ')
    .replaceAll(' or ', ' || ')
    .replaceAll('not (', '!(')
    .replaceAll('if(', 'choose(')
    .split('; ');
  const value = statements.pop();
  const body = `${statements.map((statement) => `const ${statement};`).join(' ')} return ${value};`;
  const compiled = new Function('x', 'y', ...Object.keys(NAMES), body);
  return ([x, y]) => Number(compiled(x, y, ...Object.values(NAMES)));
}
