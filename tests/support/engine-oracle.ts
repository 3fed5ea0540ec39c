import type { Engine } from '../../src/engine/index.ts';
import { type OracleOptions, type OracleRow, simulate } from '../../src/engine/oracle.ts';
import type { Plan } from '../../src/experiment/index.ts';
import { ulps } from './ulps.ts';

/** What comparing one optimizer's cells with the oracle came to. */
export interface Comparison {
  readonly label: string;
  /** Cells and steps that could be compared, and those where chaos has made float32 meaningless. */
  compared: number;
  skipped: number;
  readonly failures: string[];
}

/** Beyond this error, of 1 + |θ|∞, a run is chaotic: nothing can be compared. */
const CHAOS = 1e-3;

/** Runs of the oracle that show what float32 is worth: plain, and with ±4 ulp of noise on the gradient. */
export const FLOAT32_RUNS: readonly OracleOptions[] = [
  { precision: 'float32' },
  ...[1, 2].map((seed) => ({ precision: 'float32' as const, perturb: ulps(seed, 4) })),
];

/**
 * Advances a plan's population and compares every cell after each of the steps with the float64 oracle. The tolerance is what float32 is worth
 * in that cell: ten times the largest error up to that step of three runs in float32, two of them with ±4 ulp of noise on the gradient, and
 * 2e-6 of 1 + |θ|∞.
 */
export async function compareWithOracle(engine: Engine, plan: Plan, steps: readonly number[]): Promise<Comparison[]> {
  const population = await engine.populate(plan);
  const results = plan.optimizers.map(({ label }) => ({ label, compared: 0, skipped: 0, failures: [] as string[] }));
  const cells = Array.from({ length: plan.cells }, (_, cell) => cell);
  const oracles = results.map((_, k) => cells.map((cell) => new CellOracle(plan, k, cell, steps.at(-1) as number)));
  for (const step of steps) {
    population.advance(step - population.step);
    for (const [k, result] of results.entries()) {
      const table = await population.cells(k);
      for (const cell of cells) {
        const got = { theta: table.theta.map((values) => values[cell]), divergedAt: table.divergedAt[cell] };
        const problem = oracles[k][cell].check(step, got);
        if (problem === null) result.skipped++;
        else result.compared++;
        if (problem) result.failures.push(`${result.label}, cell ${cell}, step ${step}: ${problem}`);
      }
    }
  }
  population.destroy();
  return results;
}

/** One cell's trajectory in float64 and three times in float32. */
class CellOracle {
  private readonly exact: readonly OracleRow[];
  private readonly runs: readonly (readonly OracleRow[])[];
  private readonly errors: number[] = [];

  constructor(plan: Plan, optimizer: number, cell: number, steps: number) {
    const columns = plan.x.values.length;
    const place = [cell % columns, Math.floor(cell / columns)] as const;
    const run = (options: OracleOptions) => simulate(plan, optimizer, place, { ...options, steps });
    this.exact = run({});
    this.runs = FLOAT32_RUNS.map(run);
    let error = 0;
    this.exact.forEach(({ theta }, step) => {
      for (const rows of this.runs) {
        theta.forEach((value, p) => {
          error = Math.max(error, Math.abs((rows[step]?.theta[p] ?? Number.POSITIVE_INFINITY) - value));
        });
      }
      this.errors.push(error);
    });
  }

  /** What is wrong with a cell after a step; '' for nothing, null where it cannot be told. */
  check(step: number, got: { readonly theta: readonly number[]; readonly divergedAt: number }): string | null {
    const ends = [this.exact, ...this.runs].map((rows) => (rows.at(-1)?.diverged ? rows.length - 1 : -1));
    const row = this.exact[Math.min(step, this.exact.length - 1)];
    const size = 1 + Math.max(...row.theta.map(Math.abs));
    const tolerance = 10 * this.errors[row.step] + 2e-6 * size;
    const chaotic = !(tolerance <= CHAOS * size);
    if (row.diverged) {
      if (ends.some((end) => end !== ends[0])) return null;
      if (got.divergedAt !== ends[0]) return `diverged at ${got.divergedAt}, expected ${ends[0]}`;
      // Where it left is where it stays.
      if (chaotic) return '';
    } else {
      if (chaotic) return null;
      if (got.divergedAt >= 0) return `diverged at ${got.divergedAt}`;
    }
    const wrong = got.theta.findIndex((value, p) => !(Math.abs(value - row.theta[p]) <= tolerance));
    if (wrong < 0) return '';
    return `parameter ${wrong}: got ${got.theta[wrong]}, expected ${row.theta[wrong]} ± ${tolerance.toExponential(1)}`;
  }
}
