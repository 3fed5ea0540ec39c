import type { Layer, LayeredNetwork, Plan } from '../../../../experiment/index.ts';

/** Bytes of a number of four networks. */
export const VECTOR = 16;

/**
 * Rows of the table that go through a network together, so that a weight that is loaded serves all of them; and units whose sums are made side by side, so that
 * what comes in serves both. Eight sums, what they are made of and what is on its way fill a processor's sixteen registers.
 */
export const ROWS = 4;
export const UNITS = 2;

/** A layer with its places. */
export interface PlacedLayer extends Layer {
  /** Where its first unit's weights begin, from the first parameter, in bytes. */
  readonly weights: number;
  /** Bytes from one unit's weights to the next one's. */
  readonly unit: number;
  /** Where what comes out of it is: for each unit, for each row of a block, four networks' numbers. */
  readonly out: number;
}

/** A network whose numbers have places in a worker's memory: four networks at a time, side by side in vectors. */
export interface PlacedNetwork extends Omit<LayeredNetwork, 'layers' | 'data'> {
  readonly layers: readonly PlacedLayer[];
  /** The four networks' parameters, and their gradients. */
  readonly theta: number;
  readonly gradient: number;
  /** Where the networks started, once `placeStarts` has put it there. */
  readonly start: number;
  /** Their losses. */
  readonly total: number;
  /** Room for as many vectors as the widest layer has for a block and one, beyond every layer's own. */
  readonly workings: number;
  /** Room for a block of rows that are drawn, of each network its own: a row's numbers, then a mask of the networks that it counts for. */
  readonly drawn: number;
  /** Numbers of the table's rows: inputs, then targets. */
  readonly columns: number;
}

/**
 * The network that a plan's loss and gradient are computed of layer by layer; null where they are computed by a formula. Layer by layer is faster also where a network is small, but for those
 * whose operations are all rounded as the oracle in float32 rounds them: of those the formula's bits are told.
 */
export function viaLayers({ objective }: Pick<Plan, 'objective'>): LayeredNetwork | null {
  const { layered, network } = objective;
  const calls = network?.layers.some(({ activation }) => activation === 'tanh' || activation === 'sigmoid');
  return layered ?? (calls ? network : null);
}

/** Bytes that `placeNetwork` takes. */
export function networkBytes({
  layers,
  parameters,
  inputs,
  outputs,
}: Pick<LayeredNetwork, 'layers' | 'parameters' | 'inputs' | 'outputs'>): number {
  const widths = layers.map(({ to }) => to);
  const units = widths.reduce((sum, to) => sum + to, Math.max(...widths));
  return VECTOR * (3 * parameters + 1 + (units + inputs + outputs + 1) * ROWS + 1);
}

/** Gives a network's numbers their places from an address on. */
export function placeNetwork(network: LayeredNetwork, at: number): PlacedNetwork {
  const { biases, parameters, inputs, outputs } = network;
  const theta = at;
  const gradient = theta + VECTOR * parameters;
  const start = gradient + VECTOR * parameters;
  const total = start + VECTOR * parameters;
  let out = total + VECTOR;
  const layers = network.layers.map((layer) => {
    const place = { ...layer, weights: VECTOR * layer.offset, unit: VECTOR * (layer.from + (biases ? 1 : 0)), out };
    out += layer.to * ROWS * VECTOR;
    return place;
  });
  const workings = out;
  const drawn = workings + VECTOR * (Math.max(...network.layers.map(({ to }) => to)) * ROWS + 1);
  return { ...network, layers, theta, gradient, start, total, workings, drawn, columns: inputs + outputs };
}
