import type { MathNode } from 'mathjs';
import { CONSTANTS } from './lower.ts';
import { parse } from './parse.ts';

/** Names written as a Greek letter. */
const GREEK = new Set(
  'alpha beta gamma delta epsilon zeta eta theta kappa lambda mu nu xi rho sigma tau phi chi psi omega'.split(' '),
);
/** Functions that LaTeX has a command for. */
const COMMANDS = new Set(['exp', 'log', 'sin', 'cos', 'tan', 'tanh', 'min', 'max']);

interface Tree extends MathNode {
  readonly name: string;
  readonly value: Tree;
  readonly args: readonly Tree[];
  readonly fn: Tree;
  readonly object: Tree;
  readonly blocks: readonly { readonly node: Tree }[];
}

/**
 * A formula as LaTeX, its statements below each other. Throws `FormulaError` where the text is not one; names need not have a meaning.
 * @param text a formula in the formula language
 */
export function toLatex(text: string): string {
  const tree = parse(text).tree as Tree;
  const statements = tree.type === 'BlockNode' ? tree.blocks.map(({ node }) => node) : [tree];
  const lines = statements.map((statement) =>
    statement.type === 'AssignmentNode'
      ? `${symbol(statement.object.name)} &= ${typeset(statement.value)}`
      : `${statements.length > 1 ? '&' : ''}${typeset(statement)}`,
  );
  return lines.length > 1 || lines[0].includes('&=')
    ? `\\begin{aligned}${lines.join(' \\\\ ')}\\end{aligned}`
    : lines[0];
}

function typeset(tree: Tree): string {
  return tree.toTex({ parenthesis: 'auto', implicit: 'hide', handler });
}

/** What is written otherwise than mathjs would; undefined leaves it to mathjs. */
function handler(node: MathNode): string | undefined {
  const tree = node as Tree;
  // In braces, because mathjs puts operators such as \cdot directly before a symbol.
  if (tree.type === 'SymbolNode') return `{${symbol(tree.name)}}`;
  if (tree.type !== 'FunctionNode') return undefined;
  const name = tree.fn.name;
  const args = tree.args.map(typeset);
  if (name === 'if' && args.length === 3) {
    return `\\begin{cases} ${args[1]} & ${args[0]} \\\\ ${args[2]} & \\text{else} \\end{cases}`;
  }
  if (name === 'sqrt') return `\\sqrt{${args[0]}}`;
  if (name === 'abs') return `\\left|${args[0]}\\right|`;
  if (name === 'floor') return `\\left\\lfloor ${args[0]} \\right\\rfloor`;
  if (name === 'norm') return `\\left\\|${args[0]}\\right\\|`;
  if (name === 'sum') return `\\sum \\left(${args[0]}\\right)`;
  if (name === 'mean') return `\\frac{1}{N} \\sum \\left(${args[0]}\\right)`;
  if (name === 'dot') return `\\left\\langle ${args.join(', ')} \\right\\rangle`;
  const command = COMMANDS.has(name) ? `\\${name}` : name === 'atan' ? '\\arctan' : `\\operatorname{${escaped(name)}}`;
  return `${command}\\left(${args.join(', ')}\\right)`;
}

/** `beta1` as β with index 1, `weight_decay` upright, single letters as they are. */
function symbol(name: string): string {
  if (name === 'pi') return '\\pi';
  if (name in CONSTANTS) return `\\mathrm{${name}}`;
  const [, stem, index] = /^([A-Za-z_]+?)_?(\d*)$/.exec(name) ?? [name, name, ''];
  const base = GREEK.has(stem) ? `\\${stem}` : stem.length === 1 ? stem : `\\mathrm{${escaped(stem)}}`;
  return index ? `${base}_{${index}}` : base;
}

function escaped(name: string): string {
  return name.replace(/_/g, '\\_');
}
