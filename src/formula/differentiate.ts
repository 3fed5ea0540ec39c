import { FUNCTIONS } from './functions.ts';
import type { Graph } from './graph.ts';
import { argumentsOf, type Node, reachable } from './node.ts';

/**
 * The derivatives of one node with respect to several, as nodes of the same graph (reverse mode: one sweep for all of them).
 * @param output what is differentiated
 * @param inputs what it is differentiated by; any nodes, one derivative each in their order
 */
export function gradient(graph: Graph, output: Node, inputs: readonly Node[]): Node[] {
  const adjoints = sweep(graph, output, new Set(inputs));
  return inputs.map((input) => adjoints.get(input) ?? graph.constant(0));
}

/** The matrix of second derivatives, symmetric to the node: entry [i][j] and entry [j][i] are one object. */
export function hessian(graph: Graph, output: Node, inputs: readonly Node[]): Node[][] {
  const rows = gradient(graph, output, inputs).map((first, i) => gradient(graph, first, inputs.slice(0, i + 1)));
  return rows.map((row, i) => inputs.map((_, j) => (j <= i ? row[j] : rows[j][i])));
}

/**
 * How several nodes change along a direction, as nodes of the same graph (forward mode: one sweep for all of them). Of a gradient it is the Hessian times the direction,
 * with no more sums over rows than the gradient has.
 * @param direction how fast each input changes
 */
export function tangents(
  graph: Graph,
  outputs: readonly Node[],
  inputs: readonly Node[],
  direction: readonly Node[],
): Node[] {
  const zero = graph.constant(0);
  const known = new Map<Node, Node>(inputs.map((input, i) => [input, direction[i]]));
  const of = (node: Node) => known.get(node) ?? zero;
  for (const node of reachable(outputs)) {
    if (known.has(node)) continue;
    if (node.kind === 'sum') known.set(node, graph.sum(of(node.body)));
    if (node.kind !== 'apply') continue;
    const partials = FUNCTIONS[node.name].partials?.(graph, node.args, node) ?? [];
    const terms = partials.map((partial, i) => (partial ? graph.mul(partial, of(node.args[i])) : zero));
    known.set(node, graph.total(terms));
  }
  return outputs.map(of);
}

/** Adjoints of every node between `output` and `targets`. Per-row nodes are reached only from a per-row output. */
function sweep(graph: Graph, output: Node, targets: ReadonlySet<Node>): Map<Node, Node> {
  const adjoints = new Map<Node, Node>([[output, graph.constant(1)]]);
  const contribute = (node: Node, amount: Node) => {
    const sum = adjoints.get(node);
    adjoints.set(node, sum ? graph.add(sum, amount) : amount);
  };
  for (const node of between(output, targets)) {
    const adjoint = adjoints.get(node);
    if (!adjoint || targets.has(node)) continue;
    if (node.kind === 'apply') {
      const partials = FUNCTIONS[node.name].partials?.(graph, node.args, node);
      partials?.forEach((partial, i) => {
        if (partial) contribute(node.args[i], graph.mul(adjoint, partial));
      });
    } else if (node.kind === 'sum') {
      // d sum(body) = sum of d body: within a row, the body's row-free arguments are its variables.
      const free = rowFree(node.body);
      const inner = sweep(graph, node.body, free);
      for (const argument of free) {
        const partial = inner.get(argument);
        if (partial) contribute(argument, graph.mul(adjoint, graph.sum(partial)));
      }
    }
  }
  return adjoints;
}

/** Nodes on the way from `output` down to `targets`, last computed first; a sum leads straight to its body's row-free arguments. */
function between(output: Node, targets: ReadonlySet<Node>): Node[] {
  const next = new Map<Node, readonly Node[]>();
  const stack = [output];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (next.has(node)) continue;
    const below = node.kind === 'sum' ? [...rowFree(node.body)] : argumentsOf(node);
    next.set(node, below);
    stack.push(...below);
  }
  const leading = new Set<Node>();
  for (const [node, below] of [...next].sort(([a], [b]) => a.id - b.id)) {
    if (targets.has(node) || below.some((argument) => leading.has(argument))) leading.add(node);
  }
  return [...leading].reverse();
}

/** The row-free nodes that a per-row node is directly or indirectly made of, not looking inside them. */
function rowFree(body: Node): Set<Node> {
  const free = new Set<Node>();
  const seen = new Set<Node>();
  const stack = [body];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (!node.perRow) {
      if (node.kind !== 'constant') free.add(node);
    } else {
      stack.push(...argumentsOf(node));
    }
  }
  return free;
}
