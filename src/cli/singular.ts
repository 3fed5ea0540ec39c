import {
  argumentsOf,
  FUNCTIONS,
  type FunctionName,
  type Node,
  type ObjectiveGraph,
  reachable,
} from '../formula/index.ts';

/** Where a function has no value or no derivative, and what of that is told; of several, the first that holds. */
type Places = readonly (readonly [at: (a: number, b: number) => boolean, note: string])[];

const ZERO = 'the gradient takes 0 for it';
const ONE_SIDE = "the gradient takes one side's";
const BY_ZERO = 'a division by 0 has neither a value nor derivatives';

const PLACES: Partial<Record<FunctionName, Places>> = {
  abs: [[(a) => a === 0, `abs has no derivative at 0, where its argument is here; ${ZERO}`]],
  relu: [[(a) => a === 0, `relu has no derivative at 0, where its argument is here; ${ZERO}`]],
  sign: [[(a) => a === 0, `sign jumps at 0, where its argument is here; ${ZERO}`]],
  floor: [[(a) => Number.isInteger(a), `floor jumps at whole numbers, where its argument is here; ${ZERO}`]],
  sqrt: [
    [(a) => a < 0, 'sqrt has no value below 0, where its argument is here'],
    [(a) => a === 0, `sqrt has no derivative at 0, where its argument is here; ${ZERO}`],
  ],
  log: [[(a) => a <= 0, 'log has neither a value nor derivatives at 0 and below, where its argument is here']],
  pow: [
    [(a) => a < 0, 'a power whose exponent is no integer has no value where its base is below 0, as here'],
    [(a) => a === 0, 'a power whose exponent is no integer has no derivatives where its base is 0, as here'],
  ],
  min: [[(a, b) => a === b, `min has no derivative where its arguments are equal, as here; ${ONE_SIDE}`]],
  max: [[(a, b) => a === b, `max has no derivative where its arguments are equal, as here; ${ONE_SIDE}`]],
  lt: [[(a, b) => a === b, `a comparison changes where its sides are equal, as here; ${ONE_SIDE}`]],
  le: [[(a, b) => a === b, `a comparison changes where its sides are equal, as here; ${ONE_SIDE}`]],
  div: [[(_, b) => b === 0, BY_ZERO]],
};

/** What of an objective has no derivative at a point, in words; what holds of several places is told once. */
export function singularities({ graph, inputs, loss }: ObjectiveGraph, point: readonly number[]): string[] {
  const nodes = reachable([loss]);
  const values = new Map<Node, readonly number[]>(inputs.map((input, i) => [input, [point[i]]]));
  const notes = new Set<string>();
  for (const node of nodes) {
    const args = argumentsOf(node).map((arg) => values.get(arg) as readonly number[]);
    if (node.kind === 'constant') values.set(node, [node.value]);
    if (node.kind === 'column') values.set(node, graph.table[node.name]);
    if (node.kind === 'sum') values.set(node, [args[0].reduce((sum, value) => sum + value, 0)]);
    if (node.kind !== 'apply') continue;
    const { evaluate } = FUNCTIONS[node.name];
    const places = PLACES[node.name] ?? [];
    const rows = Array.from({ length: node.perRow ? graph.rows : 1 }, (_, row) => {
      const [a, b, c] = args.map((arg) => (arg.length === 1 ? arg[0] : arg[row]));
      const place = places.find(([at]) => at(a, b));
      if (place) notes.add(place[1]);
      return evaluate(a, b, c);
    });
    values.set(node, rows);
  }
  return [...notes];
}
