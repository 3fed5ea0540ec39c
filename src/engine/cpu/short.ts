import { asFormula, type Plan } from '../../experiment/index.ts';
import { type FunctionName, reachable } from '../../formula/index.ts';
import { isBatched } from '../batch.ts';

/** Functions that are long sums of products themselves. */
const LONG = new Set<FunctionName>(['pow', 'exp', 'log', 'sin', 'cos', 'tan', 'tanh', 'atan', 'sigmoid', 'softplus']);

/** Whether a plan's objective takes so few operations that looking out for those that leave or arrive, step by step, would weigh beside them. */
export function isShort(plan: Plan): boolean {
  const { loss, gradient } = asFormula(plan.objective).compiled;
  return (
    !isBatched(plan) &&
    !reachable([loss, ...gradient]).some(
      (node) => node.kind === 'sum' || (node.kind === 'apply' && LONG.has(node.name)),
    )
  );
}
