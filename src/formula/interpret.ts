import { FUNCTIONS } from './functions.ts';
import type { Graph } from './graph.ts';
import { argumentsOf, type Node, reachable } from './node.ts';

/** A graph made ready to be evaluated on the CPU: the oracle that every other machine is compared with. */
export interface Program {
  /** Values of the outputs for these values of the leaves, in their order; the returned array is overwritten by the next run. */
  run(values: ArrayLike<number>): Float64Array;
}

/** `float64`, or every operation rounded to float32 as a GPU rounds it (functions correctly rounded, which GPUs only approximate). */
export type Precision = 'float64' | 'float32';

type Step = (registers: Float64Array, row: number) => void;

/**
 * Compiles nodes for evaluation.
 * @param leaves the nodes whose values are given to `run`: all inputs that the outputs need, and any other nodes computed elsewhere
 */
export function interpret(
  graph: Graph,
  outputs: readonly Node[],
  leaves: readonly Node[],
  precision: Precision = 'float64',
): Program {
  const given = new Set(leaves);
  const nodes = reachable(outputs, given);
  const register = new Map(nodes.map((node, i) => [node, i]));
  const registers = new Float64Array(nodes.length);
  const round = precision === 'float32' ? Math.fround : (x: number) => x;
  const at = (node: Node) => register.get(node) as number;

  const rowSteps = (body: Node) => {
    const needed = new Set(reachable([body]));
    return nodes.filter((node) => node.perRow && needed.has(node)).map(step);
  };
  function step(node: Node): Step {
    const to = at(node);
    if (node.kind === 'column') {
      const column = graph.table[node.name];
      return (r, row) => {
        r[to] = round(column[row]);
      };
    }
    if (node.kind === 'sum') {
      const steps = rowSteps(node.body);
      const from = at(node.body);
      return (r) => {
        let sum = 0;
        for (let row = 0; row < graph.rows; row++) {
          for (const each of steps) each(r, row);
          sum = round(sum + r[from]);
        }
        r[to] = sum;
      };
    }
    if (node.kind !== 'apply') throw new Error(`internal: no step for ${node.kind}`);
    const { evaluate } = FUNCTIONS[node.name];
    const [a, b, c] = [0, 1, 2].map((i) => (i < node.args.length ? at(argumentsOf(node)[i]) : 0));
    return (r) => {
      r[to] = round(evaluate(r[a], r[b], r[c]));
    };
  }

  const steps: Step[] = [];
  const loads: [register: number, leaf: number][] = [];
  for (const node of nodes) {
    if (given.has(node)) loads.push([at(node), leaves.indexOf(node)]);
    else if (node.kind === 'constant') registers[at(node)] = round(node.value);
    else if (node.kind === 'input') throw new Error(`internal: no value for the input ${node.name}`);
    else if (!node.perRow) steps.push(step(node));
  }
  const results = new Float64Array(outputs.length);
  return {
    run(values) {
      for (const [to, from] of loads) registers[to] = round(values[from]);
      for (const each of steps) each(registers, 0);
      for (let i = 0; i < outputs.length; i++) results[i] = registers[at(outputs[i])];
      return results;
    },
  };
}
