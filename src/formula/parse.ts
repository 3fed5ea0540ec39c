import { create, type MathNode, parseDependencies } from 'mathjs/number';
import { FormulaError } from './errors.ts';

/** mathjs is used to parse and to typeset, never to evaluate. */
const { parse: parseText } = create({ parseDependencies } as never) as unknown as { parse: (text: string) => MathNode };

/** Longest text that is accepted: far beyond any formula written by hand, short enough that nothing can hang. */
export const MAX_LENGTH = 4000;

/** A parsed formula: the syntax tree, and where each of its nodes begins in the text. */
export interface Parsed {
  readonly text: string;
  readonly tree: MathNode;
  /** The index in the text of a node's first name or number. */
  readonly indexOf: (node: MathNode) => number;
}

/** The syntax tree of a formula; throws `FormulaError` where the text is not one. */
export function parse(text: string): Parsed {
  if (text.length > MAX_LENGTH) {
    throw new FormulaError(`${text.length} characters`, text, MAX_LENGTH, `a formula may have ${MAX_LENGTH}`);
  }
  // Comments become blanks, so that every other character keeps its place.
  const bare = text.replace(/#[^\n]*/g, (comment) => ' '.repeat(comment.length));
  if (/^[\s;]*$/.test(bare)) {
    throw new FormulaError('an empty formula', text, 0, 'write an expression such as x^2 + 10*y^2');
  }
  const foreign = /[^\sA-Za-z0-9_.,;()+\-*/^=<>!]/.exec(bare);
  if (foreign) {
    throw new FormulaError(
      `unexpected \`${foreign[0]}\``,
      text,
      foreign.index,
      'a formula has numbers, names, + - * / ^, comparisons, parentheses and functions',
    );
  }
  try {
    const tree = parseText(bare);
    return { text, tree, indexOf: locate(tree, bare) };
  } catch (error) {
    if (error instanceof RangeError) {
      throw tooDeep(text);
    }
    const { char, message } = error as { char?: number; message: string };
    const index = Math.min(Math.max((char ?? 1) - 1, 0), text.length);
    throw new FormulaError(describe(message, text, index), text, index, 'check operators and parentheses there');
  }
}

/** The error of a formula for which the machine's stack is too small. */
export function tooDeep(text: string): FormulaError {
  return new FormulaError('a formula nested too deeply', text, 0, 'give parts of the formula names of their own');
}

function describe(message: string, text: string, index: number): string {
  const what = message.replace(/ \(char \d+\)$/, '');
  if (/Unexpected end|end of/i.test(what) || index >= text.trimEnd().length) return 'the formula ends too early';
  if (/Parenthesis \) expected/.test(what)) return `a closing parenthesis is missing: found \`${text[index]}\``;
  return `unexpected \`${text.slice(index).match(/^(\w+|\S)/)?.[0] ?? text[index]}\``;
}

/** A name, or a number as mathjs reads it. */
const TOKEN = /[A-Za-z_]\w*|0[xob][\da-f]+|(\d+\.?\d*|\.\d+)(e[+-]?\d+)?/gi;
/** Words that are operators, never names. */
const WORDS = new Set(['and', 'or', 'xor', 'not', 'mod', 'to', 'in']);

/**
 * mathjs does not tell where its nodes stand. Names and numbers occur in the tree in the order of the text, so matching the two
 * sequences places every one of them; any other node stands where its first name or number does.
 */
function locate(tree: MathNode, text: string): (node: MathNode) => number {
  const tokens = [...text.matchAll(TOKEN)].filter(([word]) => !WORDS.has(word)).map((match) => match.index);
  const places = new Map<MathNode, number>();
  let next = 0;
  const visit = (node: MathNode): number => {
    const named = node.type === 'SymbolNode' || node.type === 'ConstantNode';
    let first = named ? (tokens[next++] ?? 0) : Number.POSITIVE_INFINITY;
    node.forEach((child) => {
      first = Math.min(first, visit(child));
    });
    const place = Number.isFinite(first) ? first : 0;
    places.set(node, place);
    return place;
  };
  visit(tree);
  return (node) => places.get(node) ?? 0;
}
