import type { Layer } from '../../../../experiment/index.ts';

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
export interface PlacedNetwork {
  readonly layers: readonly PlacedLayer[];
  readonly biases: boolean;
  /** The four networks' parameters, and the sums of their gradients. */
  readonly theta: number;
  readonly gradient: number;
  /** The sum of the rows' losses. */
  readonly loss: number;
  /** Room for as many vectors as the widest layer has for a block, beyond every layer's own. */
  readonly workings: number;
  /** Numbers of the table's rows: inputs, then targets. */
  readonly columns: number;
}

/** Bytes that `placeNetwork` takes. */
export function networkBytes(layers: readonly Layer[], parameters: number): number {
  const units = layers.reduce((sum, { to }) => sum + to, 0) + Math.max(...layers.map(({ to }) => to));
  return VECTOR * (2 * parameters + 1 + units * ROWS);
}

/** Gives a network's numbers their places from an address on. */
export function placeNetwork(layers: readonly Layer[], biases: boolean, parameters: number, at: number): PlacedNetwork {
  const theta = at;
  const gradient = theta + VECTOR * parameters;
  const loss = gradient + VECTOR * parameters;
  let out = loss + VECTOR;
  let weights = 0;
  const placed = layers.map((layer) => {
    const unit = VECTOR * (layer.from + (biases ? 1 : 0));
    const place = { ...layer, weights, unit, out };
    weights += layer.to * unit;
    out += layer.to * ROWS * VECTOR;
    return place;
  });
  const columns = layers[0].from + layers[layers.length - 1].to;
  return { layers: placed, biases, theta, gradient, loss, workings: out, columns };
}
