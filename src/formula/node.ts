/** The functions and operators of a graph; `FUNCTIONS` has an entry for each. */
export type FunctionName =
  | 'neg' | 'add' | 'sub' | 'mul' | 'div' | 'reciprocal' | 'pow'
  | 'sqrt' | 'exp' | 'log' | 'sin' | 'cos' | 'tan' | 'tanh' | 'atan'
  | 'abs' | 'sign' | 'floor' | 'relu' | 'sigmoid' | 'softplus' | 'min' | 'max'
  | 'lt' | 'le' | 'eq' | 'not' | 'and' | 'or' | 'choose'; // biome-ignore format: a table

/**
 * One value of a graph. Nodes are immutable, made only by a `Graph`, and shared: equal expressions are the same object.
 * A node's arguments have smaller ids, so ascending ids are an order of evaluation.
 */
export type Node = ConstantNode | InputNode | ColumnNode | ApplyNode | SumNode;

interface Common {
  readonly id: number;
  /** Whether the value differs from row to row of the data table. */
  readonly perRow: boolean;
  /** Whether the value is a truth value, usable only as a condition. */
  readonly truth: boolean;
}

/** A number; always finite and representable in float32's range. */
export interface ConstantNode extends Common {
  readonly kind: 'constant';
  readonly value: number;
}

/** A scalar given from outside: a parameter, a hyperparameter, a state, the step. */
export interface InputNode extends Common {
  readonly kind: 'input';
  readonly name: string;
}

/** A column of the data table, read at the row at hand. */
export interface ColumnNode extends Common {
  readonly kind: 'column';
  readonly name: string;
}

/** A function or operator applied to arguments. */
export interface ApplyNode extends Common {
  readonly kind: 'apply';
  readonly name: FunctionName;
  readonly args: readonly Node[];
}

/** The sum of a per-row value over all rows of the data table. */
export interface SumNode extends Common {
  readonly kind: 'sum';
  readonly body: Node;
}

/** The nodes that a node is computed from; for a sum, its body. */
export function argumentsOf(node: Node): readonly Node[] {
  if (node.kind === 'apply') return node.args;
  return node.kind === 'sum' ? [node.body] : [];
}

/**
 * All nodes that the given ones are computed from, themselves included, in an order of evaluation.
 * @param leaves nodes whose value is given, so that what they are made of is not needed
 */
export function reachable(outputs: readonly Node[], leaves?: { has(node: Node): boolean }): Node[] {
  const seen = new Set<Node>();
  const stack = [...outputs];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (!leaves?.has(node)) stack.push(...argumentsOf(node));
  }
  return [...seen].sort((a, b) => a.id - b.id);
}
