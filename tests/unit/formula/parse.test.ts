import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FormulaError } from '../../../src/formula/index.ts';
import { parse } from '../../../src/formula/parse.ts';
import type { Statement, Tree } from '../../../src/formula/syntax.ts';

/** A tree as text, operators first; the product without a sign is a full stop. */
function written(tree: Tree): string {
  if (tree.kind === 'number') return String(tree.value);
  if (tree.kind === 'name') return tree.name;
  if (tree.kind === 'unary') return `(${tree.operator} ${written(tree.of)})`;
  if (tree.kind === 'call') return `${tree.name}[${tree.args.map(written)}]`;
  return `(${tree.operator === 'juxtaposed' ? '.' : tree.operator} ${written(tree.left)} ${written(tree.right)})`;
}

const line = ({ name, value }: Statement) => `${name === null ? '' : `${name}:=`}${written(value)}`;

/** Texts and their trees: those of mathjs 15, whose language this is. */
const TREES = {
  precedence: [
    ['-x^2', '(- (^ x 2))'],
    ['2^-x', '(^ 2 (- x))'],
    ['2^-x^2', '(^ 2 (- (^ x 2)))'],
    ['a^b^c', '(^ a (^ b c))'],
    ['(a^b)^c', '(^ (^ a b) c)'],
    ['-2^-2', '(- (^ 2 (- 2)))'],
    ['- -x', '(- (- x))'],
    ['+-x', '(+ (- x))'],
    ['not not x', '(not (not x))'],
    ['a - b - c', '(- (- a b) c)'],
    ['a/b/c', '(/ (/ a b) c)'],
    ['a/b*c', '(* (/ a b) c)'],
    ['a - b + c*d', '(+ (- a b) (* c d))'],
    ['a*-b', '(* a (- b))'],
    ['a^-b*c', '(* (^ a (- b)) c)'],
    ['a <= b and c > d or e != f', '(or (and (<= a b) (> c d)) (!= e f))'],
    ['a or b and c', '(or a (and b c))'],
    ['not x < y', '(< (not x) y)'],
    ['not x and y', '(and (not x) y)'],
    ['(x < y) < z', '(< (< x y) z)'],
  ],
  'products without a sign': [
    ['2x', '(. 2 x)'],
    ['2 x', '(. 2 x)'],
    ['x 2', '(. x 2)'],
    ['x y z', '(. (. x y) z)'],
    ['2(x + 1)', '(. 2 (+ x 1))'],
    ['(a)(b)', '(. a b)'],
    ['(a)2', '(. a 2)'],
    ['sin(x)2', '(. sin[x] 2)'],
    ['sin(x)(y)', '(. sin[x] y)'],
    ['sin (x)', 'sin[x]'],
    ['2 sin(x)', '(. 2 sin[x])'],
    ['x 2 y 3', '(. (. (. x 2) y) 3)'],
    ['x^2 y', '(. (^ x 2) y)'],
    ['2^x y', '(. (^ 2 x) y)'],
    ['2x^2', '(. 2 (^ x 2))'],
    ['-x y', '(. (- x) y)'],
    ['-2x', '(. (- 2) x)'],
    ['x -y', '(- x y)'],
    ['x(y)', 'x[y]'],
    ['(x)(y)^2', '(. x (^ y 2))'],
    ['a*b c', '(* a (. b c))'],
    ['a/b c', '(/ a (. b c))'],
    ['a/2x', '(/ a (. 2 x))'],
    ['a^2x', '(. (^ a 2) x)'],
    ['2(3)4', '(. (. 2 3) 4)'],
    ['1/2x', '(. (/ 1 2) x)'],
    ['1/2 x', '(. (/ 1 2) x)'],
    ['1/2(x + 1)', '(. (/ 1 2) (+ x 1))'],
    ['-1/2x', '(. (/ (- 1) 2) x)'],
    ['- -1/2x', '(/ (- (- 1)) (. 2 x))'],
    ['3*1/2x', '(* 3 (. (/ 1 2) x))'],
    ['1/2/3x', '(/ 1 (. (/ 2 3) x))'],
    ['1/2^2x', '(/ 1 (. (^ 2 2) x))'],
    ['1^2/3x', '(/ (^ 1 2) (. 3 x))'],
    ['(1)/2x', '(/ 1 (. 2 x))'],
    ['1/2and x', '(and (/ 1 2) x)'],
    ['x 1/2 y', '(. (. x (/ 1 2)) y)'],
    ['2/3(x)(y)', '(. (. (/ 2 3) x) y)'],
    ['1/2', '(/ 1 2)'],
    ['1 / 2', '(/ 1 2)'],
  ],
  numbers: [
    ['1.5', '1.5'],
    ['1.', '1'],
    ['x .5', '(. x 0.5)'],
    ['.5', '0.5'],
    ['1e3', '1000'],
    ['1E-3', '0.001'],
    ['1e+3', '1000'],
    ['2.5e2x', '(. 250 x)'],
    ['2e', '(. 2 e)'],
    ['2ex', '(. 2 ex)'],
    ['2e3x', '(. 2000 x)'],
    ['0x1F', '31'],
    ['0o17', '15'],
    ['3.x', '(. 3 x)'],
    ['x.5', '(. x 0.5)'],
  ],
  'lines, blanks and comments': [
    ['a = 1; b = 2\n c = 3\n\n;a*b*c', 'a:=1;b:=2;c:=3;(* (* a b) c)'],
    [';x;', 'x'],
    ['x\n', 'x'],
    ['a =\n1\na', 'a:=1;a'],
    ['x +\ny', '(+ x y)'],
    ['x\n-y', 'x;(- y)'],
    ['(x\n-y)', '(- x y)'],
    ['max(x,\ny)', 'max[x,y]'],
    ['sin\n(x)', 'sin;x'],
    ['(sin\n(x))', 'sin[x]'],
    ['x ^\n2', '(^ x 2)'],
    ['not\nx', '(not x)'],
    ['1/2\nx', '(/ 1 2);x'],
    ['x # a (\n', 'x'],
    ['# a (\nx # ; y\n+ 1', 'x;(+ 1)'],
    ['(x # a )\n+ 1)', '(+ x 1)'],
  ],
  // mathjs takes the last fraction of the line as one number because the next line begins with a name, and knows fewer blanks.
  'what mathjs reads otherwise': [
    ['6/1/2\nx', '(/ (/ 6 1) 2);x'],
    ['x\r\n; y', 'x;y'],
    ['\tx\u00a0+\fy', '(+ x y)'],
  ],
  'words and signs beside each other': [
    ['and1 or nota', '(or and1 nota)'],
    ['order + android', '(+ order android)'],
    ['x=y==z', 'x:=(== y z)'],
    ['x==-y', '(== x (- y))'],
    ['x<-1', '(< x (- 1))'],
    ['x>=-1', '(>= x (- 1))'],
    ['x!=-1', '(!= x (- 1))'],
    ['if(x<1,2,3)', 'if[(< x 1),2,3]'],
    ['f()', 'f[]'],
    ['e2 e 2', '(. (. e2 e) 2)'],
    ['_a1(_b)', '_a1[_b]'],
  ],
};

