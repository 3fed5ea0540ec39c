import { spread } from '../../engine/spread.ts';
import { eigensystem } from '../eigen.ts';
import { Examiner, type Zero } from './certainty.ts';
import { CRITICAL_KINDS, type CriticalKind, type CriticalPoint, type CriticalPoints } from './critical-point.ts';
import { Gathering } from './gathering.ts';
import { isIsolated } from './isolation.ts';
import { polish } from './polish.ts';
import { Settler } from './settle.ts';
import { type Searchable, UnitObjective } from './unit-objective.ts';

/** Starts of the first batch for one parameter, for two, and for more. */
const FIRST = [64, 512, 1024] as const;
/** With each further batch there are so many times as many starts as before. */
const MORE = 2;
/** Starts around each point, and how far off they are, in units of the distance to its neighbour. */
const [AROUND, AWAY] = [6, 1.2];
/** Bounds of a search: operations of all looks together (some seconds), and what is found. */
const [OPERATIONS, POINTS, SETS] = [5e7, 4000, 60];

/**
 * All critical points of an objective in its domain: runs of Levenberg's and Marquardt's method on |gradient|² from starts that
 * fill the domain, more and more of them until a batch finds nothing new, or until a bound is reached. Where runs end is kept
 * once, if the gradient does vanish there (it does not at a kink), and told by the Hessian's eigenvalues.
 */
export function findCriticalPoints(searchable: Searchable): CriticalPoints {
  const objective = new UnitObjective(searchable);
  const settler = new Settler(objective);
  const examiner = new Examiner(objective);
  const found = new Gathering();
  const within = () =>
    objective.looks * objective.cost < OPERATIONS && found.points.length < POINTS && found.sets.length < SETS;
  const consider = (start: ArrayLike<number>) => {
    const rest = settler.settle(start);
    if (rest === null || !isInside(rest.at) || found.hasPoint(rest.at)) return;
    const zero = examiner.zeroAt(rest);
    if (zero === null || found.merges(zero)) return;
    const degenerate = examiner.isDegenerate(zero);
    if (!degenerate) found.addPoint(zero, false);
    else if (found.isOfSet(zero)) return;
    else if (isIsolated(settler, examiner, zero)) found.addPoint(zero, true);
    else found.addToSet(zero);
  };
  const box = searchable.domain.map(() => [0, 1] as const);
  let starts = 0;
  /** Points come in swarms: from around each one its neighbours are found, and theirs. */
  const lookAround = (first: number) => {
    for (let i = 0; i < found.points.length && within(); i++) {
      const { zero } = found.points[i];
      const away = AWAY * (found.nearestTo(zero) ?? starts ** (-1 / box.length));
      const around = [...zero.at].map((value) => [value - away, value + away] as const);
      for (let k = 0; k < AROUND * box.length; k++) consider(spread(first + k, around));
    }
  };
  let complete = false;
  for (let batch = FIRST[Math.min(box.length, 3) - 1]; !complete && within(); batch *= MORE) {
    const before = found.points.length + found.sets.length;
    const first = starts;
    for (; starts < batch && within(); starts++) consider(spread(starts, box));
    lookAround(first);
    complete = first > 0 && within() && found.points.length + found.sets.length === before;
  }
  return {
    points: found.points.map(({ zero, degenerate }) => told(objective, zero, degenerate)).sort(inOrder),
    notIsolated: found.sets
      .map(({ value, zeros }) => ({ value, sample: zeros.map(({ at }) => [...objective.parametersAt(at)]) }))
      .sort((a, b) => a.value - b.value),
    starts,
    complete,
  };
}

/** Whether a place lies in the domain, its edge included as far as rounding errors go. */
function isInside(at: Float64Array): boolean {
  return at.every((value) => value >= -1e-12 && value <= 1 + 1e-12);
}

function told(objective: UnitObjective, zero: Zero, degenerate: boolean): CriticalPoint {
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
