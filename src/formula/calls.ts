import { apply, lengthOf } from './elements.ts';
import { PartError } from './errors.ts';
import { CALLABLE } from './functions.ts';
import type { Graph } from './graph.ts';
import type { Node } from './node.ts';
import { plural } from './plural.ts';
import type { Value } from './scope.ts';

/** Functions over a vector or over the rows of the data table. */
const REDUCTIONS = ['sum', 'mean', 'norm', 'dot'];

/** Whether a name is a function's. */
export function isFunction(name: string): boolean {
  return name === 'if' || CALLABLE.has(name) || REDUCTIONS.includes(name);
}

/** The functions that a formula may call, those left out that have nothing here to run over. */
export function functionNames(graph: Graph, names: ReadonlyMap<string, Value>): readonly string[] {
  const vectors = lengthOf([...names.values()]) > 0;
  const reductions = vectors ? REDUCTIONS : hasTable(graph) ? ['sum', 'mean'] : [];
  return [...CALLABLE.keys(), 'if', ...reductions];
}

/** Throws `PartError` where a function does not take so many arguments. */
export function checkCount(name: string, count: number): void {
  const open = name === 'min' || name === 'max';
  const least = name === 'if' ? 3 : open || name === 'dot' ? 2 : 1;
  if (count === least || (open && count > least)) return;
  const takes = `it takes ${open ? 'at least ' : ''}${least}`;
  throw new PartError(`\`${name}\` with ${count} ${plural(count, 'argument')}`, takes);
}

/**
 * A function's value. Throws `PartError` where it has none for these arguments; their number has been checked.
 * @param represented whether a vector's one element stands for all
 */
export function applyCall(graph: Graph, name: string, args: readonly Value[], represented = false): Value {
  if (name === 'if') return apply(graph, 'choose', args);
  if (name === 'sum' || name === 'mean') return reduce(graph, name, args[0], represented);
  if (name === 'norm' || name === 'dot') {
    const [a, b] = vectors(graph, name, name === 'dot' ? args : [args[0], args[0]]);
    const products = a.map((x, i) => graph.mul(x, b[i]));
    const total = represented ? graph.sum(products[0]) : graph.total(products);
    return name === 'dot' ? total : graph.apply('sqrt', total);
  }
  const callable = CALLABLE.get(name);
  if (!callable) throw new Error(`internal: ${name} is no function`);
  const [first, ...rest] = args;
  if (rest.length === 0) return apply(graph, callable, args);
  return rest.reduce((sum, arg) => apply(graph, callable, [sum, arg]), first);
}

function reduce(graph: Graph, name: 'sum' | 'mean', value: Value, represented: boolean): Node {
  if (!isVector(value) && !hasTable(graph)) {
    throw new PartError(`\`${name}(…)\` without a data table`, 'give the objective `data`: columns of numbers by name');
  }
  const overRows = !isVector(value) || represented;
  const numbers = (isVector(value) ? value : [value as Node]).map((node) => graph.number(node));
  const sum = overRows ? graph.sum(numbers[0]) : graph.total(numbers);
  if (name === 'sum') return sum;
  return graph.div(sum, graph.constant(overRows ? graph.rows : numbers.length));
}

/** The arguments as vectors of one length; a scalar beside a vector stands for each of its elements. */
function vectors(graph: Graph, name: string, args: readonly Value[]): readonly (readonly Node[])[] {
  const length = lengthOf(args);
  if (length === 0) throw new PartError(`\`${name}(…)\` of a scalar`, 'it takes a vector such as u, g or theta');
  return args.map((arg) => (isVector(arg) ? arg : Array.from({ length }, () => arg)).map((x) => graph.number(x)));
}

function isVector(value: Value): value is readonly Node[] {
  return Array.isArray(value);
}

/** Whether a formula has rows of data to sum over. */
function hasTable(graph: Graph): boolean {
  return graph.rows > 0 && graph.elements === 0;
}
