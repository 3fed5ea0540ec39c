import type { Experiment, NetworkObjective } from '../../experiment/index.ts';

/** A network as an experiment has it, with its defaults. */
export type Network = NetworkObjective['network'];
export type Loss = Network['loss'];

/** The network that the page begins with. */
export const FIRST_NETWORK: Network = {
  widths: [2, 11, 1],
  activation: 'tanh',
  parametrisation: 'standard',
  biases: true,
  loss: 'logistic',
  l2: 0,
  data: 'spirals',
  scale: 1,
  seed: 0,
};

/** The network of an experiment's objective; null for another objective. */
export function networkOf(objective: Experiment['objective']): Network | null {
  return typeof objective !== 'string' && 'network' in objective ? objective.network : null;
}
