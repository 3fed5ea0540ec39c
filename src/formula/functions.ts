import type { Graph } from './graph.ts';
import type { FunctionName, Node } from './node.ts';

/** What the compiler knows of one function or operator: adding one costs one entry in `FUNCTIONS`. */
export interface FunctionEntry {
  readonly arity: 1 | 2 | 3;
  /** Its value in float64 (or, with `Math.fround` after it, in float32). Truth values are 0 and 1. */
  readonly evaluate: (a: number, b: number, c: number) => number;
  /** WGSL text of its value, given WGSL texts of the arguments. */
  readonly wgsl: (a: string, b: string, c: string) => string;
  /** Partial derivative with respect to each argument; null where it vanishes everywhere. `self` is the node itself. */
  readonly partials?: (graph: Graph, args: readonly Node[], self: Node) => readonly (Node | null)[];
  /** Whether it gives a truth value. */
  readonly truth?: true;
  /** Whether swapping two arguments changes nothing. */
  readonly commutes?: true;
}

const infix = (operator: string) => (a: string, b: string) => `(${a} ${operator} ${b})`;
const call = (name: string) => (a: string) => `${name}(${a})`;

/** log(1 + exp(x)) without overflow. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/**
 * Every function of the graph. Derivatives where none exists: abs, sign, floor, min, max, relu and the comparisons take a
 * one-sided or zero value, and sqrt takes 0 at 0 (and below, where it has no value), so that a kink or a cone's tip stops a trajectory instead of poisoning it.
 */
