import { FUNCTIONS } from './functions.ts';
import type { Graph } from './graph.ts';
import { argumentsOf, type Node, reachable, type SumNode } from './node.ts';

/** A graph made ready to be evaluated on the CPU: the oracle that every other machine is compared with. */
export interface Program {
  /**
   * Values of the outputs for these values of the leaves, in their order; the returned array is overwritten by the next run.
   * @param sample the rows that sums run over; all, each once, where it is not given
   */
  run(values: ArrayLike<number>, sample?: RowSample): Float64Array;
}

/** Rows of a data table that stand for all of them. */
export interface RowSample {
  /** Their numbers, from 0; a row may stand there more than once. */
  readonly rows: ArrayLike<number>;
  /** What a sum over them is multiplied with: the number of all rows over theirs. */
  readonly weight: number;
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

  function step(node: Node): Step {
    const to = at(node);
    if (node.kind === 'column') {
      const column = graph.table[node.name];
      return (r, row) => {
        r[to] = round(column[row]);
      };
    }
    if (node.kind !== 'apply') throw new Error(`internal: no step for ${node.kind}`);
    const { evaluate } = FUNCTIONS[node.name];
    const [a, b, c] = [0, 1, 2].map((i) => (i < node.args.length ? at(argumentsOf(node)[i]) : 0));
    return (r) => {
      r[to] = round(evaluate(r[a], r[b], r[c]));
    };
  }

  let sample: RowSample | undefined;

  /** Sums that need nothing of one another, in one pass over the rows: what their bodies share is computed once a row. */
  function rowPass(sums: readonly SumNode[]): Step {
    const needed = new Set(reachable(sums.map(({ body }) => body)));
    const steps = nodes.filter((node) => node.perRow && needed.has(node)).map(step);
    const [totals, bodies] = [sums.map(at), sums.map(({ body }) => at(body))];
    return (r) => {
      for (const to of totals) r[to] = 0;
      const count = sample ? sample.rows.length : graph.rows;
      for (let place = 0; place < count; place++) {
        const row = sample ? sample.rows[place] : place;
        for (const each of steps) each(r, row);
        for (let i = 0; i < totals.length; i++) r[totals[i]] = round(r[totals[i]] + r[bodies[i]]);
      }
      if (sample) for (const to of totals) r[to] = round(r[to] * round(sample.weight));
    };
  }

  const steps: Step[] = [];
  const loads: [register: number, leaf: number][] = [];
  for (const node of nodes) {
    if (given.has(node)) loads.push([at(node), leaves.indexOf(node)]);
    else if (node.kind === 'constant') registers[at(node)] = round(node.value);
    else if (node.kind === 'input') throw new Error(`internal: no value for the input ${node.name}`);
  }
  for (const { before, sums } of stagesOf(nodes, given)) {
    for (const node of before) if (node.kind === 'apply') steps.push(step(node));
    if (sums.length > 0) steps.push(rowPass(sums));
  }
  const results = new Float64Array(outputs.length);
  return {
    run(values, drawn) {
      sample = drawn;
      for (const [to, from] of loads) registers[to] = round(values[from]);
      for (const each of steps) each(registers, 0);
      for (let i = 0; i < outputs.length; i++) results[i] = registers[at(outputs[i])];
      return results;
    },
  };
}

/** Row-free nodes that can be computed one after the other, then the sums over the rows that can be computed from them. */
interface Stage {
  readonly before: Node[];
  readonly sums: SumNode[];
}

/** The row-free nodes among some, leaves excepted: a stage ends where sums must be complete before anything above them can be computed. */
function stagesOf(nodes: readonly Node[], leaves: ReadonlySet<Node>): Stage[] {
  const stages: Stage[] = [];
  const stage = new Map<Node, number>();
  for (const node of nodes) {
    const args = leaves.has(node) ? [] : argumentsOf(node);
    const number = args.reduce((most, arg) => Math.max(most, stage.get(arg) as number), 0);
    while (stages.length <= number) stages.push({ before: [], sums: [] });
    const isSum = node.kind === 'sum' && !leaves.has(node);
    stage.set(node, isSum ? number + 1 : number);
    if (isSum) stages[number].sums.push(node);
    else if (!node.perRow && !leaves.has(node)) stages[number].before.push(node);
  }
  return stages;
}
