import { Graph, type Table } from '../formula/graph.ts';
import { argumentsOf, type InputNode, type Node, reachable } from '../formula/node.ts';
import type { Searched } from './scale-search.ts';

/** An objective as a message: its nodes in a list, each with the places of its arguments, since messages of deep trees fail. */
export interface ObjectiveMessage {
  readonly nodes: readonly { readonly node: Node; readonly args: readonly number[] }[];
  readonly inputs: readonly number[];
  /** Places of the loss, then of its derivatives. */
  readonly outputs: readonly number[];
  readonly table: Table;
  readonly domain: Searched['domain'];
  readonly minimum: number | null;
}

/** An objective to be sent to another thread. */
export function packObjective({ compiled, domain, minimum }: Searched): ObjectiveMessage {
  const { graph, inputs, loss, gradient, hessian } = compiled;
  const outputs = [loss, ...gradient, ...hessian.flat()];
  const nodes = reachable([...inputs, ...outputs]);
  const places = new Map(nodes.map((node, i) => [node, i]));
  const placesOf = (some: readonly Node[]) => some.map((node) => places.get(node) as number);
  return {
    nodes: nodes.map((node) => ({ node: alone(node), args: placesOf(argumentsOf(node)) })),
    inputs: placesOf(inputs),
    outputs: placesOf(outputs),
    table: graph.table,
    domain,
    minimum,
  };
}

/** The objective that was sent. */
export function unpackObjective({ nodes, inputs, outputs, table, domain, minimum }: ObjectiveMessage): Searched {
  const all: Node[] = [];
  for (const { node, args } of nodes)
    all.push(
      joined(
        node,
        args.map((place) => all[place]),
      ),
    );
  const count = inputs.length;
  const [loss, ...derivatives] = outputs.map((place) => all[place]);
  return {
    compiled: {
      graph: new Graph(table),
      inputs: inputs.map((place) => all[place] as InputNode),
      loss,
      gradient: derivatives.slice(0, count),
      hessian: inputs.map((_, i) => derivatives.slice((i + 1) * count, (i + 2) * count)),
    },
    domain,
    minimum,
  };
}

/** A node without what it is made of. */
function alone(node: Node): Node {
  if (node.kind === 'apply') return { ...node, args: [] };
  return node.kind === 'sum' ? { ...node, body: EMPTY } : node;
}

function joined(node: Node, args: readonly Node[]): Node {
  if (node.kind === 'apply') return { ...node, args };
  return node.kind === 'sum' ? { ...node, body: args[0] } : node;
}

/** Stands for the body of a sum on the way. */
const EMPTY: Node = { id: -1, kind: 'constant', value: 0, perRow: false, truth: false };
