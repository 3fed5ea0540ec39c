import type { CriticalPoint, CriticalPoints } from '../../analysis/critical/critical-point.ts';
import type { ResolvedObjective } from '../../experiment/index.ts';
import { colorOfMinimum, knownMarks, type Mark } from '../map/mark.ts';

/** A point that is found is the catalogue's where it lies no farther off than this share of the domain, in each parameter. */
const SAME = 1e-3;

/** Values smaller than this share of the largest are rounding errors of 0. */
const ROUNDING = 1e-14;

/** Colours of points that have none of their own, by their kind. */
const COLORS = {
  minimum: 'var(--converged)',
  saddle: 'var(--saddle)',
  maximum: 'var(--ink)',
  degenerate: 'var(--ink)',
  kink: 'var(--ink)',
} as const;

/**
 * The marks of critical points that were found, in their order, those of extrema at tips, then those of points that the catalogue knows and the search did not
 * find, as where the surface has a kink. Minima of the catalogue keep the hues that they have on every map.
 */
export function foundMarks(objective: ResolvedObjective, { points, notIsolated, tips }: CriticalPoints): Mark[] {
  const known = knownMarks(objective);
  const twins = known.map(({ at }) => points.findIndex((point) => isSame(objective, at, point.at)));
  const tipTwins = known.map(({ kind, at }) =>
    tips.findIndex((tip) => tip.shape === kind && isSame(objective, at, tip.at)),
  );
  const colorOf = ({ kind }: CriticalPoint, index: number) => {
    const minimum = objective.minima.findIndex((_, i) => twins[i] === index);
    return minimum >= 0 && kind !== 'saddle' ? colorOfMinimum(objective, minimum) : COLORS[kind];
  };
  const most = Math.max(0, ...points.map(({ value }) => Math.abs(value)));
  return [
    ...points.map((point, index): Mark => {
      const { kind, at, eigenvalues, eigenvectors } = point;
      const value = Math.abs(point.value) <= ROUNDING * most ? 0 : point.value;
      const bends = eigenvalues.map((eigenvalue, i) => ({ eigenvalue, direction: eigenvectors[i] }));
      return { kind, at, value, color: colorOf(point, index), bends, point, tip: false };
    }),
    ...notIsolated.flatMap(({ value, sample }) =>
      sample.map(
        (at): Mark => ({
          ...{ kind: 'valley', at, value, color: 'var(--ink)' },
          ...{ bends: [], point: null, tip: false },
        }),
      ),
    ),
    ...tips.map(({ shape, at, value }, index): Mark => {
      const twin = known[tipTwins.indexOf(index)];
      const own = { kind: shape, at, value, color: COLORS[shape], bends: [], point: null };
      return { ...own, ...twin, tip: true };
    }),
    ...known.filter((_, i) => twins[i] < 0 && tipTwins[i] < 0),
  ];
}

function isSame({ domain }: ResolvedObjective, a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, k) => Math.abs(value - b[k]) <= SAME * (domain[k][1] - domain[k][0]));
}
