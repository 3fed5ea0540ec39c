import { argumentsOf, type Graph, type Node, reachable } from '../formula/index.ts';

/**
 * The same outputs with every division of a parameter's own value by one that all parameters share (a running weight, say) made a product with the
 * divisor's reciprocal: that is computed once, and a product takes a fraction of a division's time.
 * @param shared the nodes that all parameters share
 */
export function byReciprocals(graph: Graph, outputs: readonly Node[], shared: ReadonlySet<Node>): Node[] {
  const made = new Map<Node, Node>();
  for (const node of reachable(outputs)) {
    const args = argumentsOf(node).map((arg) => made.get(arg) as Node);
    if (node.kind !== 'apply') made.set(node, node);
    else if (node.name === 'div' && shared.has(node.args[1]) && !shared.has(node.args[0])) {
      made.set(node, graph.mul(args[0], graph.apply('reciprocal', args[1])));
    } else made.set(node, graph.apply(node.name, ...args));
  }
  return outputs.map((node) => made.get(node) as Node);
}
