import { symbol, upright } from './latex-symbol.ts';
import { parse, tooDeep } from './parse.ts';
import type { BinaryOperator, BinaryTree, CallTree, Tree } from './syntax.ts';

/**
 * A formula as LaTeX, its statements below each other. Throws `FormulaError` where the text is not one; names need not have a meaning.
 * @param text a formula in the formula language
 */
export function toLatex(text: string): string {
  const statements = parse(text);
  try {
    const lines = statements.map(({ name, value }) => {
      if (name !== null) return `${symbol(name)} &= ${write(value).text}`;
      return `${statements.length > 1 ? '&' : ''}${write(value).text}`;
    });
    return lines.length > 1 || statements[0].name !== null
      ? `\\begin{aligned}${lines.join(' \\\\ ')}\\end{aligned}`
      : lines[0];
  } catch (error) {
    throw error instanceof RangeError ? tooDeep(text) : error;
  }
}

/** How closely an operator binds, as a reader of the typeset formula sees it. */
const BINDING: Readonly<Record<BinaryOperator, number>> = {
  or: 1, and: 2, '<': 3, '<=': 3, '>': 3, '>=': 3, '==': 3, '!=': 3, '+': 4, '-': 4, '*': 5, juxtaposed: 6, '/': 8, '^': 9,
}; // biome-ignore format: a table
/** A sign; what ends without a bracket, such as a fraction; what is one symbol or in brackets of its own. */
const [LOOSEST, SIGNED, OPEN, CLOSED] = [0, 7, 8, 10];

/** Operators that stand between their operands. */
const SIGNS: Partial<Record<BinaryOperator, string>> = {
  or: '\\vee', and: '\\wedge', '<': '<', '<=': '\\leq', '>': '>', '>=': '\\geq', '==': '=', '!=': '\\neq', '+': '+', '-': '-', '*': '\\cdot',
}; // biome-ignore format: a table

/** Written LaTeX, and how closely its outermost part binds. */
interface Written {
  readonly text: string;
  readonly binding: number;
}

function write(tree: Tree): Written {
  switch (tree.kind) {
    case 'number':
      return writeNumber(tree.value);
    case 'name':
      return { text: symbol(tree.name), binding: CLOSED };
    case 'unary': {
      const of = within(tree.of, SIGNED + (tree.of.kind === 'unary' ? 1 : 0));
      return { text: tree.operator === 'not' ? `\\neg ${of}` : `${tree.operator}${of}`, binding: SIGNED };
    }
    case 'binary':
      return writeBinary(tree);
    case 'call':
      return writeCall(tree);
  }
}

function writeNumber(value: number): Written {
  if (!Number.isFinite(value)) return { text: '\\infty', binding: CLOSED };
  const small = value !== 0 && value < 1e-3;
  const [digits, exponent] = (small ? value.toExponential() : String(value)).split('e');
  if (!exponent) return { text: digits, binding: CLOSED };
  const power = `10^{${Number(exponent)}}`;
  return { text: digits === '1' ? power : `${digits} \\times ${power}`, binding: OPEN };
}

function writeBinary({ operator, left, right }: BinaryTree): Written {
  const binding = BINDING[operator];
  if (operator === '/') return { text: `\\frac{${write(left).text}}{${write(right).text}}`, binding };
  if (operator === '^') return { text: `{${within(left, CLOSED)}}^{${write(right).text}}`, binding };
  if (operator === 'juxtaposed') {
    const factor = within(right, OPEN);
    // Two numbers beside each other, or a number and a fraction, would be read as one number.
    const sign = /^(\d|\\frac)/.test(factor) ? '\\cdot' : '\\,';
    return { text: `${within(left, binding)} ${sign} ${factor}`, binding };
  }
  // A chain may lose its parentheses, but not after a minus, and not among comparisons.
  const comparison = binding === BINDING['<'];
  const first = within(left, binding + (comparison ? 1 : 0));
  const second = within(right, binding + (comparison || operator === '-' ? 1 : 0));
  const signed = binding >= BINDING['+'] && /^[-+]/.test(second);
  return { text: `${first} ${SIGNS[operator]} ${signed ? bracketed(second) : second}`, binding };
}

/** A part of a larger expression, in parentheses where it binds less closely than its place asks for. */
function within(tree: Tree, binding: number): string {
  const written = write(tree);
  return written.binding < binding ? bracketed(written.text) : written.text;
}

function bracketed(text: string): string {
  return `\\left(${text}\\right)`;
}

/** Functions that LaTeX has a command for. */
const COMMANDS: Readonly<Record<string, string>> = {
  exp: '\\exp', log: '\\log', sin: '\\sin', cos: '\\cos', tan: '\\tan', tanh: '\\tanh', atan: '\\arctan', min: '\\min', max: '\\max',
}; // biome-ignore format: a table

/** Functions with brackets of their own. */
const BRACKETS: Readonly<Record<string, readonly [opening: string, closing: string]>> = {
  sqrt: ['\\sqrt{', '}'],
  abs: ['\\left|', '\\right|'],
  floor: ['\\left\\lfloor ', ' \\right\\rfloor'],
  norm: ['\\left\\|', '\\right\\|'],
  dot: ['\\left\\langle ', ' \\right\\rangle'],
};

function writeCall({ name, args }: CallTree): Written {
  const texts = args.map((arg) => write(arg).text);
  const list = texts.join(', ');
  if (name === 'if' && args.length === 3) {
    const [condition, yes, no] = texts;
    const text = `\\begin{cases} ${yes} & ${condition} \\\\ ${no} & \\text{else} \\end{cases}`;
    return { text, binding: LOOSEST };
  }
  if (name === 'sum') return { text: `\\sum ${bracketed(list)}`, binding: OPEN };
  if (name === 'mean') return { text: `\\frac{1}{N} \\sum ${bracketed(list)}`, binding: OPEN };
  const brackets = Object.hasOwn(BRACKETS, name) ? BRACKETS[name] : null;
  if (brackets) return { text: brackets.join(list), binding: CLOSED };
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : `\\operatorname{${upright(name)}}`;
  return { text: `${command}${bracketed(list)}`, binding: CLOSED };
}
