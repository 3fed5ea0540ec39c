import { interpret } from '../formula/index.ts';
import type { ResolvedObjective } from './objective.ts';

/** The usual bound; it lets every catalogued objective leave its domain by far. */
const USUAL = 1e15;
/** How many times as large as the losses at the domain's corners a loss may be, and the most that float32 has room for with its square root to spare. */
const [TIMES, MOST] = [1000, 1e36];
/** Parameters whose two ends are combined in every way; those that follow go with them in turn. */
const FREE = 8;

const bounds = new WeakMap<ResolvedObjective, number>();

/** The size of loss beyond which a trajectory of an objective has diverged, where the experiment gives none: 10¹⁵, more where the domain's own corners come near to that. */
export function lossBound(objective: ResolvedObjective): number {
  const known = bounds.get(objective);
  if (known !== undefined) return known;
  const bound = Math.min(MOST, Math.max(USUAL, TIMES * greatestAtCorners(objective)));
  bounds.set(objective, bound);
  return bound;
}

/** The greatest finite size of loss at the domain's corners; 0 of networks, whose weights have none. */
function greatestAtCorners({ compiled, domain, initialisation }: ResolvedObjective): number {
  if (!compiled || initialisation) return 0;
  const program = interpret(compiled.graph, [compiled.loss], compiled.inputs);
  let greatest = 0;
  for (let corner = 0; corner < 2 ** Math.min(FREE, domain.length); corner++) {
    const [loss] = program.run(domain.map((ends, i) => ends[(corner >> (i % FREE)) & 1]));
    if (Number.isFinite(loss)) greatest = Math.max(greatest, Math.abs(loss));
  }
  return greatest;
}
