import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { objectives, rules, schedules } from '../../../src/catalogue/index.ts';
import { FormulaError, toLatex } from '../../../src/formula/index.ts';

const typeset = (text: string) => katex.renderToString(toLatex(text), { throwOnError: true, strict: 'error' });

describe('LaTeX of', () => {
  test.each([
    ['x^2', '{x}^{2}'],
    ['sqrt(x)/2', '\\frac{\\sqrt{x}}{2}'],
    ['beta1*m', '\\beta_{1} \\cdot m'],
    ['if(x < 0, 1, 2)', '\\begin{cases} 1 & x < 0 \\\\ 2 & \\text{else} \\end{cases}'],
    ['weight_decay', '\\mathrm{weight\\_decay}'],
    ['r = x; r', '\\begin{aligned}r &= x \\\\ &r\\end{aligned}'],
    ['mean((Y - X)^2)', '\\frac{1}{N} \\sum \\left({\\left(Y - X\\right)}^{2}\\right)'],
    ['1e-3 + 2e-4*1e-9 + 1e30*0', '0.001 + 2 \\times 10^{-4} \\cdot 10^{-9} + 10^{30} \\cdot 0'],
    ['not x or y >= 1 and x != 2', '\\neg x \\vee y \\geq 1 \\wedge x \\neq 2'],
  ])('%s is %s', (text, expected) => {
    expect(toLatex(text)).toBe(expected);
  });

  // What a reader would calculate is what the formula means: as few parentheses as that takes.
  test.each([
    ['(x*y) + z', 'x \\cdot y + z'],
    ['x*(y + z)', 'x \\cdot \\left(y + z\\right)'],
    ['x - (y - z)', 'x - \\left(y - z\\right)'],
    ['x - y - z', 'x - y - z'],
    ['x + (y - z)', 'x + y - z'],
    ['x + (-y)', 'x + \\left(-y\\right)'],
    ['x*(-y*z)', 'x \\cdot \\left(-y \\cdot z\\right)'],
    ['-(-x)', '-\\left(-x\\right)'],
    ['-(x + y)', '-\\left(x + y\\right)'],
    ['-(x*y)', '-\\left(x \\cdot y\\right)'],
    ['-x^2', '-{x}^{2}'],
    ['(-x)^2', '{\\left(-x\\right)}^{2}'],
    ['(x/y)^2', '{\\left(\\frac{x}{y}\\right)}^{2}'],
    ['-x/y', '\\frac{-x}{y}'],
    ['(x^y)^z', '{\\left({x}^{y}\\right)}^{z}'],
    ['x^y^-z', '{x}^{{y}^{-z}}'],
    ['(1e-9)^2', '{\\left(10^{-9}\\right)}^{2}'],
    ['mean(x)^2', '{\\left(\\frac{1}{N} \\sum \\left(x\\right)\\right)}^{2}'],
    ['(x < y) == (y < z)', '\\left(x < y\\right) = \\left(y < z\\right)'],
    ['x < -1', 'x < -1'],
    ['(x or y) and z', '\\left(x \\vee y\\right) \\wedge z'],
    ['not (x < y)', '\\neg \\left(x < y\\right)'],
    ['2*if(x, y, z)', '2 \\cdot \\left(\\begin{cases} y & x \\\\ z & \\text{else} \\end{cases}\\right)'],
    ['2x', '2 \\, x'],
    ['2(x + 1)y', '2 \\, \\left(x + 1\\right) \\, y'],
    ['1/2x', '\\frac{1}{2} \\, x'],
    ['2(3)x(1/2)', '2 \\cdot 3 \\, \\operatorname{x}\\left(\\frac{1}{2}\\right)'],
    ['2(1/2)', '2 \\cdot \\frac{1}{2}'],
  ])('%s is %s', (text, expected) => {
    expect(toLatex(text)).toBe(expected);
    expect(typeset(text)).toContain('katex');
  });

  const all = [...objectives, ...rules, ...schedules].map(({ name, formula }) => [name, formula] as const);
  test.each(all)('%s is typeset by KaTeX without an error', (_, formula) => {
    expect(typeset(formula)).toContain('katex');
  });

  test.each(['toString(x)', 'constructor + __proto__', 'f()', 'if(x)', '1e999*_'])('%s has one too', (text) => {
    expect(typeset(text)).toContain('katex');
  });

  test('a text that is no formula names the place', () => {
    expect(() => toLatex('x +')).toThrow(FormulaError);
  });
});
