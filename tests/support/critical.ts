import type { CriticalPoints } from '../../src/analysis/critical/critical-point.ts';
import { findCriticalPoints } from '../../src/analysis/critical/search.ts';
import { compileObjective } from '../../src/formula/index.ts';

/** The critical points of a formula; each parameter's domain is the one interval given. */
export function criticalPointsOf(
  formula: string,
  parameters: readonly string[] = ['x', 'y'],
  interval: readonly [number, number] = [-5, 5],
): CriticalPoints {
  const domain = parameters.map(() => interval);
  return findCriticalPoints({ domain, compiled: compileObjective(formula, parameters) });
}

/** Kinds and places in one line each, rounded, in the order in which they are told. */
export function lines({ points }: CriticalPoints, digits = 6): string[] {
  return points.map(({ kind, at }) => `${kind} ${at.map((value) => Number(value.toFixed(digits)) + 0).join(' ')}`);
}
