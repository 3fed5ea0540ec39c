import { apply, each } from './elements.ts';
import { PartError } from './errors.ts';
import type { Graph } from './graph.ts';
import type { FunctionName } from './node.ts';
import { power } from './power.ts';
import type { Value } from './scope.ts';
import type { BinaryOperator, UnaryTree } from './syntax.ts';

/** Operators that are a function of both values as they stand. */
const FUNCTIONS: Partial<Record<BinaryOperator, FunctionName>> = {
  '+': 'add', '-': 'sub', '*': 'mul', juxtaposed: 'mul', '<': 'lt', '<=': 'le', '==': 'eq', and: 'and', or: 'or',
}; // biome-ignore format: a table

/** A sign or `not` before a value. */
export function applyUnary(graph: Graph, operator: UnaryTree['operator'], value: Value): Value {
  if (operator === '+') return value;
  return apply(graph, operator === '-' ? 'neg' : 'not', [value]);
}

/**
 * An operator between two values. Throws `PartError` where it has no value.
 * @param note told what is worth knowing of a power that is nevertheless usable
 */
export function applyBinary(
  graph: Graph,
  operator: BinaryOperator,
  left: Value,
  right: Value,
  note: (message: string) => void,
): Value {
  const name = FUNCTIONS[operator];
  if (name) return apply(graph, name, [left, right]);
  if (operator === '>') return apply(graph, 'lt', [right, left]);
  if (operator === '>=') return apply(graph, 'le', [right, left]);
  if (operator === '!=') return apply(graph, 'not', [apply(graph, 'eq', [left, right])]);
  if (operator === '/') return divide(graph, left, right);
  return each([left, right], ([base, exponent]) => {
    const { node, problem } = power(graph, graph.number(base), graph.number(exponent));
    if (problem) note(problem);
    return node;
  });
}

function divide(graph: Graph, above: Value, below: Value): Value {
  const divisors = Array.isArray(below) ? below : [below];
  if (divisors.some((node) => node.kind === 'constant' && node.value === 0)) {
    throw new PartError('a division by 0', 'a trajectory cannot pass there');
  }
  if (!Array.isArray(above) || Array.isArray(below)) return apply(graph, 'div', [above, below]);
  // A vector by a scalar is a product with one shared reciprocal: one division instead of several.
  return apply(graph, 'mul', [above, apply(graph, 'div', [graph.constant(1), below])]);
}
