import type { ResolvedObjective } from '../experiment/index.ts';
import { interpret, type Node, reachable } from '../formula/index.ts';
import { leastBelow } from './descent.ts';

/** What an objective's losses and gradients are measured against. */
export interface LossScale {
  /** The least loss found in the domain, a float32: what losses are counted from where no minimum is known. */
  readonly least: number;
  /** How much losses differ over the domain, the highest hundredth aside, for each unit of its width: a gradient above this is large. */
  readonly slope: number;
}

/** Operations that a sample may take, and a way down, unless the least of each takes more. */
const OPERATIONS = 2e6;
/** Points of a sample, at least and at most. */
const POINTS = [16, 512] as const;
/** Ways down from the best points of the sample: where steps are dear, and else. */
const DESCENTS = [1, 3] as const;
/** Steps of a way down. */
const STEPS = [6, 80] as const;

const known = new WeakMap<ResolvedObjective, LossScale>();

/** The scale of an objective; computed once, in a few milliseconds. */
export function lossScaleOf(objective: ResolvedObjective): LossScale {
  const scale = known.get(objective) ?? measure(objective);
  known.set(objective, scale);
  return scale;
}

function measure({ compiled, domain, minimum }: ResolvedObjective): LossScale {
  const { graph, loss, gradient, hessian, inputs } = compiled;
  const outputs = [loss, ...gradient, ...hessian.flat()];
  const value = interpret(graph, [loss], inputs);
  const affordable = (nodes: readonly Node[], [least, most]: readonly [number, number]) => {
    const times = Math.floor(OPERATIONS / (reachable(nodes).length * Math.max(graph.rows, 1)));
    return Math.min(Math.max(times, least), most);
  };
  const sampled = Array.from({ length: affordable([loss], POINTS) }, (_, k) => {
    const point = spread(k, domain);
    return { point, loss: value.run(point)[0] };
  }).filter((at) => Number.isFinite(at.loss));
  sampled.sort((a, b) => a.loss - b.loss);
  if (sampled.length === 0) return { least: minimum ?? 0, slope: Number.POSITIVE_INFINITY };
  const look = interpret(graph, outputs, inputs);
  const steps = affordable(outputs, STEPS);
  const descents = steps < STEPS[1] ? DESCENTS[0] : DESCENTS[1];
  const below = ({ point }: { point: number[] }) => leastBelow((at) => look.run(at), point, domain, steps);
  const least = minimum ?? Math.min(...sampled.slice(0, descents).map(below));
  const high = sampled[Math.floor(0.99 * (sampled.length - 1))].loss;
  const width = Math.max(...domain.map(([from, to]) => to - from));
  return { least: Math.fround(least), slope: Math.max(high - least, 0) / width };
}

/** Points that fill a domain evenly however many there are (M. Roberts's sequence, 2018: multiples of powers of a generalised golden ratio, modulo 1). */
function spread(k: number, domain: ResolvedObjective['domain']): number[] {
  let ratio = 2;
  for (let i = 0; i < 40; i++) ratio = (1 + ratio) ** (1 / (domain.length + 1));
  return domain.map(([low, high], i) => low + (high - low) * ((0.5 + (k + 1) / ratio ** (i + 1)) % 1));
}
