import { type CellTable, nextRecord, OUTCOMES, type Outcome, type Run } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import { type Column, planFrom } from './launch-plan.ts';

/** Time in ms that following a start may take while it is dragged: the steps of the line are made as many as fit. */
const LIVE = 12;
/** Steps that are followed at least, and those before it is known how long they take. */
const FEWEST = 32;
const FIRST = 256;
/** Measurements that are asked for at a time while the outcome is found. */
const TURN = 16;

/** What is to be launched. */
export interface Launch {
  readonly run: Run;
  /** A coordinate for each parameter. */
  readonly start: readonly number[];
  /** The cell whose values are taken where the grid varies no start. */
  readonly cell: Column;
  /** Optimizers that are not launched. */
  readonly hidden: readonly number[];
  /** Whether the start is being dragged: what counts is then the next picture. */
  readonly live: boolean;
}

/** The trajectory of one optimizer from a launch's start. */
export interface Traced {
  readonly optimizer: number;
  /** First and second coordinate of each step, one after another; for one parameter, the parameter and the loss. */
  readonly points: Float32Array;
  /** Steps made. */
  readonly steps: number;
  readonly loss: number;
  readonly end: TracedEnd | null;
}

/** What a trajectory came to. */
export interface TracedEnd {
  readonly outcome: Outcome;
  /** Index in the objective's minima; -1 for none of them. */
  readonly minimum: number;
  /** Step of divergence; -1 for none. */
  readonly divergedAt: number;
}

/** What a launcher tells its owner. */
export interface LauncherEvents {
  traced(traces: readonly Traced[]): void;
  failed(error: unknown): void;
}

/** Follows single trajectories from a start, always the newest one asked for: short ones while it moves, whole ones with their outcomes when it rests. */
export class Launcher {
  private wanted: Launch | null = null;
  private busy = false;
  private liveSteps = FIRST;

  constructor(private readonly events: LauncherEvents) {}

  /** Follows from a start; null: none any more. */
  launch(launch: Launch | null): void {
    this.wanted = launch;
    if (!this.busy && launch) void this.work();
  }

  private async work(): Promise<void> {
    this.busy = true;
    let launch: Launch | null = null;
    while (this.wanted && this.wanted !== launch) {
      launch = this.wanted;
      try {
        await this.follow(launch);
      } catch (error) {
        // An engine that was lost meanwhile is told of elsewhere, and so is a run that was replaced.
        const lost = await Promise.race([launch.run.engine.lost, null]);
        if (launch === this.wanted && lost === null) this.events.failed(error);
      }
    }
    this.busy = false;
  }

  private async follow(launch: Launch): Promise<void> {
    const { run, live } = launch;
    const plan = planFrom(run.plan, launch.start, launch.cell);
    const shown = plan.optimizers.map((_, i) => i).filter((i) => !launch.hidden.includes(i));
    const steps = Math.min(plan.steps, this.liveSteps);
    const began = performance.now();
    // What is dragged is drawn, though the next place is known already: it would else never be.
    const soon = await Promise.all(shown.map((i) => trace(launch, plan, i, steps, () => false)));
    if (!this.wanted) return;
    this.events.traced(soon);
    const took = Math.max(1, performance.now() - began);
    this.liveSteps = Math.max(FEWEST, Math.round(steps * Math.min(2, LIVE / took)));
    if (live) return;
    const superseded = () => launch !== this.wanted;
    const whole = () => Promise.all(shown.map((i) => trace(launch, plan, i, plan.steps, superseded)));
    const traced = steps < plan.steps ? await whole() : soon;
    if (superseded()) return;
    this.events.traced(traced);
    const ends = await endsOf(launch, plan, shown, superseded);
    if (ends && !superseded()) this.events.traced(traced.map((each, k) => ({ ...each, end: ends[k] })));
  }
}

async function trace(
  { run }: Launch,
  plan: Plan,
  optimizer: number,
  steps: number,
  superseded: () => boolean,
): Promise<Traced> {
  const flat = plan.objective.parameters.length === 1;
  const points = new Float32Array(2 * (steps + 1));
  let rows = 0;
  let loss = Number.NaN;
  for await (const batch of run.engine.follow(plan, optimizer, [0, 0], steps)) {
    for (const row of batch) {
      points.set([row.theta[0], flat ? row.loss : row.theta[1]], 2 * rows++);
      loss = row.loss;
    }
    if (superseded()) break;
  }
  return { optimizer, points: points.subarray(0, 2 * rows), steps: rows - 1, loss, end: null };
}

/** The outcomes, told as those of all trajectories are: by measurements at the same steps. Null where others are wanted meanwhile. */
async function endsOf(
  { run }: Launch,
  plan: Plan,
  optimizers: readonly number[],
  superseded: () => boolean,
): Promise<TracedEnd[] | null> {
  const population = await run.engine.populate(plan);
  try {
    let measured: Promise<unknown> = population.measure();
    for (let asked = 1; population.step < plan.steps; asked++) {
      population.advance(nextRecord(population.step, plan.steps) - population.step);
      measured = population.measure();
      // Those that nobody waits for fail unseen when the population is taken away.
      measured.catch(() => {});
      if (asked % TURN === 0) await measured;
      if (superseded()) return null;
    }
    await measured;
    const tables = await Promise.all(optimizers.map((i) => population.cells(i)));
    return tables.map(endOf);
  } finally {
    population.destroy();
  }
}

function endOf({ outcome, minimum, divergedAt }: CellTable): TracedEnd {
  return { outcome: OUTCOMES[outcome[0]], minimum: minimum[0], divergedAt: divergedAt[0] };
}
