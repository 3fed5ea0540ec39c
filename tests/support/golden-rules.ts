import type { GoldenCase } from './golden.ts';
import { randomNumbers } from './random.ts';

/** θ after so many steps; undefined where the run has ended before. */
export type Path = (step: number) => ArrayLike<number> | undefined;

/** Two float64 runs that differ in rounding alone may differ so much, of 1 + |θ|∞. */
const FLOAT64 = 1e-9;
/** Where noise in the last bits moves a run by more than this, of 1 + |θ|∞, its chaos has begun. */
const CHAOS = 1e-12;

/** 1 + |θ|∞, the scale of a golden row's errors. */
function scale(golden: GoldenCase, i: number): number {
  return 1 + Math.max(...golden.theta[i].map(Math.abs));
}

/** The error that a float32 run may have at the recorded step of index `i`. */
export function float32Tolerance(golden: GoldenCase, i: number): number {
  return 10 * Math.max(...golden.eg.slice(0, i + 1)) + 2e-6 * scale(golden, i);
}

/** Recorded steps that a float32 run is compared at, as indices of `rec`. */
export function float32Steps(golden: GoldenCase): number[] {
  return [...golden.rec.keys()].filter((i) => golden.rec[i] <= golden.hg);
}

/** Whether float32 noise has hardly grown up to the recorded step of index `i`. */
export function isCalm(golden: GoldenCase, i: number): boolean {
  return Math.max(...golden.eg.slice(0, i + 1)) <= 1e-4 * scale(golden, i);
}

/**
 * The error that a float64 run may have at every recorded step that can be compared, by index of `rec`. Up to `h64` it is 1e-9, but once the
 * trajectory has become chaotic only as long as `twins` (the same run with noise in the gradients' last bits) agree. Where the source itself
 * has computed in float32 (`h64` below `hg`), what float32 may have.
 */
export function float64Tolerances(golden: GoldenCase, run: Path, twins: () => readonly Path[]): Map<number, number> {
  const { rec, h64, hg } = golden;
  const tolerances = new Map<number, number>();
  let last: number | null = null;
  rec.forEach((step, i) => {
    if (step > h64) {
      if (step <= hg) tolerances.set(i, float32Tolerance(golden, i));
    } else {
      if (!isCalm(golden, i)) last ??= horizon(golden, run, twins());
      if (last === null || step <= last) tolerances.set(i, FLOAT64 * scale(golden, i));
    }
  });
  return tolerances;
}

/** The last recorded step up to which all runs agree. */
function horizon({ rec, theta }: GoldenCase, run: Path, twins: readonly Path[]): number {
  const apart = (i: number) => {
    const own = run(rec[i]);
    return twins.some((twin) => {
      const other = twin(rec[i]);
      if (!own || !other) return true;
      const size = 1 + Math.max(...theta[i].map(Math.abs));
      return theta[i].some((_, k) => !(Math.abs(own[k] - other[k]) <= CHAOS * size));
    });
  };
  const first = rec.findIndex((_, i) => apart(i));
  return first < 0 ? Number.POSITIVE_INFINITY : (rec[first - 1] ?? -1);
}

/** Noise of up to 4 units in the last place of a float64, for `walk`'s `perturb`. */
export function lastBits(seed: number): (value: number) => number {
  const random = randomNumbers(seed);
  return (value) => value * (1 + (Math.floor(9 * random()) - 4) * 2 ** -52);
}

/** What is wrong with a run at the first recorded step that is: step, coordinate, got, expected, tolerance; null for nothing. */
export function firstMismatch(golden: GoldenCase, run: Path, tolerances: ReadonlyMap<number, number>): string | null {
  for (const [i, tolerance] of tolerances) {
    const step = golden.rec[i];
    const expected = golden.theta[i];
    const got = run(step);
    for (const [k, value] of expected.entries()) {
      if (got && Math.abs(got[k] - value) <= tolerance) continue;
      const found = got ? `${got[k]}` : 'a run that had ended';
      return `${golden.title}: step ${step}, ${'xy'[k]}: got ${found}, expected ${value} ± ${tolerance.toExponential(1)}`;
    }
  }
  return null;
}
