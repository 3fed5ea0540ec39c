import type { LayeredNetwork, Plan } from '../src/experiment/index.ts';
import { type Node, reachable } from '../src/formula/index.ts';

/** Functions that make no new number: signs, choices, comparisons. */
const FREE = new Set<string>([
  'neg',
  'abs',
  'sign',
  'floor',
  'min',
  'max',
  'relu',
  'lt',
  'le',
  'eq',
  'not',
  'and',
  'or',
  'choose',
]);

/**
 * Floating-point operations of one update of one trajectory, exactly as they are asked for: each addition, subtraction, multiplication, division, root and function (an
 * exponential as much as a product) is one; signs, choices and comparisons are none. What is over rows of a table counts for each of them, and so does adding it up. The
 * step θ − η·u is two for each parameter.
 */
export function flopsOf(plan: Plan, optimizer = 0): number {
  const { compiled, layered, parameters } = plan.objective;
  const { update } = plan.optimizers[optimizer];
  const states = update.states.map(({ next }) => next);
  const surface = layered ? ofLayers(layered) : countOf([compiled.loss, ...compiled.gradient], compiled.graph.rows);
  // Of a parameter that stands for all, what varies from one to the next counts for each.
  return surface + countOf([...update.update, ...states], update.graph.elements) + 2 * parameters.length;
}

/** Those of a network's loss and gradient, forwards and backwards through its layers. */
function ofLayers({ layers, biases, rows, outputs, loss, l2, parameters }: LayeredNetwork): number {
  const perRow = layers.reduce((sum, { from, to, activation, factor }, l) => {
    const inputs = from + (biases ? 1 : 0);
    const bent = activation === 'tanh' || activation === 'sigmoid' ? 1 : 0;
    // A product and a sum for each weight, forwards and for its gradient; the function; below the last layer, the derivatives by what came in, times the slope.
    const weights = 4 * to * inputs + (factor === 1 ? 0 : to);
    const below = l === 0 ? 0 : 2 * to * from;
    const slopes = l === layers.length - 1 ? 0 : 3 * bent * to;
    return sum + weights + bent * to + below + slopes;
  }, 0);
  const compared = { 'mean-square': 4, logistic: 6, 'cross-entropy': 8 }[loss] * outputs;
  return rows * (perRow + compared) + (l2 > 0 ? 4 * parameters : 0);
}

function countOf(nodes: readonly Node[], rows: number): number {
  let count = 0;
  for (const node of reachable(nodes)) {
    if (node.kind === 'sum') count += rows;
    else if (node.kind === 'apply' && !FREE.has(node.name)) count += node.perRow ? rows : 1;
  }
  return count;
}
