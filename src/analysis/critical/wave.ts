import type { Engine, Settled } from '../../engine/index.ts';
import { spread } from '../../engine/spread.ts';
import type { Plan } from '../../experiment/index.ts';

/** Starts for one parameter, for two, and for more. */
const STARTS = [512, 2048, 4096] as const;
/** Steps that each run tries, and the longest in units of the domain: far leaps end at points that other starts are nearer to. */
const [ITERATIONS, LONGEST] = [60, 0.3];
/** A run has all but arrived where the gradient is no longer than this share of the largest eigenvalue: in units of the domain, about as far away. */
const ARRIVED = 0.01;
/** Ends that lie in one square so wide, in units of the domain, are taken for one. */
const SAME = 1e-4;

/** Where an engine's runs to critical points ended. */
export interface Wave {
  /** Number of runs. */
  readonly starts: number;
  /** The parameters of each end, in float32: as many digits as `searchCriticalPoints` needs to begin there. */
  readonly ends: readonly Float32Array[];
}

/** Runs on an engine from starts all over a domain, where the gradient has all but vanished at their ends, each place once. */
export async function settleAll(engine: Engine, plan: Plan): Promise<Wave> {
  const { domain } = plan.objective;
  const count = STARTS[Math.min(domain.length, STARTS.length) - 1];
  const starts = Array.from({ length: count }, (_, k) => spread(k, domain));
  const units = domain.map(([low, high]) => high - low);
  const settled = await engine.settle(plan, starts, { iterations: ITERATIONS, longest: LONGEST, units });
  const places = new Map<string, Float32Array>();
  for (const end of settled) {
    const at = Array.from(end.theta, (value, k) => (value - domain[k][0]) / units[k]);
    if (!hasArrived(end) || !at.every((value) => value > -SAME && value < 1 + SAME)) continue;
    const square = at.map((value) => Math.round(value / SAME)).join();
    if (!places.has(square)) places.set(square, end.theta);
  }
  return { starts: count, ends: [...places.values()] };
}

function hasArrived({ gradientNorm, eigenvalues }: Settled): boolean {
  const largest = Math.max(Math.abs(eigenvalues[0]), Math.abs(eigenvalues[eigenvalues.length - 1]));
  return gradientNorm <= ARRIVED * largest;
}
