import type { Objective } from '../../catalogue/index.ts';
import type { Table } from '../../formula/index.ts';
import { tableOf } from './data.ts';
import { formulaOf } from './formula.ts';
import { deviationsOf, drawn, type Initialisation } from './initialisation.ts';
import { layersOf, weightsOf } from './layers.ts';
import type { Network } from './schema.ts';

/** Where weights usually are: seen on the map, and what thresholds are measured by. */
const DOMAIN = [-5, 5] as const;

interface NetworkAsObjective extends Objective {
  readonly data: Table;
  readonly initialisation: Initialisation;
  /** The layer that each parameter belongs to, from 1. */
  readonly layerOf: readonly number[];
}

/** A network as an objective: its loss over its data as a formula of its weights. Throws `BadExperiment` where it is too large or its data do not fit. */
export function networkObjective(network: Network, field: string): NetworkAsObjective {
  const { widths, biases, scale, seed, loss, data } = network;
  const layers = layersOf(network, field);
  const weights = weightsOf(layers, biases);
  const parameters = weights.map(({ name }) => name);
  const deviations = deviationsOf(layers, biases);
  const initialisation = { scale, seed, deviations };
  const set = typeof data === 'string' ? data : 'name' in data ? data.name : 'a table';
  return {
    name: 'network',
    title: `Network ${widths.join('-')} on ${set}`,
    formula: formulaOf(network, layers),
    parameters,
    domain: parameters.map(() => DOMAIN),
    start: deviations.map((deviation, k) => drawn(deviation, initialisation, k)),
    minima: [],
    saddles: [],
    maxima: [],
    minimum: 0,
    target: null,
    data: tableOf(network, field),
    note: `${parameters.length} parameters, ${loss} loss.`,
    source: 'a network of the experiment',
    initialisation,
    layerOf: weights.map(({ layer }) => layer),
  };
}
