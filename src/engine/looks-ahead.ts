import type { ResolvedObjective } from '../experiment/index.ts';

/**
 * Whether what tells a minimum from a saddle or flat ground is looked at again where the local quadratic model has its stationary point
 * (`ahead.wgsl`). A network's model tells no distance, and a single eigenvalue has no larger one beside it.
 */
export function looksAhead({ initialisation, parameters }: ResolvedObjective): boolean {
  return initialisation === null && parameters.length > 1;
}
