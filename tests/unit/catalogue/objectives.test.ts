import { describe, expect, test } from 'vitest';
import { type Objective, objectives, type StationaryPoint } from '../../../src/catalogue/index.ts';
import { disagreement, slopes } from '../../support/differences.ts';
import { eigenvalues } from '../../support/eigenvalues.ts';
import { type Jet, jetOf } from '../../support/evaluate.ts';

const jets = new Map(objectives.map((each) => [each, jetOf(each.formula, each.parameters, each.data)]));
const jet = (objective: Objective) => jets.get(objective) as (at: readonly number[]) => Jet;
const named = objectives.map((each) => [each.name, each] as const);

/** A lattice of so many points along each axis of the domain: its corners among them, or (`inside`) away from them and from symmetries. */
function lattice({ domain }: Objective, count: number, inside = false): number[][] {
  const along = domain.map(([low, high]) =>
    Array.from({ length: count }, (_, i) => low + (high - low) * (inside ? (i + 0.37) / count : i / (count - 1))),
  );
  return along.reduce<number[][]>((points, values) => points.flatMap((at) => values.map((x) => [...at, x])), [[]]);
}

describe.each(named)('%s', (_, objective) => {
  const { parameters, domain, start, minimum, target } = objective;
  const extent = domain.map(([low, high]) => high - low);

  test('has an interval and a start for every parameter', () => {
    expect([domain.length, start.length]).toEqual([parameters.length, parameters.length]);
    start.forEach((x, i) => {
      expect(x).toBeGreaterThanOrEqual(domain[i][0]);
      expect(x).toBeLessThanOrEqual(domain[i][1]);
    });
  });

  test('gradient and Hessian are those of central differences', () => {
    let compared = 0;
    const steps = extent.map((each) => each * 3e-6);
    const points = lattice(objective, 9, true);
    const failures = points.flatMap((at) => {
      const { gradient, hessian } = jet(objective)(at);
      const check = (what: string, got: readonly number[], of: (jet: Jet) => number) =>
        slopes((point) => of(jet(objective)(point)), at, steps).flatMap((difference, k) => {
          const wrong = disagreement(got[k], difference);
          if (wrong !== undefined) compared++;
          return wrong ? `${what} by ${parameters[k]} at (${at}): ${wrong}` : [];
        });
      return [
        ...check('gradient', gradient, (jet) => jet.value),
        ...parameters.flatMap((name, i) =>
          check(`second derivative by ${name},`, hessian[i], (jet) => jet.gradient[i]),
        ),
      ];
    });
    expect(failures).toEqual([]);
    expect(compared).toBeGreaterThan(0.9 * points.length * parameters.length * (parameters.length + 1));
  });

  const kinds: readonly (readonly [string, readonly StationaryPoint[], (eigenvalues: readonly number[]) => boolean])[] =
    [
      ['minima', objective.minima, ([lowest]) => lowest > 0],
      ['saddles', objective.saddles, (all) => all[0] < 0 && (all.at(-1) as number) > 0],
      ['maxima', objective.maxima, (all) => (all.at(-1) as number) < 0],
    ];
  test.each(kinds.filter(([, points]) => points.length > 0))('%s are what they are said to be', (_, points, right) => {
    for (const { at, value, kink } of points) {
      const found = jet(objective)(at);
      const where = `(${at})`;
      expect(Math.abs(found.value - value), `value at ${where}: got ${found.value}, expected ${value}`).toBeLessThan(
        1e-9 * (1 + Math.abs(value)),
      );
      if (kink) continue;
      const stiffness = Math.max(...found.hessian.flat().map(Math.abs));
      const size = 1 + Math.max(...at.map(Math.abs));
      expect(Math.hypot(...found.gradient), `gradient at ${where}`).toBeLessThan(1e-11 * stiffness * size + 1e-12);
      const curvatures = eigenvalues(found.hessian);
      expect(right(curvatures), `curvatures ${curvatures} at ${where}`).toBe(true);
    }
  });

  test('values are finite, and nothing lies below the minimum', () => {
    const floor = minimum ?? Number.NEGATIVE_INFINITY;
    const tolerance = 1e-9 * (1 + Math.abs(floor));
    const failures = lattice(objective, parameters.length === 1 ? 1001 : 51).flatMap((at) => {
      const { value } = jet(objective)(at);
      return Number.isFinite(value) && value >= floor - tolerance ? [] : `${value} at (${at})`;
    });
    expect(failures).toEqual([]);
    if (minimum !== null) expect(Math.abs(objective.minima[0].value - minimum)).toBeLessThanOrEqual(tolerance);
  });

  test('the target lies above the best minimum known, and every objective with a minimum has one', () => {
    if (target === null) return expect(minimum).toBeNull();
    expect(target).toBeGreaterThan(minimum ?? Number.NEGATIVE_INFINITY);
    expect(target).toBeGreaterThan(objective.minima[0].value);
  });
});

describe('the catalogue of objectives', () => {
  test('names are unique and fit into an address', () => {
    const names = objectives.map((each) => each.name);
    expect(names.filter((name, i) => names.indexOf(name) !== i || !/^[a-z][a-z0-9-]*$/.test(name))).toEqual([]);
  });

  test('no stationary point is listed twice', () => {
    const twice = objectives.flatMap(({ name, minima, saddles, maxima, domain }) => {
      const all = [...minima, ...saddles, ...maxima];
      const close = (a: StationaryPoint, b: StationaryPoint) =>
        a.at.every((x, i) => Math.abs(x - b.at[i]) < 1e-6 * (domain[i][1] - domain[i][0]));
      return all
        .filter((point, i) => all.findIndex((other) => close(other, point)) < i)
        .map(({ at }) => `${name} (${at})`);
    });
    expect(twice).toEqual([]);
  });
});
