import type { CellTable } from '../../src/engine/index.ts';
import { simulate } from '../../src/engine/oracle.ts';
import type { Plan } from '../../src/experiment/index.ts';
import { FLOAT32_RUNS } from './engine-oracle.ts';

/** What comparing a table's steps of divergence and arrival and its best losses with the oracle came to. */
export interface Landmarks {
  /** Steps that could be told, of two in every cell; and how many of them were of cells that diverged or arrived on their way. */
  told: number;
  diverged: number;
  arrived: number;
  readonly failures: string[];
}

/** Compares the cells of a plan's optimizer, read after all steps, with the oracle. */
export function compareLandmarks(plan: Plan, optimizer: number, table: CellTable): Landmarks {
  const columns = plan.x.values.length;
  const result: Landmarks = { told: 0, diverged: 0, arrived: 0, failures: [] };
  for (let cell = 0; cell < plan.cells; cell++) {
    const [exact, ...runs] = landmarks(plan, optimizer, [cell % columns, Math.floor(cell / columns)]);
    for (const what of ['divergedAt', 'arrivedAt'] as const) {
      // At the edge of float32 a step more or less is no mistake.
      if (runs.some((run) => run[what] !== exact[what])) continue;
      result.told++;
      if (exact[what] > 0) result[what === 'divergedAt' ? 'diverged' : 'arrived']++;
      if (table[what][cell] === exact[what]) continue;
      result.failures.push(`[${cell}] ${what}: got ${table[what][cell]}, expected ${exact[what]}`);
    }
    const spread = Math.max(...runs.map((run) => Math.abs(run.best - exact.best)));
    const tolerance = 10 * spread + 1e-6 * Math.abs(exact.best) + 1e-12;
    if (Math.abs(table.best[cell] - exact.best) <= tolerance) continue;
    result.failures.push(`[${cell}] best: got ${table.best[cell]}, expected ${exact.best} ± ${tolerance}`);
  }
  return result;
}

/** A cell's landmarks in float64, then in each run in float32. */
function landmarks(plan: Plan, optimizer: number, cell: readonly [number, number]) {
  return [{}, ...FLOAT32_RUNS].map((options) => {
    const rows = simulate(plan, optimizer, cell, options);
    const last = rows[rows.length - 1];
    const inside = rows.filter((row) => !row.diverged);
    const arrived = inside.find((row) => plan.target !== null && row.loss <= plan.target);
    const best = Math.min(...inside.map((row) => row.loss));
    return { divergedAt: last.diverged ? last.step : -1, arrivedAt: arrived?.step ?? -1, best };
  });
}
