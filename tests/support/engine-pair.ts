import type { CellTable, Engine, Measurement } from '../../src/engine/index.ts';
import { nextRecord } from '../../src/engine/index.ts';
import type { Plan } from '../../src/experiment/index.ts';
import { withAxes } from './axes.ts';
import { floatAt, orderOf } from './ulps.ts';

/** What a run of one engine told. */
export interface Told {
  readonly history: readonly Measurement[];
  /** Each optimizer's cells in the end. */
  readonly tables: readonly CellTable[];
}

/** Runs a plan to its end, measured at every record. */
export async function tell(engine: Engine, plan: Plan): Promise<Told> {
  const population = await engine.populate(plan);
  const history = [population.measure()];
  while (population.step < plan.steps) {
    population.advance(nextRecord(population.step, plan.steps) - population.step);
    history.push(population.measure());
  }
  const tables: CellTable[] = [];
  for (const k of plan.optimizers.keys()) tables.push(await population.cells(k));
  const measured = await Promise.all(history);
  population.destroy();
  return { history: measured, tables };
}

/** The plan with both axes' values so many places further among the float32. */
function shifted(plan: Plan, places: number): Plan {
  const move = ({ values }: Plan['x']) => Array.from(values, (value) => floatAt(orderOf(value) + places));
  return withAxes(plan, move(plan.x), move(plan.y));
}

/** What of a plan's cells is well determined: found with one engine alone, by runs that differ in their axes' last digits. */
export class Sensitivity {
  private constructor(
    private readonly plan: Plan,
    private readonly own: CellTable,
    private readonly others: readonly CellTable[],
  ) {}

  /** For each optimizer of a plan. */
  static async of(engine: Engine, plan: Plan, own: Told): Promise<Sensitivity[]> {
    const others: Told[] = [];
    for (const places of [-3, 1, 4]) others.push(await tell(engine, shifted(plan, places)));
    return own.tables.map((table, k) => new Sensitivity(plan, table, others.map(({ tables }) => tables[k])));
  }

  /** Whether a cell's label is also that of its eight neighbours, and does not hang on its last digits. */
  isInside(cell: number): boolean {
    const { own, others, plan } = this;
    const columns = plan.x.values.length;
    const label = labelOf(own, cell);
    if (others.some((table) => labelOf(table, cell) !== label)) return false;
    const [i, j] = [cell % columns, Math.floor(cell / columns)];
    for (let down = -1; down <= 1; down++) {
      for (let right = -1; right <= 1; right++) {
        const [x, y] = [i + right, j + down];
        if (x < 0 || x >= columns || y < 0 || y >= plan.y.values.length) continue;
        if (labelOf(own, y * columns + x) !== label) return false;
      }
    }
    return true;
  }

  /** Whether a cell's step of divergence or arrival does not hang on its last digits. */
  isSure(what: 'divergedAt' | 'arrivedAt', cell: number): boolean {
    return this.others.every((table) => table[what][cell] === this.own[what][cell]);
  }

  /** How far a cell's θ may be off in float32; null where it is chaotic. */
  tolerance(cell: number): number | null {
    const { own, others } = this;
    const at = own.theta.map((values) => values[cell]);
    const size = 1 + Math.max(...at.map(Math.abs));
    const apart = others.map(({ theta }) => Math.max(...at.map((value, p) => Math.abs(theta[p][cell] - value))));
    const tolerance = 10 * Math.max(...apart) + 4e-6 * size;
    return tolerance <= 1e-3 * size ? tolerance : null;
  }
}

/** A cell's outcome, and which minimum it is. */
export function labelOf({ outcome, minimum }: CellTable, cell: number): string {
  return `${outcome[cell]}.${minimum[cell]}`;
}
