import { version } from '../../package.json';
import { binned } from '../analysis/binned.ts';
import { type Measurement, OUTCOMES, PROBABILITIES } from '../engine/index.ts';
import type { Plan } from '../experiment/index.ts';
import { completeExperiment } from './complete.ts';
import { type Performance, particleStepsPerSecond } from './report.ts';
import type { Summary } from './summary.ts';

/** What `result.json` holds. Numbers that do not exist, such as the median of no cell, are null. */
export function resultOf(
  plan: Plan,
  summaries: readonly Summary[],
  history: readonly Measurement[],
  performance: Performance,
) {
  return {
    scree: version,
    device: performance.device,
    seconds: performance.stepping,
    particle_steps_per_second: particleStepsPerSecond(plan, performance),
    columns: plan.x.values.length,
    rows: plan.y.values.length,
    optimizers: summaries,
    curves: curvesOf(plan, history),
    experiment: completeExperiment(plan),
  };
}

/**
 * Quantiles and counts over the steps: `loss[p][k]` is the quantile of probability `probabilities[p]`, at step
 * `steps[k]`, of the loss less `loss_above`, with as many digits as bins leave it.
 */
function curvesOf(plan: Plan, history: readonly Measurement[]) {
  return {
    steps: history.map(({ step }) => step),
    probabilities: PROBABILITIES,
    loss_above: plan.objective.minimum ?? 0,
    optimizers: plan.optimizers.map(({ label }, k) => {
      const measures = history.map(({ optimizers }) => optimizers[k]);
      return {
        optimizer: label,
        loss: PROBABILITIES.map((_, p) => measures.map(({ loss, lossCounts }) => binned(loss[p], lossCounts.from))),
        gradient_norm: PROBABILITIES.map((_, p) => measures.map(({ gradientNorm }) => binned(gradientNorm[p], 0))),
        outcomes: Object.fromEntries(
          OUTCOMES.map((name, code) => [name, measures.map(({ outcomes }) => outcomes[code])]),
        ),
        arrived: measures.map(({ arrived }) => arrived),
      };
    }),
  };
}
