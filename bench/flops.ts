import { hoist } from '../src/engine/knobs.ts';
import type { LayeredNetwork, Plan, UpdateGraph } from '../src/experiment/index.ts';
import { type FunctionName, type Node, type ObjectiveGraph, reachable } from '../src/formula/index.ts';

/**
 * Floating-point operations: additions, subtractions, multiplications, divisions, comparisons and selections count one each, and so does a square root; a function counts
 * as many as `functions.wgsl` writes it with. Constants, loads and whole numbers count nothing.
 */
const FUNCTIONS: Partial<Record<FunctionName, number>> = {
  exp: 24,
  log: 26,
  pow: 51,
  sin: 29,
  cos: 29,
  tan: 30,
  tanh: 46,
  atan: 27,
  sigmoid: 27,
  softplus: 45,
};

/** Operations of one update of one cell of a plan's optimizer: loss and gradient, the optimizer's step, and the move. */
export function updateFlops({ objective, optimizers }: Plan, optimizer: number): number {
  const { update } = optimizers[optimizer];
  const own = objective.layered ? networkFlops(objective.layered) : formulaFlops(objective.compiled);
  // Each parameter: η·u, and its subtraction; and the position's sum.
  return own + stepFlops(update) + 3 * objective.parameters.length;
}

/** Operations of a formula's loss and gradient, each computed once; those over a table for each of its rows, with the sums. */
function formulaFlops({ graph, loss, gradient }: ObjectiveGraph): number {
  return count(reachable([loss, ...gradient]), (node) => (node.perRow || node.kind === 'sum' ? graph.rows : 1));
}

/** Operations of a step, without what depends on hyperparameters alone. Where one parameter stands for all, what varies by parameter counts for each. */
function stepFlops(update: UpdateGraph): number {
  const given = new Set<Node>(hoist(update));
  const outputs = [update.eta, ...update.update, ...update.states.map(({ next }) => next)];
  const { elements } = update.graph;
  return count(
    reachable(outputs, given).filter((node) => !given.has(node)),
    (node) => (elements > 0 && (node.perRow || node.kind === 'sum') ? elements : 1),
  );
}

/** Operations of a network's loss and gradient, forwards and backwards through its layers; what is added to a bias counts as a weight of an input that is 1. */
export function networkFlops({ layers, biases, rows, outputs, loss, l2, parameters }: LayeredNetwork): number {
  const one = biases ? 1 : 0;
  const perRow = layers.reduce((sum, { from, to, activation }, l) => {
    const forward =
      2 * to * (from + one) + to * (activation === 'linear' ? 0 : (FUNCTIONS[activation as FunctionName] ?? 1));
    const weights = 2 * to * (from + one);
    // Derivatives by what came in, times the slope of the layer below: three operations, but for the first layer.
    const below = l === 0 ? 0 : 2 * to * from + 3 * from;
    return sum + forward + weights + below;
  }, 0);
  const compared = { 'mean-square': 4, logistic: 45 + 27 + 4, 'cross-entropy': 2 * 24 + 8 }[loss] * outputs;
  return rows * (perRow + compared) + (l2 > 0 ? 4 * parameters : 0);
}

function count(nodes: readonly Node[], times: (node: Node) => number): number {
  return nodes.reduce((sum, node) => {
    if (node.kind === 'sum') return sum + times(node);
    return node.kind === 'apply' ? sum + times(node) * (FUNCTIONS[node.name] ?? 1) : sum;
  }, 0);
}
