import { eigensystem } from '../eigen.ts';
import { CRITICAL_KINDS, type CriticalKind, type CriticalPoint } from './critical-point.ts';
import type { Found } from './gathering.ts';
import { polish } from './polish.ts';
import type { UnitObjective } from './unit-objective.ts';

/** What is told of the points that were found, in the order in which they are listed. */
export function tellPoints(objective: UnitObjective, found: readonly Found[]): CriticalPoint[] {
  return found.map((each) => tell(objective, each)).sort(inOrder);
}

function tell(objective: UnitObjective, { zero, degenerate }: Found): CriticalPoint {
  const { at, value, hessian } = polish(objective, zero);
  const { eigenvalues, eigenvectors } = eigensystem(hessian);
  return {
    kind: degenerate ? 'degenerate' : kindOf(eigenvalues),
    at,
    value,
    eigenvalues: [...eigenvalues],
    eigenvectors: eigenvectors.map((vector) => [...vector]),
  };
}

function kindOf(eigenvalues: Float64Array): CriticalKind {
  if (eigenvalues[0] > 0) return 'minimum';
  return eigenvalues[eigenvalues.length - 1] < 0 ? 'maximum' : 'saddle';
}

function inOrder(a: CriticalPoint, b: CriticalPoint): number {
  const kinds = CRITICAL_KINDS.indexOf(a.kind) - CRITICAL_KINDS.indexOf(b.kind);
  if (kinds !== 0) return kinds;
  const apart = a.at.findIndex((value, k) => value !== b.at[k]);
  return a.value - b.value || (apart < 0 ? 0 : a.at[apart] - b.at[apart]);
}
