import { ConstantError } from '../../formula/constants.ts';
import { gradient } from '../../formula/differentiate.ts';
import { Graph } from '../../formula/graph.ts';
import { interpret, type Program } from '../../formula/interpret.ts';
import { type ApplyNode, type Node, reachable } from '../../formula/node.ts';
import { copyInto } from './copy.ts';
import type { UnitObjective } from './unit-objective.ts';

/** Creases that are looked at, and rows of a table whose own ones are, at most: first come, first served. */
const [MOST, ROWS] = [24, 8];
/** Newton's steps to a crease, and one so short, in units of the domain, that it has arrived. */
const [STEPS, ARRIVED] = [48, 1e-15];

/** Creases that are looked at together, at most; times that each of them is gone to, and how near such places are in the end. */
const [MEETINGS, ROUNDS, MET] = [32, 32, 1e-14];

/** What is 0 where a call has no derivative, or what is equal there; null of calls that have one everywhere, or jump. */
function creaseOf({ name, args: [a, b] }: ApplyNode): readonly Node[] | null {
  switch (name) {
    case 'abs':
    case 'relu':
    case 'sqrt':
      return [a];
    case 'pow':
      return b.kind === 'constant' ? [a] : null;
    case 'min':
    case 'max':
    case 'lt':
    case 'le':
      return [a, b];
    default:
      return null;
  }
}

/**
 * What is 0 where a call has no derivative, in a graph of its own; null where there is no such place.
 * @param row that of the table which is looked at, where rows differ
 */
export function differenceOf(graph: Graph, call: ApplyNode, row: number): Node | null {
  const crease = creaseOf(call);
  if (!crease) return null;
  try {
    const [a, b] = copyInto(graph, crease, () => null, call.perRow ? row : null);
    let difference = b ? graph.sub(a, b) : a;
    // What is under a root may be an absolute value of the same.
    while (difference.kind === 'apply' && difference.name === 'abs') [difference] = difference.args;
    return difference.kind === 'constant' ? null : difference;
  } catch (error) {
    if (error instanceof ConstantError) return null;
    throw error;
  }
}

/** The places at which a formula may have no derivatives: where what is under an absolute value or a root is 0, or both of which the larger is taken are equal. */
export class Creases {
  /** Number of them. */
  readonly count: number;
  /** Operations so far. */
  operations = 0;
  private readonly program: Program;
  private readonly cost: number;

  constructor(private readonly objective: UnitObjective) {
    const { graph, inputs, loss } = objective.objective.compiled;
    const own = new Graph(graph.table);
    const differences = new Set<Node>();
    for (const node of reachable([loss])) {
      if (node.kind !== 'apply') continue;
      const rows = node.perRow ? Math.min(graph.rows, ROWS) : 1;
      for (let row = 0; row < rows && differences.size < MOST; row++) {
        const difference = differenceOf(own, node, row);
        if (difference) differences.add(difference);
      }
    }
    const leaves = inputs.map(({ name }) => own.input(name));
    const outputs = [...differences].flatMap((node) => [node, ...gradient(own, node, leaves)]);
    this.count = differences.size;
    this.program = interpret(own, outputs, leaves);
    this.cost = reachable(outputs).length;
  }

  /** Creases that may meet: every two, and as many as there are parameters, one after the other. */
  get meetings(): number[][] {
    const { count } = this;
    const { size } = this.objective;
    const pairs = Array.from({ length: count }, (_, i) => Array.from({ length: i }, (_each, j) => [j, i])).flat();
    const more = Array.from({ length: size > 2 ? count - size + 1 : 0 }, (_, i) =>
      Array.from({ length: size }, (_each, j) => i + j),
    );
    return [...more, ...(size > 1 ? pairs : [])].slice(0, MEETINGS);
  }

  /** Where creases meet near a place; null where they are not found to. */
  where(indices: readonly number[], from: Float64Array): Float64Array | null {
    let at: Float64Array | null = from;
    for (let round = 0; round < ROUNDS; round++) {
      const before: Float64Array = at;
      for (const index of indices) {
        at = this.near(index, at);
        if (at === null) return null;
      }
      if (at.every((value, k) => Math.abs(value - before[k]) <= MET)) return at;
    }
    return null;
  }

  /** A place on a crease near one, in units of the domain; null where none is found in the domain. */
  near(index: number, from: ArrayLike<number>): Float64Array | null {
    const { objective, program } = this;
    const { size, widths } = objective;
    const at = Float64Array.from(from);
    const first = index * (1 + size);
    for (let i = 0; i < STEPS; i++) {
      const values = program.run(objective.parametersAt(at));
      this.operations += this.cost;
      if (values[first] === 0) break;
      const slope = widths.map((width, k) => values[first + 1 + k] * width);
      const square = slope.reduce((sum, value) => sum + value ** 2, 0);
      const times = -values[first] / square;
      if (!Number.isFinite(times)) return null;
      for (let k = 0; k < size; k++) at[k] += times * slope[k];
      if (Math.abs(times) * Math.sqrt(square) <= ARRIVED) break;
    }
    return objective.isInside(at, 0) ? at : null;
  }
}
