import type { ResolvedObjective } from '../experiment/index.ts';
import { interpret } from '../formula/interpret.ts';
import type { Node } from '../formula/node.ts';
import type { ObjectiveGraph } from '../formula/objective.ts';
import { lowestBelow } from './descent.ts';
import { operationsOf } from './operations.ts';
import { spread } from './spread.ts';

/** What an objective's losses and gradients are measured against. */
export interface LossScale {
  /** What losses are counted from, a float32: the known minimum; else the least loss found in the domain, where that is a minimum, and else 0. */
  readonly from: number;
  /** The gradient's norm that half of the domain exceeds: no stationary point is near where it is larger, whatever a quadratic model says. */
  readonly steep: number;
}

/** What of an objective its scale is found from. */
export interface Searched extends Pick<ResolvedObjective, 'domain' | 'minimum'> {
  readonly compiled: Pick<ObjectiveGraph, 'graph' | 'inputs' | 'loss' | 'gradient' | 'hessian'>;
}

/** Operations that a sample may take, and a way down, unless the least of each takes more. */
const OPERATIONS = 2e6;
/** Points of a sample, at least and at most. */
const POINTS = [16, 512] as const;
/** Ways down from the best points of the sample: where steps are dear, and else. */
const DESCENTS = [1, 3] as const;
/** Steps of a way down. */
const STEPS = [6, 80] as const;
/** A way down that ends so many times the sample's range below it has found a pole. */
const POLE = 2;
/** Losses so many times farther from 0 than from one another cannot be told apart by their distance from 0. */
const APART = 4;
/** So many operations are quick. */
const QUICK = 20_000;

/** Whether an objective's scale is found within a millisecond or so. */
export function isQuick({ compiled, minimum }: Searched): boolean {
  return minimum !== null && operationsOf(compiled.graph, [compiled.loss, ...compiled.gradient]) * POINTS[1] <= QUICK;
}

/** Finds an objective's scale from a sample of its domain, which takes some milliseconds, and with a large table some hundred. */
export function searchScale(objective: Searched): LossScale {
  const { compiled, domain, minimum } = objective;
  const { graph, loss, gradient, inputs } = compiled;
  const outputs = [loss, ...gradient];
  const program = interpret(graph, outputs, inputs);
  const sampled = Array.from({ length: affordable(objective, outputs, POINTS) }, (_, k) => {
    const point = spread(k, domain);
    const [value, ...slopes] = program.run(point);
    return { point, loss: value, norm: Math.hypot(...slopes) };
  }).filter((at) => Number.isFinite(at.loss));
  if (sampled.length === 0) return { from: Math.fround(minimum ?? 0), steep: 0 };
  const norms = sampled.map(({ norm }) => norm).sort((a, b) => a - b);
  const from = minimum ?? leastOf(objective, sampled);
  return { from: Math.fround(from), steep: norms[Math.floor(norms.length / 2)] };
}

/** The least loss found on ways down from the best points of a sample, if it is a minimum of the objective and not a pole's or the domain's edge. */
function leastOf(objective: Searched, sampled: { readonly point: readonly number[]; readonly loss: number }[]): number {
  const { compiled, domain } = objective;
  const { graph, loss, gradient, hessian, inputs } = compiled;
  const outputs = [loss, ...gradient, ...hessian.flat()];
  const look = interpret(graph, outputs, inputs);
  const steps = affordable(objective, outputs, STEPS);
  const best = [...sampled].sort((a, b) => a.loss - b.loss);
  const [low, high] = [best[0].loss, best[Math.floor(0.99 * (best.length - 1))].loss];
  const ends = best
    .slice(0, steps < STEPS[1] ? DESCENTS[0] : DESCENTS[1])
    .map(({ point }) => lowestBelow((at) => look.run(at), point, domain, steps))
    .sort((a, b) => a.loss - b.loss);
  const [{ point, loss: least }] = ends;
  const inside = point.every((value, i) => value > domain[i][0] && value < domain[i][1]);
  const minimum = inside && least >= low - POLE * (high - low);
  return minimum || Math.abs(low) > APART * (high - low) ? Math.max(least, low - POLE * (high - low)) : 0;
}

/** How often some nodes may be evaluated. */
function affordable({ compiled }: Searched, nodes: readonly Node[], [least, most]: readonly [number, number]): number {
  const times = Math.floor(OPERATIONS / operationsOf(compiled.graph, nodes));
  return Math.min(Math.max(times, least), most);
}
