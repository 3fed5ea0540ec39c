import type { StationaryPoint } from '../../catalogue/index.ts';
import type { FormulaObjective, Plan, ResolvedObjective } from '../../experiment/index.ts';

/** Objectives with the minima that were found, by their compiled formulas; null of those that have none to be told apart. */
const known = new WeakMap<object, FormulaObjective | null>();
/** The lowest of them, of one too. */
const lowest = new WeakMap<object, number>();
/** Plans of these objectives, by those that they were made from: the same for the same. */
const made = new WeakMap<Plan, Plan>();

/** Most minima of a formula that are told apart: as many as the catalogue's *Rastrigin* has, and to each every trajectory is compared. */
const MOST = 128;

/** Whether nothing is known of an objective that could be found: a typed formula of no more parameters than a map shows. */
export function lacksMinima({ name, compiled, parameters, initialisation }: ResolvedObjective): boolean {
  return name === 'typed' && compiled !== null && !initialisation && parameters.length <= 2 && !known.has(compiled);
}

/** Takes note of what was found of an objective. A single minimum is nothing to be told apart, and too many are not kept. */
export function learnMinima(objective: FormulaObjective, minima: readonly StationaryPoint[]): void {
  if (minima.length > 0) lowest.set(objective.compiled, Math.min(...minima.map(({ value }) => value)));
  const several = minima.length > 1 && minima.length <= MOST;
  known.set(objective.compiled, several ? { ...objective, minima } : null);
}

/** The loss of the lowest minimum that was found of an objective; undefined where none was. */
export function lowestFound({ compiled }: ResolvedObjective): number | undefined {
  return compiled ? lowest.get(compiled) : undefined;
}

/** A plan as it is with the minima of its formula that were found by now. */
export function withKnownMinima(plan: Plan): Plan {
  const { compiled, minima } = plan.objective;
  const objective = compiled && known.get(compiled);
  if (!objective || minima === objective.minima) return plan;
  const better = made.get(plan) ?? { ...plan, objective };
  made.set(plan, better);
  return better;
}
