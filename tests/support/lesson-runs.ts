import { expect } from 'vitest';
import { type CellTable, type Engine, OUTCOMES, type Outcome, type TraceRow } from '../../src/engine/index.ts';
import { nextRecord } from '../../src/engine/records.ts';
import { type ExperimentInput, type Plan, planExperiment } from '../../src/experiment/index.ts';
import { LESSONS, stepAt } from '../../src/lessons/index.ts';

/** Updates that are submitted at a time. */
const MOST = 5000;

/** A step's experiment, or what a test needs of it. */
export function experimentOf(name: string, change: Partial<ExperimentInput> = {}): ExperimentInput {
  const place = stepAt(LESSONS, name);
  if (!place) throw new Error(`no lesson has a step ${name}`);
  return { ...place.step.experiment, ...change };
}

/** A step's grid with fewer columns and rows: what it shows is the same. */
export function coarser(name: string, columns: number, rows: number): Partial<ExperimentInput> {
  const { x, y } = experimentOf(name).grid ?? {};
  return { grid: { x: x && { ...x, count: columns }, y: y && { ...y, count: rows } } };
}

/** One optimizer's cells, and how many of a hundred came to each outcome. */
export interface End {
  readonly cells: CellTable;
  readonly shares: Readonly<Record<Outcome, number>>;
}

/** A step's run, measured where the page measures it; all optimizers at some steps, by default the last. */
export async function ends(
  engine: Engine,
  name: string,
  at: readonly number[] = [],
  change: Partial<ExperimentInput> = {},
): Promise<End[][]> {
  const plan = planExperiment(experimentOf(name, change));
  const population = await engine.populate(plan);
  const found: End[][] = [];
  for (const stop of at.length > 0 ? at : [plan.steps]) {
    while (population.step < stop) {
      const record = nextRecord(population.step, plan.steps);
      population.advance(Math.min(MOST, record - population.step, stop - population.step));
      if (population.step === record) await population.measure();
    }
    found.push(await Promise.all(plan.optimizers.map(async (_, k) => endOf(await population.cells(k), plan))));
  }
  population.destroy();
  return found;
}

function endOf(cells: CellTable, { cells: count }: Plan): End {
  const share = (outcome: number) => (100 * cells.outcome.filter((each) => each === outcome).length) / count;
  return { cells, shares: Object.fromEntries(OUTCOMES.map((name, i) => [name, share(i)])) as End['shares'] };
}

/** The single cell of each optimizer at the end. */
export async function alone(
  engine: Engine,
  name: string,
  at: readonly number[] = [],
  change: Partial<ExperimentInput> = {},
) {
  return (await ends(engine, name, at, change)).map((optimizers) =>
    optimizers.map(({ cells }) => ({
      theta: cells.theta.map(([value]) => value),
      loss: cells.loss[0],
      gradient: cells.gradientNorm[0],
      arrived: cells.arrivedAt[0],
      outcome: OUTCOMES[cells.outcome[0]],
    })),
  );
}

/** Every row of one cell's trajectory. */
export async function rowsOf(engine: Engine, experiment: ExperimentInput, optimizer = 0): Promise<TraceRow[]> {
  const plan = planExperiment(experiment);
  const all: TraceRow[] = [];
  for await (const rows of engine.follow(plan, optimizer, [0, 0], plan.steps)) all.push(...rows);
  return all;
}

/** The middle of some numbers; of an even count, the upper one. */
export const median = (values: ArrayLike<number>) => Array.from(values).sort((a, b) => a - b)[values.length >> 1];
/** The steps at which cells arrived, of those that did. */
export const arrivals = ({ arrivedAt }: CellTable) => arrivedAt.filter((step) => step >= 0);

/** The percentage of cells that arrived and are not told as converged at the end. */
export function left({ arrivedAt, outcome }: CellTable): number {
  const converged = OUTCOMES.indexOf('converged');
  return (100 * arrivedAt.filter((step, cell) => step >= 0 && outcome[cell] !== converged).length) / outcome.length;
}

/** Expects a number to lie within a share of what a lesson says. */
export function near(got: number, said: number, share: number, what: string): void {
  expect(Math.abs(got - said), `${what}: got ${got}, the lesson says ${said} ± ${100 * share} %`).toBeLessThanOrEqual(
    share * Math.abs(said),
  );
}
