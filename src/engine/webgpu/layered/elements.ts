import { argumentsOf, emitRow, type Graph, type Node, reachable } from '../../../formula/index.ts';

/** WGSL that makes nodes of a graph whose rows are a cell's parameters ready for a loop over them. */
export interface Prepared {
  /** Module-scope variables. */
  readonly variables: string;
  /** Statements for all threads of a workgroup together, `id` being the thread's number: sums over the parameters, and what all of them share. */
  readonly lines: readonly string[];
  /** The expression of every node that has a value after that, the given ones included. */
  readonly known: ReadonlyMap<Node, string>;
}

const COMPONENTS = ['x', 'y', 'z', 'w'] as const;

/**
 * Prepares outputs: sums over the parameters one level after another, each with what the next one needs. What varies by parameter is computed anew in each loop, and in the end by
 * `emitRow` with what is known, of the parameter `p`.
 * @param leaves the expression of each node whose value is given; of columns, that of parameter `p`
 * @param name what the variables' names begin with
 */
export function prepareElements(
  graph: Graph,
  outputs: readonly Node[],
  leaves: ReadonlyMap<Node, string>,
  name: string,
): Prepared {
  const nodes = reachable(outputs, leaves);
  const open = (node: Node) => (leaves.has(node) ? [] : argumentsOf(node));
  const level = new Map<Node, number>();
  for (const node of nodes) {
    const below = open(node).reduce((most, arg) => Math.max(most, level.get(arg) as number), 0);
    level.set(node, node.kind === 'sum' && !leaves.has(node) ? below + 1 : below);
  }
  const at = (node: Node) => level.get(node) as number;
  // What parameters share is kept where they read it, or where it is read after another sum.
  const read = new Set(outputs);
  for (const node of nodes) for (const arg of open(node)) if (node.perRow || at(arg) < at(node)) read.add(arg);

  const known = new Map(leaves);
  const lines: string[] = [];
  let kept = 0;
  let totals = 0;
  const levels = Math.max(0, ...nodes.map(at));
  for (let stage = 0; stage <= levels; stage++) {
    const shared = nodes.filter(
      (node) => node.kind === 'apply' && !node.perRow && !leaves.has(node) && at(node) === stage && read.has(node),
    );
    const emitted = emitRow(graph, shared, known, `${name}${stage}_`);
    lines.push(...emitted.lines);
    for (const [i, node] of shared.entries()) {
      const place = `${name}_shared[${kept++}]`;
      lines.push(`${place} = ${node.truth ? `select(0.0, 1.0, ${emitted.outputs[i]})` : emitted.outputs[i]};`);
      known.set(node, node.truth ? `(${place} != 0.0)` : place);
    }
    const sums = nodes.filter((node) => node.kind === 'sum' && !leaves.has(node) && at(node) === stage + 1);
    for (let first = 0; first < sums.length; first += COMPONENTS.length) {
      const some = sums.slice(first, first + COMPONENTS.length);
      const bodies = emitRow(graph, some.flatMap(argumentsOf), known, 'r');
      const components = COMPONENTS.map((_, i) => bodies.outputs[i] ?? '0.0');
      const part = `${name}_part${totals}`;
      const sum = `${name}_sum${totals++}`;
      lines.push(
        `var ${part} = vec4f();`,
        'for (var p = id; p < PARAMETERS; p += WORKGROUP) {',
        ...bodies.lines.map((line) => `  ${line}`),
        `  ${part} += vec4f(${components.join(', ')});`,
        '}',
        `${sum} = total(id, ${part});`,
      );
      for (const [i, node] of some.entries()) known.set(node, `${sum}.${COMPONENTS[i]}`);
    }
  }
  const sums = Array.from({ length: totals }, (_, i) => `var<private> ${name}_sum${i}: vec4f;`);
  const variables = [`var<private> ${name}_shared: array<f32, ${Math.max(kept, 1)}>;`, ...sums].join('\n');
  return { variables, lines, known };
}
