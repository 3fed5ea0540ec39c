import { eigensystem } from '../eigen.ts';
import { CRITICAL_KINDS, type CriticalKind, type CriticalPoint, type Tip } from './critical-point.ts';
import type { Found } from './gathering.ts';
import type { FoundTip } from './tips.ts';
import type { UnitObjective } from './unit-objective.ts';

/** What is told of the points that were found, in the order in which they are listed. */
export function tellPoints(objective: UnitObjective, found: readonly Found[]): CriticalPoint[] {
  return found.map((each) => tell(objective, each)).sort(inOrder);
}

/** What is told of extrema on edges and tips, the lowest first. */
export function tellTips(objective: UnitObjective, tips: readonly FoundTip[]): Tip[] {
  return tips
    .map(({ shape, at, value }) => ({ shape, at: [...objective.parametersAt(at)], value }))
    .sort((a, b) => a.value - b.value || order(a.at, b.at));
}

function tell(objective: UnitObjective, { zero, parameters, bending, degenerate }: Found): CriticalPoint {
  const { size } = objective;
  const told = { at: [...parameters], value: zero.looked[0] };
  if (bending.by === 'values') {
    return { kind: 'kink', ...told, eigenvalues: [], eigenvectors: [], differences: false, shape: bending.shape };
  }
  const widths = objective.objective.domain.map(([low, high]) => high - low);
  const rows =
    bending.by === 'differences'
      ? bending.hessian
      : widths.map((_, i) => zero.looked.subarray(1 + size * (i + 1), 1 + size * (i + 2)));
  const hessian = rows.map((row, i) => row.map((value, j) => value / (widths[i] * widths[j])));
  const { eigenvalues, eigenvectors } = eigensystem(hessian);
  return {
    kind: degenerate ? 'degenerate' : kindOf(eigenvalues),
    ...told,
    eigenvalues: [...eigenvalues],
    eigenvectors: eigenvectors.map((vector) => [...vector]),
    differences: bending.by === 'differences',
    shape: null,
  };
}

function kindOf(eigenvalues: Float64Array): CriticalKind {
  if (eigenvalues[0] > 0) return 'minimum';
  return eigenvalues[eigenvalues.length - 1] < 0 ? 'maximum' : 'saddle';
}

function inOrder(a: CriticalPoint, b: CriticalPoint): number {
  const kinds = CRITICAL_KINDS.indexOf(a.kind) - CRITICAL_KINDS.indexOf(b.kind);
  if (kinds !== 0) return kinds;
  return a.value - b.value || order(a.at, b.at);
}

/** By the first parameter that differs. */
function order(a: readonly number[], b: readonly number[]): number {
  const apart = a.findIndex((value, k) => value !== b[k]);
  return apart < 0 ? 0 : a[apart] - b[apart];
}
