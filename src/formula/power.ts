import type { Graph } from './graph.ts';
import type { FunctionName, Node } from './node.ts';

/** Largest integer exponent that is made of products. */
const MAX_PRODUCT = 1024;

/**
 * `base` to the power `exponent`: products for an integer constant, a square root for one half, exp(exponent · log base) for a positive
 * constant base, else WGSL's `pow`, which has a value only for a positive base; `problem` then says so.
 */
export function power(graph: Graph, base: Node, exponent: Node): { readonly node: Node; readonly problem?: string } {
  if (exponent.kind === 'constant') {
    const n = exponent.value;
    if (Number.isInteger(n) && Math.abs(n) <= MAX_PRODUCT) return { node: graph.power(base, n) };
    if (n === 0.5) return { node: graph.apply('sqrt', base) };
  }
  if (base.kind === 'constant' && base.value > 0) {
    return { node: graph.apply('exp', graph.mul(exponent, graph.constant(Math.log(base.value)))) };
  }
  const node = graph.apply('pow', base, exponent);
  return isNotNegative(base)
    ? { node }
    : { node, problem: 'a power whose exponent is no integer has a value only where its base is above 0' };
}

/** Whether a node is not below 0 by its form alone. */
function isNotNegative(node: Node): boolean {
  return node.kind === 'apply' && NOT_NEGATIVE.has(node.name);
}

const NOT_NEGATIVE = new Set<FunctionName>(['exp', 'sigmoid', 'softplus', 'abs', 'sqrt', 'relu']);
