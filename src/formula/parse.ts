import { FormulaError } from './errors.ts';
import { SyntaxError as GrammarError, parse as statementsOf } from './grammar.peggy';
import type { Statement } from './syntax.ts';

/** Longest text that is accepted: far beyond any formula written by hand, short enough that nothing can hang. */
export const MAX_LENGTH = 4000;

/** The statements of a formula, at least one; throws `FormulaError` where the text is not one. */
export function parse(text: string): readonly Statement[] {
  if (text.length > MAX_LENGTH) {
    throw new FormulaError(`${text.length} characters`, text, MAX_LENGTH, `a formula may have ${MAX_LENGTH}`);
  }
  const bare = withoutComments(text);
  if (/^[\s;]*$/.test(bare)) {
    throw new FormulaError('an empty formula', text, 0, 'write an expression such as x^2 + 10*y^2');
  }
  const foreign = /[^\sA-Za-z0-9_.,;()+\-*/^=<>!]/u.exec(bare);
  if (foreign) {
    throw new FormulaError(
      `unexpected \`${foreign[0]}\``,
      text,
      foreign.index,
      'a formula has numbers, names, + - * / ^, comparisons, parentheses and functions',
    );
  }
  const fail = (at: number, problem: string, possible: string) => {
    throw new FormulaError(problem, text, at, possible);
  };
  try {
    return statementsOf(bare, { fail });
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep(text);
    if (error instanceof GrammarError) throw unexpected(error, text);
    throw error;
  }
}

/** The error of a formula for which the machine's stack is too small. */
export function tooDeep(text: string): FormulaError {
  return new FormulaError('a formula nested too deeply', text, 0, 'give parts of the formula names of their own');
}

/** Comments, and line ends inside parentheses, become blanks, so that every other character keeps its place. */
function withoutComments(text: string): string {
  let depth = 0;
  return text.replace(/#[^\n]*|[()\s]/g, (part) => {
    if (part === '(') depth++;
    if (part === ')') depth--;
    return '()'.includes(part) || (part === '\n' && depth <= 0) ? part : ' '.repeat(part.length);
  });
}

/** The error of a text that goes on, or ends, where no rule of the grammar can. */
function unexpected({ expected, location }: GrammarError, text: string): FormulaError {
  const index = location.start.offset;
  const what = new Set(expected.map((each) => (each.type === 'end' ? 'the end' : each.description)));
  const possible = ORDER.filter((each) => what.has(each));
  const token = /^(\w+|\S)/.exec(text.slice(index))?.[0];
  return new FormulaError(
    token ? `unexpected \`${token}\`` : 'the formula ends too early',
    text,
    index,
    `possible there: ${possible.join(', ')}`,
  );
}

/** What a formula may go on with, in the order in which messages list it. */
const ORDER = ['an operator', 'a number', 'a name', 'a sign', '`(`', '`,`', '`)`', '`;`', 'the end'];
