import { describe, expect, test } from 'vitest';
import { type OracleOptions, simulate } from '../../src/engine/oracle.ts';
import { planExperiment } from '../../src/experiment/index.ts';
import { type GoldenCase, goldenCases } from '../support/golden.ts';
import { firstMismatch, float64Tolerances, lastBits, type Path } from '../support/golden-rules.ts';

const cases = goldenCases();

/** What the oracle makes of a case: the rows that can be compared, what is wrong with the first wrong one, the last loss. */
function check(golden: GoldenCase) {
  const plan = planExperiment(golden.experiment);
  const simulated = (options?: OracleOptions) => simulate(plan, 0, [0, 0], options);
  const rows = simulated();
  const path =
    (all: typeof rows): Path =>
    (step) =>
      all[step]?.theta;
  const twins = () => [1, 2].map((seed) => path(simulated({ perturb: lastBits(seed) })));
  const tolerances = float64Tolerances(golden, path(rows), twins);
  return { tolerances, mismatch: firstMismatch(golden, path(rows), tolerances), end: rows.at(-1) };
}

const checked = new Map<GoldenCase, ReturnType<typeof check>>();
const once = (golden: GoldenCase) => {
  const known = checked.get(golden) ?? check(golden);
  checked.set(golden, known);
  return known;
};

describe('the float64 oracle and the golden trajectories', () => {
  for (const made of new Set(cases.map((golden) => golden.made))) {
    test(made, () => {
      const own = cases.filter((golden) => golden.made === made);
      expect(own.flatMap((golden) => once(golden).mismatch ?? [])).toEqual([]);
    });
  }

  test('losses after the last step', () => {
    const failures = cases.flatMap((golden) => {
      const { tolerances, end } = once(golden);
      const last = golden.rec.length - 1;
      if (golden.h64 < golden.rec[last] || !tolerances.has(last)) return [];
      const [got, slope] = end ? [end.loss, end.gradientNorm] : [Number.NaN, 0];
      const tolerance = (tolerances.get(last) as number) * (1 + slope) + 1e-9 * Math.abs(golden.end);
      return Math.abs(got - golden.end) <= tolerance ? [] : `${golden.title}: got ${got}, expected ${golden.end}`;
    });
    expect(failures).toEqual([]);
  });

  test('chaos hides hardly any row', () => {
    let possible = 0;
    let compared = 0;
    for (const golden of cases) {
      const { tolerances } = once(golden);
      golden.rec.forEach((step, i) => {
        if (step <= golden.h64) possible++;
        if (step <= golden.h64 && tolerances.has(i)) compared++;
      });
    }
    expect(cases.length).toBe(522);
    expect(compared / possible).toBeGreaterThan(0.98);
  });
});
