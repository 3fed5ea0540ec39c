import { normal } from '../../catalogue/index.ts';
import { type Layer, weightsOf } from './layers.ts';
import type { Parametrisation } from './schema.ts';

/** What a network's first weights are drawn from. */
export interface Draw {
  readonly seed: number;
  readonly scale: number;
}

/** How a network's weights begin: drawn from a seed, times a scale. */
export interface Initialisation extends Draw {
  /** Standard deviation of each parameter at scale 1; null where the experiment gives its start, so that nothing is drawn. */
  readonly deviations: readonly (number | null)[];
}

/**
 * The standard deviation of each parameter at scale 1. Standard: from the number of its layer's inputs and outputs, √(2/inputs) before a relu (He et al. 2015),
 * √(2/(inputs + outputs)) otherwise (Glorot & Bengio 2010, who call it normalised; known as Xavier's). Mean-field: 1, for the sums are scaled. Biases begin at 0, as in
 * all of them.
 */
export function deviationsOf(layers: readonly Layer[], biases: boolean, parametrisation: Parametrisation): number[] {
  return weightsOf(layers, biases).map(({ layer, bias }) => {
    const { from, to, activation } = layers[layer - 1];
    if (bias) return 0;
    if (parametrisation === 'mean-field') return 1;
    return Math.sqrt(2 / (activation === 'relu' ? from : from + to));
  });
}

/** A parameter's first value: normally distributed, a function of seed and parameter alone, in proportion to the scale. */
export function drawn(deviation: number, { seed, scale }: Draw, parameter: number): number {
  return deviation === 0 ? 0 : scale * deviation * normal(seed, 0, 0, parameter);
}
