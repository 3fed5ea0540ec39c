import { asFormula, type LayeredNetwork, madeOf, type Plan } from '../src/experiment/index.ts';
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
 * Floating-point operations of one update of one trajectory, exactly: each addition, subtraction, multiplication, division, root and function (an exponential as much as a product) is
 * one; signs, choices and comparisons are none. What is over rows of a table counts for each of them, and so does adding it up. What depends on the step and on hyperparameters alone is the same
 * for all trajectories and does not count. Position and step are three for each parameter: origin + displacement, and displacement − η·u.
 */
export function flopsOf(plan: Plan, optimizer = 0): number {
  const { layered, parameters } = plan.objective;
  return (
    (layered ? flopsOfLayers(layered) : flopsOfFormula(plan)) + flopsOfStep(plan, optimizer) + 3 * parameters.length
  );
}

/** Of a network's loss and gradient: two for each weight and row forwards and two for its gradient, and two to go back but in the first layer, beside what units and losses take. */
function flopsOfLayers({ layers, biases, loss, l2, rows, outputs, parameters }: LayeredNetwork): number {
  let row = { 'mean-square': 4, logistic: 5, 'cross-entropy': 8 }[loss] * outputs;
  let weights = 0;
  for (const { from, to, activation, factor, number } of layers) {
    weights += from * to;
    row += from * to * (number > 1 ? 6 : 4) + (biases ? 2 * to : 0) + (factor === 1 ? 0 : 2 * to);
    row += { linear: 0, relu: 0, tanh: 4, sigmoid: 4 }[activation] * to;
  }
  return rows * row + parameters + 1 + (l2 > 0 ? 4 * weights : 0);
}

function flopsOfFormula({ objective }: Plan): number {
  const { loss, gradient, graph } = asFormula(objective).compiled;
  return countOf(reachable([loss, ...gradient]), graph.rows);
}

function flopsOfStep(plan: Plan, optimizer: number): number {
  const { update } = plan.optimizers[optimizer];
  const { nodes, states } = madeOf(
    [update.t, ...update.hyperparameters.values()],
    [...update.update, update.eta],
    update.states,
  );
  const next = update.states.flatMap((state, i) => (states.includes(i) ? [] : [state.next]));
  const made = reachable([...update.update, ...next], nodes).filter((node) => !nodes.has(node));
  return countOf(made, update.graph.elements);
}

function countOf(nodes: readonly Node[], rows: number): number {
  let count = 0;
  for (const node of nodes) {
    if (node.kind === 'sum') count += rows;
    else if (node.kind === 'apply' && !FREE.has(node.name)) count += node.perRow ? rows : 1;
  }
  return count;
}
