import { msg, str } from '@lit/localize';
import type { CriticalPoint } from '../../analysis/critical/critical-point.ts';
import type { Objective, StationaryPoint } from '../../catalogue/index.ts';
import { HUES, minimumColor } from '../parts/colors.ts';
import { listed } from '../parts/listed.ts';
import { formatNumber } from '../parts/numbers.ts';

/** What a marked point is: a kind of critical point, or one of many that are not isolated. */
export const MARK_KINDS = ['minimum', 'saddle', 'maximum', 'degenerate', 'kink', 'valley'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** How the surface bends at a point in the direction of one eigenvector of the Hessian. */
export interface Bend {
  readonly eigenvalue: number;
  /** The eigenvector, a component for each parameter. */
  readonly direction: readonly number[];
}

/** A point that is marked on the map. */
export interface Mark {
  readonly kind: MarkKind;
  readonly at: readonly number[];
  readonly value: number;
  readonly color: string;
  /** In ascending order of the eigenvalues; none where they were not computed, or do not exist. */
  readonly bends: readonly Bend[];
  /** What was found there; null of points that only the catalogue knows, and of those that are not isolated. */
  readonly point: CriticalPoint | null;
  /** Whether it is an extremum at which the gradient jumps, as at a cone's tip: no critical point. */
  readonly tip: boolean;
}

/** The catalogue's minima and saddles of an objective. */
export function knownMarks(objective: Objective): Mark[] {
  const { minima, saddles } = objective;
  return [
    ...minima.map((point, index) => markOf('minimum', point, colorOfMinimum(objective, index))),
    ...saddles.map((point) => markOf('saddle', point, 'var(--saddle)')),
  ];
}

/** Few minima are told apart by hue; of many, only the lowest stand out. */
export function colorOfMinimum({ minima }: Objective, index: number): string {
  if (minima.length <= HUES) return minimumColor(index);
  return minima[index].value <= minima[0].value + 1e-9 ? minimumColor(0) : 'var(--muted)';
}

/** Coordinates of one point that two searches find differ by no larger a share. */
const SAME = 1e-6;

/** Whether two marks are of one point. */
export function isSameMark(a: Mark, b: Mark): boolean {
  const isNear = (value: number, i: number) => Math.abs(value - b.at[i]) <= SAME * (1 + Math.abs(value));
  return a.kind === b.kind && a.at.every(isNear);
}

/** How a kind is called. */
export function kindName(kind: MarkKind): string {
  switch (kind) {
    case 'minimum':
      return msg('minimum');
    case 'saddle':
      return msg('saddle');
    case 'maximum':
      return msg('maximum');
    case 'degenerate':
      return msg('degenerate');
    case 'kink':
      return msg('kink');
    case 'valley':
      return msg('not isolated');
  }
}

/** What a mark tells, a line for each thing. */
export function describeMark(mark: Mark, parameters: readonly string[]): string {
  const { at, value, bends } = mark;
  const place = at.map((each, i) => `${parameters[i]} = ${formatNumber(each)}`).join(', ');
  const where = msg(str`${titleOf(mark)}: loss ${formatNumber(value)} at ${place}`);
  if (bends.length === 0) return where;
  const values = listed(bends.map(({ eigenvalue }) => formatNumber(eigenvalue)));
  return `${where}\n${bends.length === 1 ? msg(str`eigenvalue ${values}`) : msg(str`eigenvalues ${values}`)}`;
}

function titleOf({ kind, point, tip }: Mark): string {
  switch (kind) {
    case 'minimum':
      return tip ? msg('Minimum at a tip') : msg('Minimum');
    case 'saddle':
      return msg('Saddle');
    case 'maximum':
      return tip ? msg('Maximum at a tip') : msg('Maximum');
    case 'degenerate':
      return msg('Degenerate critical point');
    case 'kink':
      if (point?.shape === 'minimum') return msg('Minimum at a kink');
      return point?.shape === 'maximum' ? msg('Maximum at a kink') : msg('Kink');
    case 'valley':
      return msg('Critical point that is not isolated');
  }
}

function markOf(kind: MarkKind, { at, value }: StationaryPoint, color: string): Mark {
  return { kind, at, value, color, bends: [], point: null, tip: false };
}
