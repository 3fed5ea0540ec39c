import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { objectives } from '../../../src/catalogue/index.ts';
import { compileObjective, Graph, interpret, lower, printNodes, toLatex } from '../../../src/formula/index.ts';
import { coefficientOf } from '../../../src/formula/rational.ts';

/** The gradient of a formula as it is printed. */
function gradientOf(formula: string, parameters: readonly string[], digits = 17) {
  const { gradient } = compileObjective(formula, parameters);
  return printNodes(gradient, parameters, digits);
}

describe('a gradient is printed', () => {
  test.each([
    ['x^2 + 10*y^2', ['2*x', '20*y']],
    ['x^6/6 - x*y', ['x^5 - y', '-x']],
    ['cos(2*pi*x)', ['-2*pi*sin(2*pi*x)', '0']],
    ['1/(1 + x^2)', ['-2*x/(x^2 + 1)^2', '0']],
    ['x*y^2/3', ['y^2/3', '2*x*y/3']],
    ['exp(-x)*y', ['-y*exp(-x)', 'exp(-x)']],
    ['if(x < 0, x, 2*x)', ['if(x < 0, 1, 0) + if(x < 0, 0, 2)', '0']],
  ])('of %s', (formula, expected) => {
    const { definitions, outputs } = gradientOf(formula, ['x', 'y']);
    expect(definitions).toEqual([]);
    expect(outputs).toEqual(expected);
  });

  test('what occurs several times has a name, which is none of the parameters', () => {
    const { definitions, outputs } = gradientOf('(a*y^2 - a + 2)^2', ['a', 'y']);
    expect(definitions).toEqual([{ name: 'b', text: 'a*y^2 - a + 2' }]);
    expect(outputs).toEqual(['2*y^2*b - 2*b', '4*a*y*b']);
  });
});

describe('a number is written', () => {
  test.each([
    [0.25, '0.25', '1', 0],
    [1 / 3, '1', '3', 0],
    [2 * Math.PI, '2', '1', 1],
    [Math.PI / 180, '1', '180', 1],
    [3 / Math.PI, '3', '1', -1],
    [0.123456789, '0.123457', '1', 0],
  ])('%d', (value, over, under, pi) => expect(coefficientOf(value, 6)).toEqual({ over, under, pi }));
});

test.each(objectives.map((each) => [each.name, each] as const))('what is printed of %s is its gradient', (_, each) => {
  const { formula, parameters, domain, data = {} } = each;
  const { graph, inputs, gradient } = compileObjective(formula, parameters, data);
  const { definitions, outputs } = printNodes(gradient, [...parameters, ...Object.keys(data)], 17);
  const again = new Graph(data);
  const read = parameters.map((name) => again.input(name));
  const names = new Map([...read.map((node, i) => [parameters[i], node] as const)]);
  for (const column of Object.keys(data)) names.set(column, again.column(column) as never);
  for (const text of [...outputs, ...definitions.map((each) => each.text)]) {
    expect(katex.renderToString(toLatex(text), { throwOnError: true, strict: 'error' })).toContain('katex');
  }
  const head = definitions.map(({ name, text }) => `${name} = ${text}; `).join('');
  const printed = outputs.map((text) => lower(again, head + text, { names, subject: '' }).value as never);
  const [expected, got] = [interpret(graph, gradient, inputs), interpret(again, printed, read)];
  for (let k = 0; k < 40; k++) {
    const point = domain.map(
      ([low, high], i) => low + (high - low) * (((k + 1) * (i === 0 ? 0.618034 : 0.754878)) % 1),
    );
    const [want, found] = [[...expected.run(point)], [...got.run(point)]];
    const size = Math.max(1e-9, ...want.map(Math.abs).filter(Number.isFinite));
    want.forEach((value, i) => {
      const near = Object.is(value, found[i]) || Math.abs(value - found[i]) <= 1e-9 * size;
      expect(near, `∂/∂${parameters[i]} at ${point}: got ${found[i]}, expected ${value}`).toBe(true);
    });
  }
});
