import type { Graph } from './graph.ts';
import type { FunctionName, Node } from './node.ts';
import type { Value } from './scope.ts';

/** The length of the vectors among some values; 0 where all are scalars. */
export function lengthOf(values: readonly Value[]): number {
  return Math.max(0, ...values.map((value) => (Array.isArray(value) ? value.length : 0)));
}

/** Runs `make` once for scalars, or once for each element where any value is a vector. */
export function each(values: readonly Value[], make: (nodes: readonly Node[]) => Node): Value {
  const length = lengthOf(values);
  if (length === 0) return make(values as readonly Node[]);
  return Array.from({ length }, (_, i) => make(values.map((value) => (Array.isArray(value) ? value[i] : value))));
}

/** A function of values, element by element. Numbers become conditions where those belong, and conditions numbers. */
export function apply(graph: Graph, name: FunctionName, values: readonly Value[]): Value {
  const logical = name === 'and' || name === 'or' || name === 'not';
  return each(values, (nodes) =>
    graph.apply(
      name,
      ...nodes.map((node, i) =>
        logical || (name === 'choose' && i === 0) ? condition(graph, node) : graph.number(node),
      ),
    ),
  );
}

/** Whether a number is not 0; a condition as it is. */
function condition(graph: Graph, node: Node): Node {
  return node.truth ? node : graph.apply('not', graph.apply('eq', node, graph.constant(0)));
}
