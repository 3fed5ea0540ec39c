import { FUNCTIONS } from '../../formula/index.ts';
import type { Layer } from './layers.ts';
import type { Activation } from './schema.ts';

const VALUES: Readonly<Record<Activation, (z: number) => number>> = {
  tanh: Math.tanh,
  relu: (z) => Math.max(z, 0),
  sigmoid: (z) => FUNCTIONS.sigmoid.evaluate(z, 0, 0),
  linear: (z) => z,
};

/** What every unit of a network makes of one input, layer by layer. */
export interface Forward {
  /** The input, then what comes out of each layer; the input is for the caller to set. */
  readonly values: readonly Float64Array[];
  /** The weighted sums of each layer's units, bias included. */
  readonly sums: readonly Float64Array[];
  /** Computes both at weights; they are overwritten by the next call. */
  run(theta: ArrayLike<number>): void;
}

/**
 * A network's way forward, unit by unit.
 * @param round after every operation
 */
export function forwardPass(layers: readonly Layer[], biases: boolean, round: (x: number) => number = same): Forward {
  const sums = layers.map(({ to }) => new Float64Array(to));
  const values = [new Float64Array(layers[0].from), ...sums.map((each) => each.slice())];
  const factors = layers.map(({ factor }) => round(factor));
  const stride = biases ? 1 : 0;
  const run = (theta: ArrayLike<number>) => {
    layers.forEach(({ from, to, activation, offset }, l) => {
      const input = values[l];
      for (let unit = 0; unit < to; unit++) {
        const at = offset + unit * (from + stride);
        let sum = 0;
        for (let i = 0; i < from; i++) sum = round(sum + round(theta[at + i] * input[i]));
        sum = round(sum * factors[l]);
        if (biases) sum = round(sum + theta[at + from]);
        sums[l][unit] = sum;
        values[l + 1][unit] = round(VALUES[activation](sum));
      }
    });
  };
  return { values, sums, run };
}

const same = (x: number) => x;