export const FUNCTIONS: Readonly<Record<FunctionName, FunctionEntry>> = {
  neg: { arity: 1, evaluate: (a) => -a, wgsl: (a) => `(-${a})`, partials: (g) => [g.constant(-1)] },
  add: {
    arity: 2,
    evaluate: (a, b) => a + b,
    wgsl: infix('+'),
    commutes: true,
    partials: (g) => [g.constant(1), g.constant(1)],
  },
  sub: { arity: 2, evaluate: (a, b) => a - b, wgsl: infix('-'), partials: (g) => [g.constant(1), g.constant(-1)] },
  mul: { arity: 2, evaluate: (a, b) => a * b, wgsl: infix('*'), commutes: true, partials: (_, [a, b]) => [b, a] },
  div: {
    arity: 2,
    evaluate: (a, b) => a / b,
    wgsl: infix('/'),
    partials: (g, [, b], self) => [g.div(g.constant(1), b), g.neg(g.div(self, b))],
  },
  // What a division is split into where its divisor serves several: `div` of 1 would be joined to one again.
  reciprocal: {
    arity: 1,
    evaluate: (a) => 1 / a,
    wgsl: (a) => `(1.0 / ${a})`,
    partials: (g, _a, self) => [g.neg(g.mul(self, self))],
  },
  pow: {
    arity: 2,
    evaluate: (a, b) => a ** b,
    wgsl: (a, b) => `scree_pow(${a}, ${b})`,
    partials: (g, [a, b], self) => [
      g.mul(b, g.apply('pow', a, g.sub(b, g.constant(1)))),
      g.mul(self, g.apply('log', a)),
    ],
  },
  sqrt: {
    arity: 1,
    evaluate: (a) => Math.sqrt(a),
    wgsl: call('sqrt'),
    partials: (g, [a], self) => {
      const positive = g.apply('lt', g.constant(0), a);
      const root = g.choose(positive, self, g.constant(1));
      return [g.choose(positive, g.div(g.constant(0.5), root), g.constant(0))];
    },
  },
  exp: { arity: 1, evaluate: (a) => Math.exp(a), wgsl: call('scree_exp'), partials: (_g, _a, self) => [self] },
  log: {
    arity: 1,
    evaluate: (a) => Math.log(a),
    wgsl: call('scree_log'),
    partials: (g, [a]) => [g.div(g.constant(1), a)],
  },
  sin: { arity: 1, evaluate: (a) => Math.sin(a), wgsl: call('scree_sin'), partials: (g, [a]) => [g.apply('cos', a)] },
  cos: {
    arity: 1,
    evaluate: (a) => Math.cos(a),
    wgsl: call('scree_cos'),
    partials: (g, [a]) => [g.neg(g.apply('sin', a))],
  },
  tan: {
    arity: 1,
    evaluate: (a) => Math.tan(a),
    wgsl: call('scree_tan'),
    partials: (g, _a, self) => [g.add(g.constant(1), g.mul(self, self))],
  },
  tanh: {
    arity: 1,
    evaluate: (a) => Math.tanh(a),
    wgsl: call('scree_tanh'),
    partials: (g, _a, self) => [g.sub(g.constant(1), g.mul(self, self))],
  },
  atan: {
    arity: 1,
    evaluate: (a) => Math.atan(a),
    wgsl: call('scree_atan'),
    partials: (g, [a]) => [g.div(g.constant(1), g.add(g.constant(1), g.mul(a, a)))],
  },
  abs: { arity: 1, evaluate: (a) => Math.abs(a), wgsl: call('abs'), partials: (g, [a]) => [g.apply('sign', a)] },
  sign: { arity: 1, evaluate: (a) => (a > 0 ? 1 : a < 0 ? -1 : 0), wgsl: call('sign') },
  floor: { arity: 1, evaluate: (a) => Math.floor(a), wgsl: call('floor') },
  relu: {
    arity: 1,
    evaluate: (a) => Math.max(a, 0),
    wgsl: (a) => `max(${a}, 0.0)`,
    partials: (g, [a]) => [g.choose(g.apply('lt', g.constant(0), a), g.constant(1), g.constant(0))],
  },
  sigmoid: {
    arity: 1,
    evaluate: (a) => 1 / (1 + Math.exp(-a)),
    wgsl: call('scree_sigmoid'),
    partials: (g, _a, self) => [g.mul(self, g.sub(g.constant(1), self))],
  },
  softplus: {
    arity: 1,
    evaluate: softplus,
    wgsl: call('scree_softplus'),
    partials: (g, [a]) => [g.apply('sigmoid', a)],
  },
  min: {
    arity: 2,
    evaluate: (a, b) => Math.min(a, b),
    wgsl: (a, b) => `min(${a}, ${b})`,
    partials: (g, [a, b]) => whichPartials(g, g.apply('le', a, b)),
  },
  max: {
    arity: 2,
    evaluate: (a, b) => Math.max(a, b),
    wgsl: (a, b) => `max(${a}, ${b})`,
    partials: (g, [a, b]) => whichPartials(g, g.apply('le', b, a)),
  },
  lt: { arity: 2, evaluate: (a, b) => Number(a < b), wgsl: infix('<'), truth: true },
  le: { arity: 2, evaluate: (a, b) => Number(a <= b), wgsl: infix('<='), truth: true },
  eq: { arity: 2, evaluate: (a, b) => Number(a === b), wgsl: infix('=='), truth: true, commutes: true },
  not: { arity: 1, evaluate: (a) => 1 - a, wgsl: (a) => `(!${a})`, truth: true },
  and: { arity: 2, evaluate: (a, b) => a * b, wgsl: infix('&'), truth: true, commutes: true },
  or: { arity: 2, evaluate: (a, b) => Math.max(a, b), wgsl: infix('|'), truth: true, commutes: true },
  choose: {
    arity: 3,
    evaluate: (c, a, b) => (c ? a : b),
    wgsl: (c, a, b) => `select(${b}, ${a}, ${c})`,
    partials: (g, [c]) => [null, g.choose(c, g.constant(1), g.constant(0)), g.choose(c, g.constant(0), g.constant(1))],
  },
};

/** 1 to the argument that is taken, 0 to the other. */
function whichPartials(graph: Graph, first: Node): readonly Node[] {
  const [one, zero] = [graph.constant(1), graph.constant(0)];
  return [graph.choose(first, one, zero), graph.choose(first, zero, one)];
}

/** Functions that a formula may call by name with that many arguments (`if` is lowered to `choose`). */
export const CALLABLE: ReadonlyMap<string, FunctionName> = new Map(
  ('sqrt exp log sin cos tan tanh atan abs sign floor relu sigmoid softplus min max'.split(' ') as FunctionName[]).map(
    (name) => [name, name],
  ),
);
