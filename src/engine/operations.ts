import type { Graph } from '../formula/graph.ts';
import { type Node, reachable } from '../formula/node.ts';

/** How many operations some nodes take, about: those over a data table count for each of its rows. */
export function operationsOf({ rows }: Pick<Graph, 'rows'>, nodes: readonly Node[]): number {
  return reachable(nodes).length * Math.max(rows, 1);
}
