import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileObjective, FormulaError } from '../../../src/formula/index.ts';

const TABLE = { X: [1, 2, 3], Y: [2, 4, 7] };

function errorOf(text: string, table = {}): FormulaError {
  try {
    compileObjective(text, ['x', 'y'], table);
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error(`"${text}" was accepted`);
}

/** Text, the index of what is wrong with it, what the message says of it and of what is possible. */
const ERRORS: readonly (readonly [text: string, index: number, found: string, possible: string])[] = [
  ['', 0, 'empty', 'x^2'],
  ['  # nothing', 0, 'empty', 'x^2'],
  [';', 0, 'empty', 'x^2'],
  ['u = ', 4, 'ends too early', 'a number, a name'],
  ['x + 😀', 4, '`😀`', 'numbers'],
  ['x +', 3, 'ends too early', 'a number, a name, a sign, `(`'],
  ['sqrt(x', 6, 'ends too early', 'an operator, `,`, `)`'],
  ['sqrt(x;', 6, '`;`', '`)`'],
  ['(x\n+ 1', 6, 'ends too early', 'an operator, `)`'],
  ['x)', 1, '`)`', 'an operator, `;`, the end'],
  ['x + * y', 4, '`*`', 'a number, a name, a sign, `(`'],
  ['x ** 2', 2, '`**`', '`^`'],
  ['x, y', 1, '`,`', 'an operator'],
  ['2 3', 2, '`3`', 'an operator'],
  ['x^2 3', 4, '`3`', 'an operator'],
  ['max(x,)', 6, '`)`', 'a number'],
  ['x and or y', 6, '`or`', 'a name'],
  ['2e+x', 0, '`2e+`', 'digits'],
  ['0b12', 0, '`0b12`', 'digits'],
  ['x % 2', 2, '`%`', '+ - * / ^'],
  ['x ? 1 : 2', 2, '`?`', 'comparisons'],
  ['"x"', 0, '`"`', 'numbers'],
  ['x[0]', 1, '`[`', 'parentheses'],
  ['x² + y', 1, '`²`', 'numbers'],
  ['x + z', 4, '`z`', 'x, y'],
  ['x and z', 6, '`z`', 'x, y'],
  ['if(x < 1 and not y < 2 or z > 1, x, y)', 26, '`z`', 'x, y'],
  ['0x1F*x + z', 9, '`z`', 'x, y'],
  ['1.5e-3*x + .5*z', 14, '`z`', 'x, y'],
  ['a = x; a*b', 9, '`b`', 'x, y, a'],
  ['# squares\nx^2 + z^2', 16, '`z`', 'x, y'],
  ['foo(x)', 0, '`foo`', 'sqrt'],
  ['x + ln(y)', 4, '`ln`', 'log'],
  ['x(y + 1)', 0, '`x`', 'x*(…)'],
  ['x.sqrt(4)', 1, '`.`', 'an operator'],
  ['x.y', 1, '`.`', 'an operator'],
  ['2*sin', 2, '`sin`', 'sin(…)'],
  ['sin x', 0, '`sin`', 'sin(…)'],
  ['mean', 0, '`mean`', 'mean(…)'],
  ['sin()', 0, '0 arguments', 'takes 1'],
  ['x + atan(x, y)', 4, '2 arguments', 'takes 1'],
  ['max(x)', 0, '1 argument', 'takes at least 2'],
  ['if(x, 1)', 0, '2 arguments', 'takes 3'],
  ['x!', 1, '`!`', 'an operator'],
  ['x mod y', 2, '`mod`', '+ - * / ^'],
  ['x xor y', 2, '`xor`', 'and, or, not'],
  ['true', 0, '`true`', 'x, y'],
  ['x/0', 0, 'division by 0', 'trajectory'],
  ['x + y/(1 - 1)', 4, 'division by 0', 'trajectory'],
  ['x + 1e39', 4, '3.4e38', 'smaller'],
  ['x + exp(100)', 4, '3.4e38', 'smaller'],
  ['x*log(-1)', 2, 'log(-1) without a value', 'log takes numbers above 0'],
  ['x + log(1 - 1)', 4, 'log(0) without a value', 'log takes numbers above 0'],
  ['x*sqrt(-4)', 2, 'sqrt(-4) without a value', 'sqrt takes numbers from 0'],
  ['x + (-2)^1.5', 4, '(-2)^1.5 without a value', 'base above 0'],
  ['x + 0^-1', 4, '1/0 without a value', 'division by 0'],
  ['(-2)^x', 0, 'a derivative with log(-2)', 'log takes numbers above 0'],
  ['1e999*x', 0, '3.4e38', 'smaller'],
  ['NaN', 0, '`NaN`', 'x, y'],
  ['x < y', 0, 'condition', 'if('],
  ['x < y < 2', 0, 'chain', 'if(a < b'],
  ['a = b = 2; x', 4, 'assignment inside', 'before it'],
  ['(a = 2)*x', 1, 'assignment inside', 'before it'],
  ['x + y = 2', 0, 'not a name', 'r = …'],
  ['f(t) = t; x', 0, 'definition', 'r = …'],
  ['x = 3; x', 0, '`x`', 'another name'],
  ['pi = 3; pi*x', 0, '`pi`', 'another name'],
  ['r = x', 4, 'no value', 'expression'],
  ['x^2\n+ y^2', 0, 'nothing uses', 'operator'],
  ['x; y', 0, 'nothing uses', 'r = …'],
  ['sum(x^2)', 0, 'data table', '`data`'],
  ['norm(x)', 0, 'scalar', 'vector'],
  ['x'.repeat(4001), 4000, '4001', '4000'],
  [`${'('.repeat(1990)}x${')'.repeat(1990)}`, 0, 'too deeply', 'names'],
];

describe('what is wrong with a formula, where, and what is possible there', () => {
  test.each(ERRORS)('%j at %i', (text, index, found, possible) => {
    const error = errorOf(text);
    expect(error.message).toContain(found);
    expect(error.message).toContain(possible);
    expect(error.problem).toContain(found);
    expect(error.position.index).toBe(index);
  });

  test.each([
    ['X', 'one value a row', 'mean(…)'],
    ['mean(X) + Y*x', 'one value a row', 'sum(…)'],
    ['sum(X > 1, 2)', '2 arguments', 'takes 1'],
    ['sum(log(X - 2))', 'log(-1) without a value', 'log takes numbers above 0'],
    ['mean(Z*x)', '`Z`', 'X, Y'],
    ['X = 2; mean(X*x)', '`X`', 'another name'],
  ])('%j with a table of X and Y', (text, found, possible) => {
    expect(errorOf(text, TABLE).message).toContain(found);
    expect(errorOf(text, TABLE).message).toContain(possible);
  });

  test('an objective without parameters has no names', () => {
    expect(() => compileObjective('z', [])).toThrow('this objective has no names but pi and e');
  });

  test('line and column count from 1, and lines are told only where there are several', () => {
    expect(errorOf('a = x + 1\nb = a*z\nb').position).toEqual({ index: 16, line: 2, column: 7 });
    expect(errorOf('a = x + 1\nb = a*z\nb').message).toContain('at line 2, column 7;');
    expect(errorOf('x + z\n').message).toContain('at column 5;');
  });

  test.each(['toString', 'constructor', 'hasOwnProperty'])('%s is a name like any other', (name) => {
    expect(errorOf(`x + ${name}`).problem).toBe(`unknown name \`${name}\``);
    expect(compileObjective(`${name} = x; 2*${name}`, ['x', 'y']).loss.kind).toBe('apply');
  });
});

describe('nonsense gives a FormulaError and nothing else', () => {
  const safe = (text: string) => {
    try {
      compileObjective(text, ['x', 'y'], TABLE);
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      const { index, line, column } = error.position;
      const placed = index >= 0 && index <= text.length && line >= 1 && column >= 1;
      if (!placed || error.message.length < 20) throw new Error(`${JSON.stringify(text)}: ${error.message}`);
    }
  };
  const tokens =
    'x y X Y 1 2.5 .5 1e3 1e-300 9e37 0 ( ) ( ) , ; + - * / ^ < <= == != > >= = and or not if sin( sqrt( log( mean( sum( max( norm( r r= pi e ! # \n . true __proto__ in to mod'.split(
      ' ',
    );

  test.each([
    ['any characters', fc.string({ unit: 'binary', maxLength: 60 })],
    ['printable characters', fc.string({ unit: 'grapheme-ascii', maxLength: 80 })],
    ['words of the language', fc.array(fc.constantFrom(...tokens), { maxLength: 25 }).map((each) => each.join(' '))],
    ['words without blanks', fc.array(fc.constantFrom(...tokens), { maxLength: 25 }).map((each) => each.join(''))],
  ])('%s', (_, arbitrary) => {
    fc.assert(fc.property(arbitrary, safe), { numRuns: 1500, seed: 20 });
  });

  test.each(['x+', 'x*', 'x/', 'x-', 'x^', 'x<', 'x;', 'not ', '-', '(', 'sin(', 'if(x<1,', 'a=x;', 'max(x,', '1/'])(
    'a formula of nothing but %j',
    (part) => {
      for (const times of [20, 200, 4000]) safe(`${part.repeat(Math.min(times, 3990 / part.length))}x`);
    },
  );
});
