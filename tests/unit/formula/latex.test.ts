import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { objectives, rules, schedules } from '../../../src/catalogue/index.ts';
import { FormulaError, toLatex } from '../../../src/formula/index.ts';

describe('LaTeX of', () => {
  test.each([
    ['x^2', '{{x}}^{2}'],
    ['sqrt(x)/2', '\\frac{\\sqrt{{x}}}{2}'],
    ['beta1*m', '{\\beta_{1}}\\cdot{m}'],
    ['if(x < 0, 1, 2)', '\\begin{cases}1&{x}<0\\\\2&\\text{else}\\end{cases}'],
    ['weight_decay', '{\\mathrm{weight\\_decay}}'],
    ['r = x; r', '\\begin{aligned}r&={x}\\\\&{r}\\end{aligned}'],
    ['mean((Y - X)^2)', '\\frac{1}{N}\\sum\\left({\\left({Y}-{X}\\right)}^{2}\\right)'],
  ])('%s is %s', (text, expected) => {
    expect(toLatex(text).replace(/ /g, '')).toBe(expected);
  });

  const all = [...objectives, ...rules, ...schedules].map(({ name, formula }) => [name, formula] as const);
  test.each(all)('%s is typeset by KaTeX without an error', (_, formula) => {
    expect(katex.renderToString(toLatex(formula), { throwOnError: true, strict: 'error' })).toContain('katex');
  });

  test('a text that is no formula names the place', () => {
    expect(() => toLatex('x +')).toThrow(FormulaError);
  });
});
