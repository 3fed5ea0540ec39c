import { type ApplyNode, type FunctionName, type Node, reachable } from './node.ts';
import { coefficientOf } from './rational.ts';
import { isArithmetic, type Term, Terms } from './terms.ts';

/** Nodes written in the formula language. */
export interface Printed {
  /** What occurs more than once and is long, under names of its own: each may use those before it. */
  readonly definitions: readonly { readonly name: string; readonly text: string }[];
  /** A text for each node, in their order. */
  readonly outputs: readonly string[];
}

/** How closely a text holds together: what stands beside an operator that binds closer goes into parentheses. */
const LEVEL = { or: 0, and: 1, comparison: 2, sum: 3, product: 4, sign: 5, power: 6, atom: 7 } as const;

interface Text {
  readonly text: string;
  readonly level: number;
}

/** Names and numbers from which on something that occurs more than once is given a name. */
const LONG = 4;

/** Names that are given, in their order, as far as they are free. */
const NAMES = [...'abcdpqrsuvwmnkhjz'];

const INFIX: Partial<Record<FunctionName, readonly [sign: string, level: number]>> = {
  lt: ['<', LEVEL.comparison],
  le: ['<=', LEVEL.comparison],
  eq: ['==', LEVEL.comparison],
  and: ['and', LEVEL.and],
  or: ['or', LEVEL.or],
};

/**
 * Writes nodes as formulas, for people: products as powers and fractions, sums with their signs.
 * @param taken names that have a meaning already: parameters, columns
 * @param digits significant digits of numbers that are neither short nor simple fractions
 */
export function printNodes(outputs: readonly Node[], taken: Iterable<string>, digits: number): Printed {
  const printer = new Printer(outputs, new Set(['e', 'pi', ...taken]), digits);
  const definitions = [...printer.names].map(([node, name]) => ({ name, text: printer.write(node).text }));
  return { definitions, outputs: outputs.map((node) => printer.refer(node).text) };
}

class Printer {
  /** Names of nodes that have one, in an order of evaluation. */
  readonly names = new Map<Node, string>();
  private readonly terms: Terms;

  constructor(
    outputs: readonly Node[],
    taken: Set<string>,
    private readonly digits: number,
  ) {
    this.terms = new Terms(reachable(outputs));
    const uses = new Map<Node, number>();
    const written = new Set<Node>();
    const stack = [...outputs];
    for (let node = stack.pop(); node; node = stack.pop()) {
      uses.set(node, (uses.get(node) ?? 0) + 1);
      if (written.has(node)) continue;
      written.add(node);
      stack.push(...this.terms.partsOf(node));
    }
    const lengths = new Map<Node, number>();
    const ordered = [...written].sort((a, b) => a.id - b.id);
    for (const node of ordered) {
      const length = this.length(node, lengths);
      const named = (uses.get(node) as number) > 1 && length >= LONG;
      if (named) this.names.set(node, freeName(taken));
      lengths.set(node, named ? 1 : length);
    }
  }

  /** A node's name where it has one, else what it is made of. */
  refer(node: Node): Text {
    const name = this.names.get(node);
    return name === undefined ? this.write(node) : { text: name, level: LEVEL.atom };
  }

  /** What a node is made of. */
  write(node: Node): Text {
    if (node.kind === 'input' || node.kind === 'column') return { text: node.name, level: LEVEL.atom };
    if (node.kind === 'sum') return { text: `sum(${this.refer(node.body).text})`, level: LEVEL.atom };
    if (node.kind === 'apply' && !isArithmetic(node)) return this.applied(node);
    const terms = this.terms.of(node);
    return terms.length === 1 ? this.product(terms[0]) : this.sum(terms);
  }

