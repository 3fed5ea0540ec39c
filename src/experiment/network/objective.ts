import type { Objective } from '../../catalogue/index.ts';
import type { Table } from '../../formula/index.ts';
import { tableOf } from './data.ts';
import { formulaOf, matrixFormulaOf } from './formula.ts';
import { deviationsOf, drawn, type Initialisation } from './initialisation.ts';
import { type LayeredNetwork, rowByRow } from './layered.ts';
import { type Layer, layersOf, weightsOf } from './layers.ts';
import { NETWORK_LIMITS, type Network } from './schema.ts';

/** Where weights usually are: seen on the map, and what thresholds are measured by. */
const DOMAIN = [-5, 5] as const;

interface NetworkAsObjective extends Objective {
  readonly data: Table;
  readonly initialisation: Initialisation;
  /** The network's layers as data where it is too large to be a formula, else null: its formula is then for reading only. */
  readonly layered: LayeredNetwork | null;
  /** Its layers as data in either case. */
  readonly network: LayeredNetwork;
  /** The layer that each parameter belongs to, from 1. */
  readonly layerOf: readonly number[];
}

/**
 * A network as an objective: its loss over its data as a formula of its weights, or its layers. Throws `BadExperiment` where it is too large or its data do not fit.
 * @param most parameters up to which it is a formula
 */
export function networkObjective(
  network: Network,
  field: string,
  most: number = NETWORK_LIMITS.formula,
): NetworkAsObjective {
  const { widths, biases, parametrisation, scale, seed, loss, data } = network;
  const layers = layersOf(network, field);
  const weights = weightsOf(layers, biases);
  const parameters = weights.map(({ name }) => name);
  const deviations = deviationsOf(layers, biases, parametrisation);
  const initialisation = { scale, seed, deviations };
  const set = typeof data === 'string' ? data : 'name' in data ? data.name : 'a table';
  const table = tableOf(network, field);
  const asLayers = layeredOf(network, layers, parameters.length, table);
  const layered = parameters.length > most ? asLayers : null;
  return {
    name: 'network',
    title: `Network ${widths.join('-')} on ${set}`,
    formula: layered ? matrixFormulaOf(network, layers) : formulaOf(network, layers),
    parameters,
    domain: parameters.map(() => DOMAIN),
    start: deviations.map((deviation, k) => drawn(deviation, initialisation, k)),
    minima: [],
    saddles: [],
    maxima: [],
    minimum: 0,
    target: null,
    data: table,
    note: `${parameters.length} parameters, ${loss} loss.`,
    source: 'a network of the experiment',
    initialisation,
    layered,
    network: asLayers,
    layerOf: weights.map(({ layer }) => layer),
  };
}

function layeredOf({ biases, loss, l2, widths }: Network, layers: readonly Layer[], parameters: number, table: Table) {
  const data = rowByRow(table);
  const [inputs, outputs] = [widths[0], widths[widths.length - 1]];
  return { layers, biases, loss, l2, parameters, rows: data.length / (inputs + outputs), inputs, outputs, data };
}
