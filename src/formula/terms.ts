import { argumentsOf, type Node } from './node.ts';

/** A product: a number, and what it is multiplied by, each to a whole power other than 0. */
export interface Term {
  readonly coefficient: number;
  readonly factors: ReadonlyMap<Node, number>;
}

/**
 * Nodes as people write them: sums of products in which like terms are together. A factor is a function, a name, or a sum of several terms; products are
 * not multiplied out.
 */
export class Terms {
  private readonly known = new Map<Node, readonly Term[]>();
  /** Sums that are also used as something other than a part of a sum: they stay together within others. */
  private readonly apart = new Set<Node>();

  /** @param nodes all that are asked for, with what they are computed from, in an order of evaluation */
  constructor(nodes: readonly Node[]) {
    for (const node of nodes) {
      if (!isSum(node)) for (const arg of argumentsOf(node)) if (isSum(arg)) this.apart.add(arg);
    }
    for (const node of nodes) this.known.set(node, this.make(node));
  }

  /** The terms whose sum a node is. */
  of(node: Node): readonly Term[] {
    return this.known.get(node) as readonly Term[];
  }

  /** The nodes that must be written to write a node. */
  partsOf(node: Node): readonly Node[] {
    if (node.kind === 'sum') return [node.body];
    if (node.kind !== 'apply') return [];
    return isArithmetic(node) ? [...new Set(this.of(node).flatMap(({ factors }) => [...factors.keys()]))] : node.args;
  }

  private make(node: Node): readonly Term[] {
    if (node.kind === 'constant') return [{ coefficient: node.value, factors: new Map() }];
    if (node.kind !== 'apply') return [factor(node)];
    const [a, b] = node.args;
    switch (node.name) {
      case 'add':
        return collected([...this.within(a), ...this.within(b)]);
      case 'sub':
        return collected([...this.within(a), ...this.within(b).map((term) => scaled(term, -1))]);
      case 'neg':
        return this.within(a).map((term) => scaled(term, -1));
      case 'mul':
        return [product(this.single(a), this.single(b))];
      case 'div':
        return [product(this.single(a), inverse(this.single(b)))];
      case 'reciprocal':
        return [inverse(this.single(a))];
      default:
        return [factor(node)];
    }
  }

  private within(node: Node): readonly Term[] {
    const terms = this.of(node);
    return this.apart.has(node) && terms.length > 2 ? [factor(node)] : terms;
  }

  private single(node: Node): Term {
    const terms = this.of(node);
    return terms.length === 1 ? terms[0] : factor(node);
  }
}

const ARITHMETIC = new Set<string>(['add', 'sub', 'neg', 'mul', 'div', 'reciprocal']);

/** Whether a node is written as a sum of products. */
export function isArithmetic(node: Node): boolean {
  return node.kind === 'apply' && ARITHMETIC.has(node.name);
}

function isSum(node: Node): boolean {
  return node.kind === 'apply' && (node.name === 'add' || node.name === 'sub' || node.name === 'neg');
}

function factor(node: Node): Term {
  return { coefficient: 1, factors: new Map([[node, 1]]) };
}

function scaled({ coefficient, factors }: Term, by: number): Term {
  return { coefficient: coefficient * by, factors };
}

function inverse({ coefficient, factors }: Term): Term {
  return { coefficient: 1 / coefficient, factors: new Map([...factors].map(([node, power]) => [node, -power])) };
}

function product(a: Term, b: Term): Term {
  const factors = new Map(a.factors);
  for (const [node, power] of b.factors) factors.set(node, (factors.get(node) ?? 0) + power);
  for (const [node, power] of factors) if (power === 0) factors.delete(node);
  return { coefficient: a.coefficient * b.coefficient, factors };
}

/** Like terms together, a bare number last; a single 0 where nothing is left. */
function collected(terms: readonly Term[]): readonly Term[] {
  const sums = new Map<string, Term>();
  for (const term of terms) {
    const powers = [...term.factors].map(([{ id }, power]) => [id, power] as const).sort(([i], [j]) => i - j);
    const key = powers.join(';');
    const before = sums.get(key);
    sums.set(key, { ...term, coefficient: term.coefficient + (before?.coefficient ?? 0) });
  }
  const left = [...sums.values()].filter(({ coefficient }) => coefficient !== 0);
  if (left.length === 0) return [{ coefficient: 0, factors: new Map() }];
  return [...left.filter(({ factors }) => factors.size > 0), ...left.filter(({ factors }) => factors.size === 0)];
}
