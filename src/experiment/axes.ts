import { BadExperiment } from './errors.ts';
import type { Axis } from './schema.ts';

/** What an axis of the grid varies. */
export type Varied =
  | { readonly kind: 'start'; readonly parameter: number }
  | { readonly kind: 'hyperparameter'; readonly name: string }
  | { readonly kind: 'initialisation'; readonly name: 'scale' | 'seed' }
  | { readonly kind: 'batch' }
  | { readonly kind: 'noise' };

/** An axis made ready: `values[i]` belongs to column (or row) i; the first is `from`, the last `to`, exactly. */
export interface ResolvedAxis {
  readonly label: string;
  readonly varied: Varied;
  readonly scale: 'linear' | 'log';
  readonly values: Float64Array;
}

/** The values along an axis, in float64. Throws `BadExperiment` where a logarithmic one does not lie above 0. */
export function axisValues(axis: Axis, field: string): Float64Array {
  const { from, to = from, count, scale } = axis;
  if (axis.to === undefined && count > 1) {
    throw new BadExperiment(`${field}.to`, `it is missing on an axis of ${count} cells`, 'give the last value');
  }
  if (scale === 'log' && !(from > 0 && to > 0)) {
    const [end, value] = from > 0 ? ['to', to] : ['from', from];
    throw new BadExperiment(
      `${field}.${end}`,
      `${value} on a logarithmic axis`,
      'it must be above 0, or the scale linear',
    );
  }
  return Float64Array.from({ length: count }, (_, i) => {
    if (i === 0) return from;
    if (i === count - 1) return to;
    const share = i / (count - 1);
    return scale === 'log' ? from * (to / from) ** share : from + (to - from) * share;
  });
}