  /** Names and numbers in a node's text, about. */
  private length(node: Node, lengths: ReadonlyMap<Node, number>): number {
    const parts = this.terms.partsOf(node).map((part) => lengths.get(part) as number);
    if (!isArithmetic(node)) return 1 + parts.reduce((sum, each) => sum + each, 0);
    let sum = 0;
    for (const { coefficient, factors } of this.terms.of(node)) {
      if (Math.abs(coefficient) !== 1 || factors.size === 0) sum++;
      for (const factor of factors.keys()) sum += lengths.get(factor) as number;
    }
    return sum;
  }

  private applied({ name, args }: ApplyNode): Text {
    const infix = INFIX[name];
    if (infix) {
      const [sign, level] = infix;
      return { text: args.map((arg) => this.within(arg, level + 1)).join(` ${sign} `), level };
    }
    if (name === 'pow') return { text: args.map((arg) => this.within(arg, LEVEL.atom)).join('^'), level: LEVEL.power };
    if (name === 'not') return { text: `not ${this.within(args[0], LEVEL.atom)}`, level: LEVEL.sign };
    const call = name === 'choose' ? 'if' : name;
    return { text: `${call}(${args.map((arg) => this.refer(arg).text).join(', ')})`, level: LEVEL.atom };
  }

  private sum(terms: readonly Term[]): Text {
    // A sum begins with what is added, where it has any.
    const first = terms.findIndex(({ coefficient }) => coefficient > 0);
    const ordered = first > 0 ? [terms[first], ...terms.filter((_, i) => i !== first)] : terms;
    const texts = ordered.map((term, i) => {
      const sign = term.coefficient < 0 ? '-' : '+';
      const { text, level } = this.product({ ...term, coefficient: Math.abs(term.coefficient) });
      const bare = level <= LEVEL.sum ? `(${text})` : text;
      if (i > 0) return `${sign} ${bare}`;
      return sign === '-' ? `-${bare}` : bare;
    });
    return { text: texts.join(' '), level: LEVEL.sum };
  }

  private product({ coefficient, factors }: Term): Text {
    const { over, under, pi } = coefficientOf(Math.abs(coefficient), this.digits);
    const sorted = [...factors].sort(([a], [b]) => rank(a) - rank(b) || a.id - b.id);
    const powers = (sign: 1 | -1) =>
      sorted.filter(([, power]) => power * sign > 0).map(([node, power]) => this.power(node, power * sign));
    const numbers = (text: string, withPi: boolean) =>
      [...(text === '1' ? [] : [text]), ...(withPi ? ['pi'] : [])].map((text) => ({ text, level: LEVEL.atom }));
    const top = [...numbers(over, pi > 0), ...powers(1)];
    const bottom = [...numbers(under, pi < 0), ...powers(-1)];
    if (bottom.length === 0 && top.length === 1 && coefficient > 0) return top[0];
    const joined = (parts: readonly Text[]) =>
      parts.map(({ text, level }) => (level < LEVEL.power ? `(${text})` : text)).join('*') || '1';
    const numerator = `${coefficient < 0 ? '-' : ''}${joined(top)}`;
    if (bottom.length === 0) return { text: numerator, level: top.length === 0 ? LEVEL.atom : LEVEL.product };
    const denominator = bottom.length === 1 ? joined(bottom) : `(${joined(bottom)})`;
    return { text: `${numerator}/${denominator}`, level: LEVEL.product };
  }

  private power(node: Node, exponent: number): Text {
    if (exponent === 1) return this.refer(node);
    return { text: `${this.within(node, LEVEL.atom)}^${exponent}`, level: LEVEL.power };
  }

  /** A node's text, in parentheses where it holds less closely together than its place asks. */
  private within(node: Node, least: number): string {
    const { text, level } = this.refer(node);
    return level < least ? `(${text})` : text;
  }
}

/** Names are written before functions and sums. */
function rank(node: Node): number {
  return node.kind === 'apply' || node.kind === 'sum' ? 1 : 0;
}

function freeName(taken: Set<string>): string {
  for (let round = 0; ; round++) {
    for (const letter of NAMES) {
      const name = round === 0 ? letter : `${letter}${round}`;
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  }
}
