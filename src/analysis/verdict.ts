import { isBatched } from '../engine/batch.ts';
import { OUTCOMES, type Outcome, recordInterval, type TraceRow, windowLength } from '../engine/index.ts';
import { looksAhead } from '../engine/looks-ahead.ts';
import { lossScaleOf } from '../engine/loss-scale.ts';
import { nearestMinima } from '../engine/minima.ts';
import { isRecord } from '../engine/records.ts';
import type { Plan } from '../experiment/index.ts';
import { bendAhead, bendOf, isDoubtful } from './bend.ts';
import { hessianOf } from './hessian.ts';
import type { StepParts } from './replay.ts';

/** A trajectory whose net way is a smaller share of its path than this goes to and fro. */
export const STRAIGHT = 0.25;

/** How a trajectory moved over a window of records: lengths are sums over the parameters. */
export interface Motion {
  readonly from: number;
  readonly to: number;
  /** From where it stood at the window's start to where it stood at its end. */
  readonly way: number;
  /** The path's length, estimated: the steps made at the records stand for those between, so it may fall short of `way`. */
  readonly path: number;
  readonly lossBefore: number;
  readonly lossAfter: number;
  /** Whether the next step was too small to change the position. */
  readonly still: boolean;
}

/** What a cell's trajectory has come to, and the numbers by which it is told. */
export interface Verdict {
  readonly outcome: Outcome;
  /** Step at which it is told: the last, or that of divergence. */
  readonly step: number;
  readonly loss: number;
  /** The loss over the rows that the next update would be made from, whose bound holds, too; null where updates are made from all. */
  readonly batchLoss: number | null;
  readonly gradientNorm: number;
  /** Distance from the origin. */
  readonly radius: number;
  /** Of the Hessian, in ascending order; NaN where it has no value, none of a network so large that no Hessian is computed. */
  readonly eigenvalues: Float64Array;
  /** The least one at the stationary point of the local quadratic model, where it is told by that one; else null. */
  readonly lowestAhead: number | null;
  /** Distance to the stationary point of the local quadratic model; NaN where there is no Hessian. */
  readonly distance: number;
  /** Whether the loss is at or below the target, and whether the gradient counts as vanished: by its norm, or by that distance. */
  readonly reachedTarget: boolean;
  readonly vanished: 'norm' | 'distance' | null;
  /** The last whole window; null before the first. */
  readonly motion: Motion | null;
  /** Index in the objective's `minima` of the one it came to; −1 for none or none known. */
  readonly minimum: number;
  /** First step at which the loss was at or below the target; −1 for none. */
  readonly arrivedAt: number;
}

/** Tells a recorded trajectory's outcome as the engine does (`measure.wgsl`, `outcome.wgsl`), in float64, and keeps the reasons. */
export class Judge {
  private motion: Motion | null = null;
  private path = 0;
  private anchor: { step: number; away: Float64Array; loss: number } | null = null;
  private start: Float32Array | null = null;
  private arrivedAt = -1;
  private batchLoss: number | null = null;
  private readonly batched: boolean;
  private readonly every: number;
  private readonly window: number;

  constructor(private readonly plan: Plan) {
    this.batched = isBatched(plan);
    this.every = recordInterval(plan.steps);
    this.window = windowLength(plan.steps);
  }

  /**
   * Takes the next row; they come in their order, from step 0.
   * @param next the update that is made there
   */
  push(row: TraceRow, { u, eta, batchLoss }: Pick<StepParts, 'u' | 'eta' | 'batchLoss'>): void {
    const { step, theta, loss } = row;
    this.start ??= theta.slice();
    const { target } = this.plan;
    const record = isRecord(step, this.plan.steps);
    if (this.batched) this.batchLoss = batchLoss;
    const told = record || !this.batched;
    if (told && this.arrivedAt < 0 && target !== null && loss <= Math.fround(target)) this.arrivedAt = step;
    if (!record) return;
    const start = this.start;
    const away = Float64Array.from(theta, (value, k) => value - start[k]);
    const interval = Math.min(step, step % this.every || this.every);
    this.path += interval * total(u.map((value) => eta * value));
    if (this.anchor === null) this.anchor = { step, away, loss };
    if (step === 0 || step % this.window !== 0) return;
    const { anchor } = this;
    const still = theta.every((value, k) => Math.fround(value - eta * u[k]) === value);
    const way = total(away.map((value, k) => value - anchor.away[k]));
    this.motion = {
      from: anchor.step,
      to: step,
      way,
      path: this.path,
      lossBefore: anchor.loss,
      lossAfter: loss,
      still,
    };
    this.path = 0;
    this.anchor = { step, away, loss };
  }

  /** The verdict at a row, the last that was pushed. */
  verdict(row: TraceRow): Verdict {
    const { plan, motion, arrivedAt, batchLoss } = this;
    const { step, theta, loss, gradientNorm } = row;
    const { bound, gradient, distance: reach } = plan.outcomes;
    const radius = Math.hypot(...theta);
    const hessianAt = plan.objective.compiled ? hessianOf(plan.objective) : null;
    const here = hessianAt ? bendOf(hessianAt(theta), row.gradient) : NO_BEND;
    const { eigenvalues, components, largest, zero } = here;
    const distance = hessianAt
      ? Math.hypot(...components.map((part, k) => part / Math.max(Math.abs(eigenvalues[k]), zero, 1e-30)))
      : Number.NaN;
    const near = largest > 0 && distance <= reach && gradientNorm <= lossScaleOf(plan.objective).steep;
    const vanished = gradientNorm <= gradient ? 'norm' : near ? 'distance' : null;
    const reachedTarget = plan.target !== null && loss <= Math.fround(plan.target);
    const curved = largest * reach > 1e-3 * gradient;
    const asks = curved && vanished !== null && !reachedTarget && looksAhead(plan.objective);
    const ahead = hessianAt && asks && isDoubtful(here) ? bendAhead(hessianAt, theta, row.gradient, here, reach) : null;
    const bend = ahead ?? here;
    const inside = radius <= plan.outcomes.escape && Math.abs(batchLoss ?? loss) <= bound;
    const outcome = ((): Outcome => {
      if (!inside) return 'diverged';
      if (reachedTarget) return 'converged';
      if (vanished === null) return motion === null || descends(motion) ? 'crawling' : 'oscillating';
      if (curved && bend.lowest < -bend.zero) return 'saddle';
      return curved && bend.lowest > bend.zero ? 'converged' : 'flat';
    })();
    const places = Array.from(theta, (value) => [value]);
    const [minimum] = nearestMinima(plan, places, [loss], [OUTCOMES.indexOf(outcome)]);
    return {
      outcome,
      step,
      loss,
      batchLoss,
      gradientNorm,
      radius,
      eigenvalues,
      lowestAhead: ahead?.lowest ?? null,
      distance,
      reachedTarget,
      vanished,
      motion,
      minimum,
      arrivedAt,
    };
  }
}

/** Whether a trajectory still made way over a window. */
function descends({ still, way, path, lossBefore, lossAfter }: Motion): boolean {
  return still || (way >= STRAIGHT * path && lossAfter < lossBefore);
}

const NO_BEND = bendOf([], []);

const total = (vector: Float64Array) => vector.reduce((sum, value) => sum + Math.abs(value), 0);
