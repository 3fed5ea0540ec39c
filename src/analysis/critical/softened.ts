import { spread } from '../../engine/spread.ts';
import { ConstantError } from '../../formula/constants.ts';
import { gradient, hessian } from '../../formula/differentiate.ts';
import { Graph } from '../../formula/graph.ts';
import { interpret } from '../../formula/interpret.ts';
import { type ApplyNode, type Node, reachable } from '../../formula/node.ts';
import { copyInto } from './copy.ts';
import { differenceOf } from './creases.ts';
import type { Searchable } from './unit-objective.ts';

/** Places all over the domain from which sizes are judged. */
const PLACES = 32;

/** How large what is rounded is in a domain, for each call that has an edge. */
export type Sizes = ReadonlyMap<ApplyNode, number>;

/** The mean size, over a domain, of what is 0 on each edge of a formula; of one in a table's row, that of the first row. */
export function sizesOf({ domain, compiled }: Searchable): Sizes {
  const graph = new Graph(compiled.graph.table);
  const differences = reachable([compiled.loss]).flatMap((call) => {
    const difference = call.kind === 'apply' ? differenceOf(graph, call, 0) : null;
    return difference ? [{ call: call as ApplyNode, difference }] : [];
  });
  const leaves = compiled.inputs.map(({ name }) => graph.input(name));
  const program = interpret(
    graph,
    differences.map(({ difference }) => difference),
    leaves,
  );
  const sums = differences.map(() => ({ sum: 0, count: 0 }));
  for (let k = 0; k < PLACES; k++) {
    for (const [i, value] of program.run(spread(k, domain)).entries()) {
      if (!Number.isFinite(value)) continue;
      sums[i].sum += Math.abs(value);
      sums[i].count++;
    }
  }
  return new Map(differences.map(({ call }, i) => [call, sums[i].sum / sums[i].count || 1]));
}

/**
 * An objective whose edges and tips are rounded: |a| is √(a² + ε²), the larger of two half their sum and of that of their difference, √a is √(a + ε²). Its
 * critical points come to the extrema on edges and tips as ε becomes smaller. null where constants of the formula have no value then.
 * @param width ε, in units of the sizes
 */
export function softened({ domain, compiled }: Searchable, sizes: Sizes, width: number): Searchable | null {
  const graph = new Graph(compiled.graph.table);
  const half = (a: Node) => graph.mul(graph.constant(0.5), a);
  try {
    const [loss] = copyInto(graph, [compiled.loss], (call, [a, b]) => {
      const size = sizes.get(call);
      if (size === undefined) return null;
      const square = graph.constant((width * size) ** 2);
      const rounded = (c: Node) => graph.apply('sqrt', graph.add(graph.mul(c, c), square));
      switch (call.name) {
        case 'abs':
          return rounded(a);
        case 'relu':
          return half(graph.add(a, rounded(a)));
        case 'max':
          return half(graph.add(graph.add(a, b), rounded(graph.sub(a, b))));
        case 'min':
          return half(graph.sub(graph.add(a, b), rounded(graph.sub(a, b))));
        case 'sqrt':
          return graph.apply('sqrt', graph.add(a, graph.constant(width ** 2 * size)));
        default:
          return null;
      }
    });
    const inputs = compiled.inputs.map(({ name }) => graph.input(name));
    const derivatives = { gradient: gradient(graph, loss, inputs), hessian: hessian(graph, loss, inputs) };
    return { domain, compiled: { graph, inputs, loss, ...derivatives } };
  } catch (error) {
    if (error instanceof ConstantError) return null;
    throw error;
  }
}
