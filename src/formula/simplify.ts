import { evaluated } from './constants.ts';
import { FUNCTIONS } from './functions.ts';
import type { Graph } from './graph.ts';
import type { ApplyNode, FunctionName, Node } from './node.ts';

/**
 * A simpler node equal to `name(args)`, or null where none is known. Identities hold for all finite arguments, up to one rounding: constants
 * are folded in float64, signs move outwards, and division by a constant becomes a product with its reciprocal.
 */
export function simplify(graph: Graph, name: FunctionName, args: readonly Node[]): Node | null {
  const folded = fold(graph, name, args);
  if (folded) return folded;
  return RULES[name]?.(graph, args[0], args[1], args[2]) ?? null;
}

function fold(graph: Graph, name: FunctionName, args: readonly Node[]): Node | null {
  const values: number[] = [];
  for (const arg of args) {
    const value = constantOf(arg);
    if (value === null) return null;
    values.push(value);
  }
  const value = evaluated(name, values[0], values[1], values[2]);
  // A truth value has no constant node: `lt(0, 1)` and `lt(1, 0)` stand for true and false.
  if (FUNCTIONS[name].truth || (name === 'choose' && args[1].truth)) return null;
  return graph.constant(value);
}

/** The value of a constant node, or of a comparison of constants. */
function constantOf(node: Node): number | null {
  if (node.kind === 'constant') return node.value;
  if (node.kind !== 'apply' || !node.truth || node.name === 'choose') return null;
  const values = node.args.map(constantOf);
  if (values.includes(null)) return null;
  return FUNCTIONS[node.name].evaluate(values[0] as number, values[1] as number, 0);
}

const is = (node: Node, value: number) => node.kind === 'constant' && node.value === value;
const isApply = <N extends FunctionName>(node: Node, name: N): node is ApplyNode & { readonly name: N } =>
  node.kind === 'apply' && node.name === name;

type Rule = (graph: Graph, a: Node, b: Node, c: Node) => Node | null;

const RULES: Partial<Record<FunctionName, Rule>> = {
  neg: (g, a) => {
    if (isApply(a, 'neg')) return a.args[0];
    if (isApply(a, 'sub')) return g.sub(a.args[1], a.args[0]);
    if (isApply(a, 'mul')) {
      const factor = a.args.find((arg) => arg.kind === 'constant');
      if (factor?.kind === 'constant') {
        return g.mul(g.constant(-factor.value), a.args[0] === factor ? a.args[1] : a.args[0]);
      }
    }
    return null;
  },
  add: (g, a, b) => {
    if (is(a, 0)) return b;
    if (is(b, 0)) return a;
    if (isApply(b, 'neg')) return g.sub(a, b.args[0]);
    if (isApply(a, 'neg')) return g.sub(b, a.args[0]);
    if (a === b) return g.mul(g.constant(2), a);
    return together(g, 'add', a, b);
  },
  sub: (g, a, b) => {
    if (is(b, 0)) return a;
    if (is(a, 0)) return g.neg(b);
    if (a === b) return g.constant(0);
    if (isApply(b, 'neg')) return g.add(a, b.args[0]);
    return together(g, 'sub', a, b);
  },
  mul: (g, a, b) => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ]) {
      if (is(one, 0)) return one;
      if (is(one, 1)) return other;
      if (is(one, -1)) return g.neg(other);
      if (isApply(one, 'neg')) return g.neg(g.mul(one.args[0], other));
      if (one.kind === 'constant' && isApply(other, 'mul')) {
        const inner = other.args.find((arg) => arg.kind === 'constant');
        if (inner?.kind === 'constant' && fits(one.value * inner.value)) {
          const rest = other.args[0] === inner ? other.args[1] : other.args[0];
          return g.mul(g.constant(one.value * inner.value), rest);
        }
      }
      if (one.kind !== 'constant' && isApply(other, 'mul')) {
        // Constants move outwards, where they meet.
        const inner = other.args.find((arg) => arg.kind === 'constant');
        if (inner) return g.mul(inner, g.mul(one, other.args[0] === inner ? other.args[1] : other.args[0]));
      }
      if (isApply(other, 'choose')) {
        const [condition, yes, no] = other.args;
        // A factor that is 0 under a condition, or 1 or 0: the product is chosen instead, for 0 · infinity has no value.
        if (is(yes, 0) || is(no, 0)) {
          return g.choose(condition, g.mul(yes, one), g.mul(no, one));
        }
      }
    }
    return null;
  },
  div: (g, a, b) => {
    if (is(b, 1)) return a;
    if (is(a, 0)) return a;
    if (b.kind === 'constant' && b.value !== 0 && fits(1 / b.value)) return g.mul(a, g.constant(1 / b.value));
    if (isApply(a, 'neg')) return g.neg(g.div(a.args[0], b));
    return null;
  },
  choose: (_g, condition, a, b) => {
    if (a === b) return a;
    const known = constantOf(condition);
    return known === null ? null : known ? a : b;
  },
  not: (_g, a) => (isApply(a, 'not') ? a.args[0] : null),
};

/** A sum of two values that are 0 under the same condition, as one that is: what it is multiplied by then need have no value there. */
function together(g: Graph, name: 'add' | 'sub', a: Node, b: Node): Node | null {
  if (!isApply(a, 'choose') || !isApply(b, 'choose') || a.args[0] !== b.args[0]) return null;
  const [condition, ...values] = a.args;
  const vanish = values.findIndex((value, i) => is(value, 0) && is(b.args[i + 1], 0));
  if (vanish < 0) return null;
  const [yes, no] = values.map((value, i) => (i === vanish ? value : g.apply(name, value, b.args[i + 1])));
  return g.choose(condition, yes, no);
}

/** Whether a folded constant stays well inside float32's normal range. */
function fits(value: number): boolean {
  return Math.abs(value) < 1e37 && Math.abs(value) > 1e-37;
}
