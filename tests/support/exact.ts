import { layKnobs } from '../../src/engine/knobs.ts';
import { asFormula, type Plan } from '../../src/experiment/index.ts';
import { type Node, reachable } from '../../src/formula/index.ts';

/** Functions whose float32 result IEEE 754 fixes to the bit; sums over data rows are made in their order. */
const FIXED = new Set('neg add sub mul div sqrt abs sign floor relu min max lt le eq not and or choose'.split(' '));

/** Whether nodes are made of functions alone whose result is fixed to the bit. */
export function isExact(outputs: readonly Node[], given?: ReadonlySet<Node>): boolean {
  return reachable(outputs, given).every((node) => given?.has(node) || node.kind !== 'apply' || FIXED.has(node.name));
}

/** Whether the trajectories of one of a plan's optimizers are: then an engine that rounds as the oracle does has its bits. */
export function isExactRun(plan: Plan, optimizer: number): boolean {
  const { update } = plan.optimizers[optimizer];
  const { loss, gradient, hessian } = asFormula(plan.objective).compiled;
  const diagonal = update.usesCurvature ? hessian.map((row, i) => row[i]) : [];
  const states = update.states.flatMap(({ initial, next }) => [initial, next]);
  const given = new Set(layKnobs(plan, optimizer).hoisted);
  return isExact([loss, ...gradient, ...diagonal]) && isExact([update.eta, ...update.update, ...states], given);
}
