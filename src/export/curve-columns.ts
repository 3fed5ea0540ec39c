import { binned } from '../analysis/binned.ts';
import { type Measurement, OUTCOMES, type PopulationMeasure, PROBABILITIES } from '../engine/index.ts';
import type { Plan } from '../experiment/index.ts';
import type { Column } from './columns.ts';

/** The curves of one optimizer, a row for each measured step. */
export interface CurveSource {
  readonly history: readonly Measurement[];
  readonly optimizer: number;
}

/**
 * The columns of a file of curves, in their order: the optimizer's label, the step, quantiles named by their per cents (`loss_50_approx` is about the
 * median loss: quantiles are read from bins, and written with the three digits that these leave them at most), the number that losses are told above, the
 * number of cells of each outcome, and of those that have reached the target.
 */
export function curveColumns(plan: Plan): Column<CurveSource>[] {
  const quantiles = (
    name: string,
    of: (measure: PopulationMeasure) => Float64Array,
    from: (measure: PopulationMeasure) => number = () => 0,
  ) =>
    PROBABILITIES.map((probability, p) =>
      column(`${name}_${String(Math.round(100 * probability)).padStart(2, '0')}_approx`, 'DOUBLE', (measure) =>
        binned(of(measure)[p], from(measure)),
      ),
    );
  return [
    {
      name: 'optimizer',
      type: 'STRING',
      values: ({ source, from, to }) => new Array(to - from).fill(plan.optimizers[source.optimizer].label),
    },
    {
      name: 'step',
      type: 'INT32',
      values: ({ source, from, to }) => Int32Array.from(source.history.slice(from, to), ({ step }) => step),
    },
    ...quantiles(
      'loss',
      ({ loss }) => loss,
      ({ lossCounts }) => lossCounts.from,
    ),
    column('loss_above', 'DOUBLE', () => plan.objective.minimum ?? 0),
    ...quantiles('gradient_norm', ({ gradientNorm }) => gradientNorm),
    ...quantiles('effective_step', ({ effectiveStep }) => effectiveStep),
    ...OUTCOMES.map((outcome, code) => column(outcome, 'INT32', ({ outcomes }) => outcomes[code])),
    column('arrived', 'INT32', ({ arrived }) => arrived),
  ];
}

function column(
  name: string,
  type: 'INT32' | 'DOUBLE',
  of: (measure: PopulationMeasure) => number,
): Column<CurveSource> {
  return {
    name,
    type,
    values: ({ source, from, to }) => {
      const values = source.history.slice(from, to).map(({ optimizers }) => of(optimizers[source.optimizer]));
      return type === 'INT32' ? Int32Array.from(values) : Float64Array.from(values);
    },
  };
}
