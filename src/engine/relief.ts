import type { ResolvedObjective } from '../experiment/index.ts';
import { interpret, type LossGraph } from '../formula/index.ts';

/** How an objective's loss becomes a height: log(loss − floor + soft), drawn from `low` to `high`. */
export interface Relief {
  readonly floor: number;
  readonly soft: number;
  readonly low: number;
  readonly high: number;
  /** Whether the objective has no value at any point of the sample. */
  readonly blank: boolean;
}

/** What a relief is made from. */
export type Ground = Pick<ResolvedObjective, 'domain' | 'start' | 'minimum'> & { readonly compiled: LossGraph };

/** Points along each side of the sample. */
const SAMPLES = 48;

/** The relief of an objective over its domain, from a sample: the lowest hundredth and the highest hundredth are left to the ends of the scale. */
export function reliefOf(objective: Ground): Relief {
  const { compiled, domain, start, minimum } = objective;
  const program = interpret(compiled.graph, [compiled.loss], compiled.inputs);
  const point = [...start];
  const losses: number[] = [];
  const at = ([low, high]: readonly [number, number], k: number) => low + ((k + 0.5) / SAMPLES) * (high - low);
  for (let k = 0; k < SAMPLES * SAMPLES; k++) {
    point[0] = at(domain[0], k % SAMPLES);
    if (domain.length > 1) point[1] = at(domain[1], Math.floor(k / SAMPLES));
    const loss = program.run(point)[0];
    if (Number.isFinite(loss)) losses.push(loss);
  }
  losses.sort((a, b) => a - b);
  const quantile = (share: number) => losses[Math.floor(share * (losses.length - 1))] ?? 0;
  const floor = minimum ?? quantile(0);
  const range = Math.max(quantile(0.99) - floor, 1e-30);
  const soft = Math.min(Math.max(0.3 * (quantile(0.01) - floor), 1e-6 * range), 0.05 * range);
  return { floor, soft, low: Math.log(soft), high: Math.log(range + soft), blank: losses.length === 0 };
}
