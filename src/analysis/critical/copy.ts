import type { Graph } from '../../formula/graph.ts';
import { type ApplyNode, argumentsOf, type Node, reachable } from '../../formula/node.ts';

/** What a copy has in the place of a function's call; null for the same call. */
export type Change = (call: ApplyNode, args: readonly Node[]) => Node | null;

/**
 * A copy of nodes in another graph, which changes what it likes. Throws `ConstantError` where a constant has no value.
 * @param row the row of the table whose numbers columns become; null leaves columns as they are
 */
export function copyInto(graph: Graph, outputs: readonly Node[], change: Change, row: number | null = null): Node[] {
  const copies = new Map<Node, Node>();
  const copyOf = (node: Node) => copies.get(node) as Node;
  for (const node of reachable(outputs)) {
    const args = argumentsOf(node).map(copyOf);
    copies.set(node, copied(node, args));
  }
  return outputs.map(copyOf);

  function copied(node: Node, args: readonly Node[]): Node {
    switch (node.kind) {
      case 'constant':
        return graph.constant(node.value);
      case 'input':
        return graph.input(node.name);
      case 'column':
        return row === null ? graph.column(node.name) : graph.constant(graph.table[node.name][row]);
      case 'sum':
        return graph.sum(args[0]);
      case 'apply':
        return change(node, args) ?? graph.apply(node.name, ...args);
    }
  }
}
