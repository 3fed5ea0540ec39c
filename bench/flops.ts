import { asFormula, type LayeredNetwork, madeOf, type Plan } from '../src/experiment/index.ts';
import { type Node, reachable } from '../src/formula/index.ts';
import { type CountedFunction, functionFlops } from './function-flops.ts';

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

/** How functions (tanh, cos, …) are counted: as one operation, or as all that the CPU engine's own form of them makes. */
export type FunctionCount = 'one' | 'own';

/**
 * Floating-point operations of one update of one trajectory, exactly: each addition, subtraction, multiplication, division and root is one; signs, choices and comparisons are none. What is over rows of
 * a table counts for each of them, and so does adding it up. What depends on the step and on hyperparameters alone is the same for all trajectories and does not count. Position and step are three for
 * each parameter: origin + displacement, and displacement − η·u.
 */
export function flopsOf(plan: Plan, functions: FunctionCount, optimizer = 0): number {
  const { layered, parameters } = plan.objective;
  const of = (name: string) => (functions === 'own' ? (functionFlops(name as CountedFunction) ?? 1) : 1);
  const surface = layered ? flopsOfLayers(layered, of) : flopsOfFormula(plan, of);
  return surface + flopsOfStep(plan, optimizer, of) + 3 * parameters.length;
}

/** Operations of a function by its name. */
type FlopsOf = (name: string) => number;

/** Of a network's loss and gradient: two for each weight and row forwards and two for its gradient, and two to go back but in the first layer, beside what units and losses take. */
function flopsOfLayers({ layers, biases, loss, l2, rows, outputs, parameters }: LayeredNetwork, of: FlopsOf): number {
  const compare = {
    'mean-square': 4,
    logistic: 4 + of('softplus') + of('sigmoid'),
    'cross-entropy': 8 + 2 * of('exp'),
  }[loss];
  let row = compare * outputs + (loss === 'cross-entropy' ? 2 + of('log') : 0);
  let weights = 0;
  for (const { from, to, activation, factor, number } of layers) {
    weights += from * to;
    row += from * to * (number > 1 ? 6 : 4) + (biases ? 2 * to : 0) + (factor === 1 ? 0 : 2 * to);
    if (activation === 'tanh' || activation === 'sigmoid') row += to * (3 + of(activation));
  }
  return rows * row + parameters + 1 + (l2 > 0 ? 4 * weights : 0);
}

function flopsOfFormula({ objective }: Plan, of: FlopsOf): number {
  const { loss, gradient, graph } = asFormula(objective).compiled;
  return countOf(reachable([loss, ...gradient]), graph.rows, of);
}

function flopsOfStep(plan: Plan, optimizer: number, of: FlopsOf): number {
  const { update } = plan.optimizers[optimizer];
  const sources = [update.t, ...update.hyperparameters.values()];
  const { nodes, states } = madeOf(sources, [...update.update, update.eta], update.states);
  const next = update.states.flatMap((state, i) => (states.includes(i) ? [] : [state.next]));
  const made = reachable([...update.update, ...next], nodes).filter((node) => !nodes.has(node));
  return countOf(made, update.graph.elements, of);
}

function countOf(nodes: readonly Node[], rows: number, of: FlopsOf): number {
  let count = 0;
  for (const node of nodes) {
    if (node.kind === 'sum') count += rows;
    else if (node.kind === 'apply' && !FREE.has(node.name)) count += (node.perRow ? rows : 1) * of(node.name);
  }
  return count;
}
