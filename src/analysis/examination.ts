import type { Engine, TraceRow } from '../engine/index.ts';
import type { Plan } from '../experiment/index.ts';
import { Curvature } from './curvature.ts';
import { Replay } from './replay.ts';
import { kindOf } from './rule-kinds.ts';
import { stabilityOf } from './stability.ts';
import { ThinnedRecord } from './thinned.ts';
import { ThinnedPath } from './thinned-path.ts';
import { Judge, type Verdict } from './verdict.ts';

/** Stretches of a thinned record, and points of a thinned path: each series is drawn from at most twice as many points. */
const STRETCHES = 1000;
const POINTS = 2000;
/** Points of a path over so many parameters that each takes kilobytes. */
const FEW = 400;
/** Time in ms between two reports of how far it is: at first, by how much longer each is than the one before, and at most. */
const REPORTS = { first: 200, growth: 1.3, most: 2000 };
/** Time for which rows are taken in before others get a turn, in ms. */
const TURN = 12;

/** Parameters whose parts are kept: those of a large network would fill the memory. */
const MOST_TOLD = 48;

/** Series over the steps that are told for each parameter. */
export const PARTS = ['theta', 'g', 'm', 'sigma', 'rate', 'u', 'effective'] as const;
export type Part = (typeof PARTS)[number];

/** What is known of one cell's trajectory: it grows while the cell is followed. */
export interface Examination {
  /**
   * Loss, gradient norm, then for each of `PARTS` a channel for each parameter, as `channelOf` tells, then the stability, then the Hessian's
   * eigenvalues. Of many parameters the last two are told at some of the steps, and are NaN at the others.
   */
  readonly record: ThinnedRecord;
  /** θ, and the loss behind it. */
  readonly path: ThinnedPath;
  /** Parameters that are told of: the first so many. */
  readonly told: number;
  /** Whether the optimizer's rules make an m, and a σ. */
  readonly hasMomentum: boolean;
  readonly hasScale: boolean;
  /** Whether updates are the gradient over σ and nothing else: how near they are to the limit of stability is told then. */
  readonly hasStability: boolean;
  /** Whether there is a Hessian. */
  readonly hasCurvature: boolean;
  /** Step that has been come to. */
  step: number;
  /** What the trajectory has come to; null until it is followed to its end. */
  verdict: Verdict | null;
}

/** The channel of loss and gradient norm. */
export const LOSS = 0;
export const NORM = 1;

/** The channel of a part of one parameter's update. */
export function channelOf(part: Part, parameter: number, parameters: number): number {
  return 2 + PARTS.indexOf(part) * parameters + parameter;
}

/** The channel of η·λmax(diag(1/σ)·H). */
export function stabilityChannel(parameters: number): number {
  return 2 + PARTS.length * parameters;
}

/** The first of the channels of the Hessian's eigenvalues, which `Curvature.tell` writes. */
export function curvatureChannel(parameters: number): number {
  return stabilityChannel(parameters) + 1;
}

/**
 * Follows one cell to the end of its run and keeps what is to be told of it, in memory that does not grow with the steps. Ends early where the signal is aborted.
 * @param changed is called a few times a second, less often the longer it takes, and at the end
 */
export async function examine(
  engine: Pick<Engine, 'follow'>,
  plan: Plan,
  optimizer: number,
  cell: readonly [number, number],
  signal: AbortSignal,
  changed: (examination: Examination) => void,
): Promise<void> {
  const replay = new Replay(plan, optimizer, cell);
  const judge = new Judge(plan);
  const { objective } = plan;
  const all = objective.parameters.length;
  const parameters = Math.min(all, MOST_TOLD);
  const curvature = objective.compiled ? new Curvature(objective, plan.steps) : null;
  const [stability, bends] = [stabilityChannel(parameters), curvatureChannel(parameters)];
  const channels = bends + (curvature?.channels ?? 0);
  const hasStability = curvature !== null && plan.optimizers[optimizer].rules.every((rule) => kindOf(rule) === 'scale');
  const examination: Examination = {
    record: new ThinnedRecord(channels, STRETCHES),
    path: new ThinnedPath(all > MOST_TOLD ? FEW : POINTS),
    told: parameters,
    hasMomentum: replay.hasMomentum,
    hasScale: replay.hasScale,
    hasStability,
    hasCurvature: curvature !== null,
    step: 0,
    verdict: null,
  };
  const values = new Float64Array(channels).fill(Number.NaN);
  const point = new Float64Array(all + 1);
  let [reported, turn] = [performance.now(), performance.now()];
  let pause = REPORTS.first;
  let last: TraceRow | null = null;
  for await (const rows of engine.follow(plan, optimizer, cell, plan.steps)) {
    if (signal.aborted) return;
    for (const row of rows) {
      values[LOSS] = row.loss;
      values[NORM] = row.gradientNorm;
      const hessian = curvature?.isTold(row.step) ? curvature.hessianAt(row.theta) : null;
      values.fill(Number.NaN, bends);
      if (hessian) curvature?.tell(hessian, values, bends);
      examination.record.push(row.step, values);
      point.set(row.theta);
      point[all] = row.loss;
      examination.path.push(point);
      // The update that is made here leads to the next row, and is told there.
      const next = replay.after(row);
      judge.push(row, next);
      for (let k = 0; k < parameters; k++) {
        const { g, m, sigma, u, eta, rates } = next;
        const told = [
          row.theta[k],
          g[k],
          m[k],
          sigma[k],
          rates[k] / sigma[k],
          u[k],
          g[k] === 0 ? Number.NaN : (eta * u[k]) / g[k],
        ];
        for (let p = 0; p < told.length; p++) values[2 + p * parameters + k] = told[p];
      }
      values[stability] = hasStability && hessian ? stabilityOf(hessian, next.sigma, next.rates) : Number.NaN;
      last = row;
    }
    examination.step = last?.step ?? 0;
    const now = performance.now();
    if (now - reported > pause) {
      changed(examination);
      reported = performance.now();
      pause = Math.min(REPORTS.most, REPORTS.growth * pause);
    }
    if (now - turn > TURN) {
      await new Promise((resolve) => setTimeout(resolve));
      turn = performance.now();
    }
    if (signal.aborted) return;
  }
  if (last) examination.verdict = judge.verdict(last);
  changed(examination);
}
