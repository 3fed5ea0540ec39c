import { FUNCTIONS } from './functions.ts';
import type { Graph } from './graph.ts';
import type { Precision } from './interpret.ts';
import { argumentsOf, type Node, reachable } from './node.ts';

/** A graph whose columns are given when it runs, made ready to be evaluated on the CPU. */
export interface ElementProgram {
  /**
   * Values of the outputs for these values of the leaves, in their order: a number for each row of what varies by row, one of anything else. The returned
   * arrays are overwritten by the next run.
   */
  run(values: readonly ArrayLike<number>[]): readonly Float64Array[];
}

/**
 * Compiles nodes of a graph with `elements` for evaluation, in the order of `interpret`: each operation is rounded alone, sums run over the rows one after another.
 * @param leaves the nodes whose values are given to `run`: all inputs and columns that the outputs need, and any other nodes computed elsewhere
 */
export function interpretElements(
  graph: Graph,
  outputs: readonly Node[],
  leaves: readonly Node[],
  precision: Precision = 'float64',
): ElementProgram {
  const round = precision === 'float32' ? Math.fround : (x: number) => x;
  const given = new Set(leaves);
  const nodes = reachable(outputs, given);
  const values = new Map(nodes.map((node) => [node, new Float64Array(node.perRow ? graph.elements : 1)]));
  const at = (node: Node) => values.get(node) as Float64Array;

  function step(node: Node): () => void {
    const to = at(node);
    if (node.kind === 'sum') {
      const body = at(node.body);
      return () => {
        to[0] = 0;
        for (const value of body) to[0] = round(to[0] + value);
      };
    }
    if (node.kind !== 'apply')
      throw new Error(`internal: no value for ${node.kind === 'constant' ? 'a constant' : node.name}`);
    const { evaluate } = FUNCTIONS[node.name];
    const [a, b = a, c = a] = argumentsOf(node).map(at);
    // What does not vary by row has one value for all of them.
    const [p, q, r] = [a, b, c].map((each) => (each.length > 1 ? 1 : 0));
    return () => {
      for (let i = 0; i < to.length; i++) to[i] = round(evaluate(a[i * p], b[i * q], c[i * r]));
    };
  }

  const steps: (() => void)[] = [];
  for (const node of nodes) {
    if (given.has(node)) continue;
    if (node.kind === 'constant') at(node)[0] = round(node.value);
    else steps.push(step(node));
  }
  const loads = leaves.flatMap((leaf, i) => (values.has(leaf) ? [[at(leaf), i] as const] : []));
  const results = outputs.map(at);
  return {
    run(inputs) {
      for (const [to, from] of loads) for (let i = 0; i < to.length; i++) to[i] = round(inputs[from][i]);
      for (const each of steps) each();
      return results;
    },
  };
}
