import { describe, expect, test } from 'vitest';
import { objectives } from '../../../src/catalogue/index.ts';
import { compileObjective, emit, type Node, reachable } from '../../../src/formula/index.ts';

const lossOf = (formula: string) => compileObjective(formula, ['x', 'y']);
const operations = (outputs: readonly Node[]) => reachable(outputs).filter((node) => node.kind === 'apply').length;

describe('constants are folded', () => {
  test.each([
    ['2*3 + 4', 10],
    ['sin(pi/2)^2', 1],
    ['max(2, 3, 1) - min(2, 3)', 1],
    ['if(1 < 2, 5, x)', 5],
    ['if(2 < 1 or 1 == 1, 5, x)', 5],
    ['x*0 + 7', 7],
    ['0/x', 0],
    ['x - x', 0],
    ['x^0', 1],
    ['(x + y)*(2 - 2)', 0],
    ['floor(2.7) + sign(-3) + abs(-2)', 3],
    ['relu(-1) + (3 >= 3)', 1],
    ['x*1e-200*1e-200 - x*1e-200*1e-200', 0],
  ])('%s is %s', (formula, value) => {
    expect(lossOf(formula).loss).toMatchObject({ kind: 'constant', value });
  });
});

describe('equal expressions are computed once', () => {
  test.each([
    ['sin(x) + sin(x)*sin(x)', 3],
    ['x*y + y*x', 2],
    ['(x + y)^2 + (y + x)^2', 3],
    ['a = x + y; b = y + x; a*b', 2],
    ['exp(x)/2 + exp(x)*0.5', 1],
    ['-(-x)', 0],
    ['x + (-y)', 1],
    ['x - (-y)', 1],
    ['2*(3*x)', 1],
    ['(2*x)*(3*y)', 2],
    ['x/4*8', 1],
    ['x*1 + 0', 0],
    ['if(x < y, x, x)', 0],
  ])('%s takes %i operations', (formula, count) => {
    expect(operations([lossOf(formula).loss])).toBe(count);
  });

  test('the Hessian is symmetric to the node', () => {
    const { hessian } = lossOf('sin(x*y)*exp(x) + y^3*x');
    expect(hessian[0][1]).toBe(hessian[1][0]);
  });
});

describe("text of a user's never reaches a shader", () => {
  const emitted = objectives.map(({ name, formula, parameters, data }) => {
    // Other names, as long and strange as a user may give them.
    const renamed = parameters.map((_, i) => `__Very_Strange_${i}`);
    const text = parameters.reduce(
      (all, parameter, i) => all.replace(new RegExp(`\\b${parameter}\\b`, 'g'), renamed[i]),
      formula,
    );
    const { graph, inputs, loss, gradient, hessian } = compileObjective(text, renamed, data);
    const leaves = new Map<Node, string>(inputs.map((input, i) => [input, `theta[${i}]`]));
    return { name, emitted: emit(graph, [loss, ...gradient, ...hessian.flat()], leaves) };
  });
  const WORDS = /^(let|var|for|select|table|theta|row|f|e|[iu]|v\d+|\d+[uf]?|sqrt|abs|sign|floor|min|max|scree_\w+)$/;

  test.each(emitted.map(({ name, emitted }) => [name, emitted] as const))('%s', (_, { lines, outputs }) => {
    const words = [...lines, ...outputs].join(' ').match(/[A-Za-z_]\w*/g) ?? [];
    expect(words.filter((word) => !WORDS.test(word))).toEqual([]);
  });

  test.each(emitted.map(({ name, emitted }) => [name, emitted] as const))(
    '%s: names are declared once, before they are used',
    (_, { lines, outputs }) => {
      const declared: string[] = [];
      for (const line of lines) {
        const [, name, text] = /^(?:let|var) (v\d+) = (.*)$/.exec(line) ?? [null, null, line];
        for (const used of text?.match(/\bv\d+\b/g) ?? []) expect(declared).toContain(used);
        if (name) declared.push(name);
      }
      for (const used of outputs.join(' ').match(/\bv\d+\b/g) ?? []) expect(declared).toContain(used);
      expect(new Set(declared).size).toBe(declared.length);
    },
  );
});