describe.each(Object.entries(TREES))('%s', (_, rows) => {
  test.each(rows)('%j', (text, tree) => {
    expect(parse(text).map(line).join(';')).toBe(tree);
  });
});

describe('a node stands where its first character does', () => {
  /** Where every node of a text stands, outermost first. */
  const places = (text: string) => {
    const found: string[] = [];
    const visit = (tree: Tree): void => {
      found.push(`${tree.at} ${written(tree)}`);
      if (tree.kind === 'unary') visit(tree.of);
      if (tree.kind === 'binary') [tree.left, tree.right].forEach(visit);
      if (tree.kind === 'call') tree.args.forEach(visit);
    };
    for (const statement of parse(text)) {
      if (statement.name !== null) found.push(`${statement.at} ${statement.name}:=`);
      visit(statement.value);
    }
    return found;
  };

  test.each([
    ['x + 2*y', ['0 (+ x (* 2 y))', '0 x', '4 (* 2 y)', '4 2', '6 y']],
    ['(x - 1)^2', ['0 (^ (- x 1) 2)', '1 (- x 1)', '1 x', '5 1', '8 2']],
    ['a = 1;\n # b\n r = -a', ['0 a:=', '4 1', '13 r:=', '17 (- a)', '18 a']],
    ['1/2x y', ['0 (. (. (/ 1 2) x) y)', '0 (. (/ 1 2) x)', '0 (/ 1 2)', '0 1', '2 2', '3 x', '5 y']],
    ['max(x,\n not y)', ['0 max[x,(not y)]', '4 x', '8 (not y)', '12 y']],
  ])('%j', (text, expected) => {
    expect(places(text)).toEqual(expected);
  });
});

describe('no text takes long', () => {
  /** Reads a text, right or wrong; what is read twice at every level would take longer than the universe lasts. */
  const read = (text: string) => {
    try {
      parse(text);
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
    }
  };

  test.each([
    '(',
    '-(',
    '2(',
    'x(',
    'sin(',
    '(a)(',
    'x^(',
    '1/2(',
    'x 2(',
    'not (',
    'r = (',
    'max(x, ',
    '(x, ',
    '(x < ',
  ])('%j, opened, closed or not closed', (part) => {
    for (const count of [10, 40, 160, Math.floor(3000 / part.length)]) {
      for (const end of ['', 'x', 'x)', `x${')'.repeat(count)}`, `x${')'.repeat(count - 1)}`]) {
        const text = part.repeat(count) + end;
        if (text.length <= 4000) read(text);
      }
    }
  });

  test('words of the language in any order', () => {
    const words = 'x 1 .5 1e3 ( ) sin( max( , ; + - * / ^ < == = and not'.split(' ');
    const texts = fc.array(fc.constantFrom(...words), { minLength: 500, maxLength: 900 }).map((each) => each.join(' '));
    fc.assert(fc.property(texts, read), { numRuns: 300, seed: 4 });
  });

  test('a sum of two thousand terms, and a hundred parentheses, are no problem', () => {
    expect(parse(`x${'+x'.repeat(1999)}`).length).toBe(1);
    expect(parse(`${'('.repeat(100)}x${')'.repeat(100)}`).map(line)).toEqual(['x']);
  });
});
