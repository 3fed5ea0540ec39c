import { FUNCTIONS } from './functions.ts';
import { FLOAT32_MAX, type Graph } from './graph.ts';
import { argumentsOf, type Node, reachable } from './node.ts';

/** WGSL statements that compute nodes, and the expression that holds each output. */
export interface Emitted {
  /** Statements, one a line, without indentation. */
  readonly lines: readonly string[];
  /** An expression for each output, in their order. */
  readonly outputs: readonly string[];
}

/** Expressions of rows that are drawn instead of all: sums run over them. */
export interface DrawnRows {
  /** Number of them. */
  readonly count: string;
  /** Number of the row of a draw, counted from 0. */
  readonly row: (draw: string) => string;
  /** What sums are multiplied with. */
  readonly weight: string;
}

/** A float32 literal: the shortest text that reads back to the same float32 and is not beyond the largest, which compilers refuse. */
export function literal(value: number): string {
  const single = Math.fround(value);
  if (!Number.isFinite(single)) throw new Error(`internal: ${value} is not a float32`);
  const reads = (value: number) => Math.fround(value) === single && Math.abs(value) <= FLOAT32_MAX;
  let digits = 1;
  while (digits < 17 && !reads(Number(single.toPrecision(digits)))) digits++;
  const text = String(Number(single.toPrecision(digits)));
  return /[.e]/.test(text) ? `${text}f` : `${text}.0f`;
}

/**
 * Emits the nodes that `outputs` need. Row sums become one loop for all sums that can share it, over `table` (a storage array, row by
 * row: `table[row * COLUMNS + column]`).
 * @param leaves the WGSL expression of each node whose value is given: all inputs needed, and any other nodes computed elsewhere
 * @param drawn the rows that sums run over; null for all
 */
export function emit(
  graph: Graph,
  outputs: readonly Node[],
  leaves: ReadonlyMap<Node, string>,
  drawn: DrawnRows | null = null,
): Emitted {
  const nodes = reachable(outputs, leaves);
  const { lines, texts, text, write } = writer(graph, usesOf(nodes, leaves), leaves, 'v');

  // A level ends where sums must be complete before anything above them can be computed.
  const level = new Map<Node, number>();
  for (const node of nodes) {
    const args = leaves.has(node) ? [] : argumentsOf(node);
    const below = args.reduce((most, arg) => Math.max(most, level.get(arg) as number), 0);
    level.set(node, node.kind === 'sum' && !leaves.has(node) ? below + 1 : below);
  }
  const levels = nodes.reduce((most, node) => Math.max(most, level.get(node) as number), 0);
  for (let at = 0; at <= levels; at++) {
    for (const node of nodes)
      if (!node.perRow && level.get(node) === at && (node.kind !== 'sum' || leaves.has(node))) write(node);
    const sums = nodes.filter((node) => node.kind === 'sum' && !leaves.has(node) && level.get(node) === at + 1);
    if (sums.length === 0) continue;
    for (const sum of sums) {
      lines.push(`var v${sum.id} = 0.0;`);
      texts.set(sum, `v${sum.id}`);
    }
    if (drawn) lines.push(`for (var draw = 0u; draw < ${drawn.count}; draw++) {`, `let row = ${drawn.row('draw')};`);
    else lines.push(`for (var row = 0u; row < ${graph.rows}u; row++) {`);
    const needed = new Set(reachable(sums.map((sum) => argumentsOf(sum)[0])));
    for (const node of nodes) if (node.perRow && needed.has(node)) write(node);
    for (const sum of sums) lines.push(`${text(sum)} += ${text(argumentsOf(sum)[0])};`);
    lines.push('}');
    if (drawn) for (const sum of sums) lines.push(`${text(sum)} *= ${drawn.weight};`);
  }
  return { lines, outputs: outputs.map(text) };
}

/**
 * Emits nodes that need no sum over rows but those among the leaves, what varies by row like everything else: for a place where one row is at hand.
 * @param leaves the WGSL expression of each node whose value is given
 */
export function emitRow(
  graph: Graph,
  outputs: readonly Node[],
  leaves: ReadonlyMap<Node, string>,
  prefix = 'v',
): Emitted {
  const nodes = reachable(outputs, leaves);
  const { lines, text, write } = writer(graph, usesOf(nodes, leaves), leaves, prefix);
  for (const node of nodes) write(node);
  return { lines, outputs: outputs.map(text) };
}

/** How often each node is an argument. */
function usesOf(nodes: readonly Node[], leaves: ReadonlyMap<Node, string>): Map<Node, number> {
  const uses = new Map<Node, number>();
  for (const node of nodes) {
    if (!leaves.has(node)) for (const arg of argumentsOf(node)) uses.set(arg, (uses.get(arg) ?? 0) + 1);
  }
  return uses;
}

/** Writes nodes one after another: lines, and for each node its text, which is a name where it is used more than once. */
function writer(graph: Graph, uses: ReadonlyMap<Node, number>, leaves: ReadonlyMap<Node, string>, prefix: string) {
  const texts = new Map<Node, string>();
  const lines: string[] = [];

  const text = (node: Node) => texts.get(node) as string;
  const columns = Object.keys(graph.table);
  const write = (node: Node) => {
    const given = leaves.get(node);
    if (given !== undefined) texts.set(node, given);
    else if (node.kind === 'constant')
      texts.set(node, node.value < 0 ? `(${literal(node.value)})` : literal(node.value));
    else if (node.kind === 'input') throw new Error(`internal: no WGSL expression for the input ${node.name}`);
    else if (node.kind === 'column') {
      texts.set(node, `table[row * ${columns.length}u + ${columns.indexOf(node.name)}u]`);
    } else if (node.kind === 'apply') {
      const [a, b = '', c = ''] = node.args.map(text);
      const expression = FUNCTIONS[node.name].wgsl(a, b, c);
      if (uses.get(node) === 1 && expression.length < 80) texts.set(node, expression);
      else {
        lines.push(`let ${prefix}${node.id} = ${expression};`);
        texts.set(node, `${prefix}${node.id}`);
      }
    }
  };
  return { lines, texts, text, write };
}
