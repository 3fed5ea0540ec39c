import { asFormula, type Plan } from '../src/experiment/index.ts';
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
  const { compiled } = asFormula(plan.objective);
  const { update } = plan.optimizers[optimizer];
  const states = update.states.map(({ next }) => next);
  const surface = countOf([compiled.loss, ...compiled.gradient], compiled.graph.rows);
  return surface + countOf([...update.update, ...states], 0) + 2 * compiled.gradient.length;
}

function countOf(nodes: readonly Node[], rows: number): number {
  let count = 0;
  for (const node of reachable(nodes)) {
    if (node.kind === 'sum') count += rows;
    else if (node.kind === 'apply' && !FREE.has(node.name)) count += node.perRow ? rows : 1;
  }
  return count;
}
