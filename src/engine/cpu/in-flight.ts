import type { Plan } from '../../experiment/index.ts';
import { type FunctionName, reachable } from '../../formula/index.ts';

/** Functions that are long sums of products themselves. */
const LONG = new Set<FunctionName>(['pow', 'exp', 'log', 'sin', 'cos', 'tan', 'tanh', 'atan', 'sigmoid', 'softplus']);

/**
 * Vectors whose steps are computed side by side. A step is a chain of operations that wait for one another, so a processor has room for those of a second
 * vector between them, but not for a third's: they would not fit its registers. A long formula fills the room by itself.
 */
export function inFlightFor(plan: Plan): 1 | 2 {
  const { loss, gradient } = plan.objective.compiled;
  const long = reachable([loss, ...gradient]).some(
    (node) => node.kind === 'sum' || (node.kind === 'apply' && LONG.has(node.name)),
  );
  return long ? 1 : 2;
}
