import type { CellTable, Engine, Measurement } from '../../src/engine/index.ts';
import { nextRecord } from '../../src/engine/index.ts';
import { isNoisy } from '../../src/engine/noise.ts';
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

/** The plan with what varies along its axes so many places further among the float32. */
function shifted(plan: Plan, places: number): Plan {
  // Of 1 − β the last digits are worth much more.
  const shifts = ({ varied }: Plan['x']) => varied.kind !== 'hyperparameter' || varied.name === 'lr';
  const move = (axis: Plan['x']) =>
    Array.from(axis.values, (value) => (shifts(axis) ? floatAt(orderOf(value) + places) : value));
  return withAxes(plan, move(plan.x), move(plan.y));
}

/** The plan with gradients that are a little off at every step: by the last digits of a typical one half-way. */
function trembling(plan: Plan, { history }: Told, seed: number): Plan {
  const { optimizers } = history[Math.floor(history.length / 2)];
  const typical = optimizers.map(({ gradientNorm }) => gradientNorm[2]).filter(Number.isFinite);
  return { ...plan, noise: 2 ** -22 * Math.max(...typical, 1e-9), seed };
}

/** What of the cells of one of a plan's optimizers is well determined: found with one engine alone, by runs that differ in last digits. */
export class Sensitivity {
  private constructor(
    private readonly plan: Plan,
    readonly own: CellTable,
    private readonly others: readonly CellTable[],
  ) {}

  /** For each optimizer of a plan. */
  static async of(engine: Engine, plan: Plan, own: Told): Promise<Sensitivity[]> {
    const plans = isNoisy(plan)
      ? [-8, -3, 4, 9].map((places) => shifted(plan, places))
      : [shifted(plan, -3), shifted(plan, 4), trembling(plan, own, 1), trembling(plan, own, 2)];
    const others: (readonly CellTable[])[] = [];
    for (const each of plans) others.push((await tell(engine, each)).tables);
    const of = (k: number) => others.map((tables) => tables[k]);
    return own.tables.map((table, k) => new Sensitivity(plan, table, of(k)));
  }

  /** Whether a cell's end is sure, and its label that of its eight neighbours too. */
  isInside(cell: number): boolean {
    const { own, plan } = this;
    const columns = plan.x.values.length;
    const label = labelOf(own, cell);
    if (!this.isLabelSure(cell)) return false;
    if (own.divergedAt[cell] < 0 ? this.tolerance(cell) === null : !this.isSure('divergedAt', cell)) return false;
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

  /** Whether a cell's label does not hang on its last digits. */
  isLabelSure(cell: number): boolean {
    return this.others.every((table) => labelOf(table, cell) === labelOf(this.own, cell));
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

/** How many cells could be compared, and how many of them agree. */
export interface Agreement {
  readonly labels: Tally;
  readonly places: Tally;
  readonly divergedAt: Tally;
  readonly arrivedAt: Tally;
  /** Cells whose label hangs on last digits, and cells whose place does. */
  unsure: number;
  chaotic: number;
}
interface Tally {
  compared: number;
  agreed: number;
}

/** Compares one optimizer's cells of another engine with those that a sensitivity is of. */
export function agreement(sensitivity: Sensitivity, other: CellTable): Agreement {
  const { own } = sensitivity;
  const tally = () => ({ compared: 0, agreed: 0 });
  const result = { labels: tally(), places: tally(), divergedAt: tally(), arrivedAt: tally(), unsure: 0, chaotic: 0 };
  const count = (to: Tally, agrees: boolean) => {
    to.compared++;
    if (agrees) to.agreed++;
  };
  for (const cell of own.outcome.keys()) {
    if (!sensitivity.isLabelSure(cell)) result.unsure++;
    if (sensitivity.isInside(cell)) count(result.labels, labelOf(own, cell) === labelOf(other, cell));
    for (const what of ['divergedAt', 'arrivedAt'] as const) {
      if (sensitivity.isSure(what, cell)) count(result[what], own[what][cell] === other[what][cell]);
    }
    if (own.divergedAt[cell] >= 0) continue;
    const tolerance = sensitivity.tolerance(cell);
    if (tolerance === null) {
      result.chaotic++;
      continue;
    }
    const near = own.theta.every((values, p) => Math.abs(values[cell] - other.theta[p][cell]) <= tolerance);
    count(result.places, near);
  }
  return result;
}

/** A cell's outcome, and which minimum it is. */
function labelOf({ outcome, minimum }: CellTable, cell: number): string {
  return `${outcome[cell]}.${minimum[cell]}`;
}
