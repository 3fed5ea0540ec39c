import { FUNCTIONS, type Precision } from '../../formula/index.ts';
import { forwardPass } from './forward.ts';
import type { LayeredNetwork } from './layered.ts';
import type { Activation, NetworkLoss } from './schema.ts';

/** Loss and gradient of a layered network at weights; the arrays are overwritten by the next call. */
export interface LayeredValue {
  loss: number;
  readonly gradient: Float64Array;
}

/** A derivative of an activation from its sum `z` and its value `h`; at a relu's kink 0, as in the formula language. */
const SLOPES: Readonly<Record<Activation, (z: number, h: number) => number>> = {
  tanh: (_, h) => 1 - h * h,
  relu: (z) => (z > 0 ? 1 : 0),
  sigmoid: (_, h) => h * (1 - h),
  linear: () => 1,
};

/**
 * The oracle of layered networks: forward, then backward through the layers, row by row, by hand.
 * What it gives is called with weights, and with the rows that stand for all where not all do.
 * @param precision `float32` rounds after every operation; engines add in other orders, so only the size of their errors is the same
 */
export function layeredFunction(
  network: LayeredNetwork,
  precision: Precision = 'float64',
): (theta: ArrayLike<number>, chosen?: ArrayLike<number>) => LayeredValue {
  const round = precision === 'float32' ? Math.fround : (x: number) => x;
  const { layers, biases, l2, rows, inputs, outputs } = network;
  const data = network.data.map(round);
  const b = biases ? 1 : 0;
  const { sums, values, run: forward } = forwardPass(layers, biases, round);
  const deltas = values.map((each) => each.slice());
  const factors = layers.map(({ factor }) => round(factor));
  const compare = LOSSES[network.loss];
  const value = { loss: 0, gradient: new Float64Array(network.parameters) };
  /** What a row's loss is divided by. */
  const shareOf = (count: number) => (network.loss === 'cross-entropy' ? count : count * outputs);

  const backward = (theta: ArrayLike<number>) => {
    const { gradient } = value;
    for (let l = layers.length - 1; l >= 0; l--) {
      const { from, to, activation, offset } = layers[l];
      const [input, below, above] = [values[l], deltas[l], deltas[l + 1]];
      below.fill(0);
      for (let unit = 0; unit < to; unit++) {
        const at = offset + unit * (from + b);
        const delta = round(above[unit] * round(SLOPES[activation](sums[l][unit], values[l + 1][unit])));
        const scaled = round(delta * factors[l]);
        for (let i = 0; i < from; i++) {
          gradient[at + i] = round(gradient[at + i] + round(scaled * input[i]));
          below[i] = round(below[i] + round(scaled * theta[at + i]));
        }
        if (biases) gradient[at + from] = round(gradient[at + from] + delta);
      }
    }
  };

  return (theta, chosen) => {
    const count = chosen ? chosen.length : rows;
    const share = shareOf(count);
    value.loss = 0;
    value.gradient.fill(0);
    const stride = inputs + outputs;
    for (let place = 0; place < count; place++) {
      const row = chosen ? chosen[place] : place;
      values[0].set(data.subarray(row * stride, row * stride + inputs));
      forward(theta);
      const targets = data.subarray(row * stride + inputs, (row + 1) * stride);
      const last = deltas[layers.length];
      value.loss = round(value.loss + compare(values[layers.length], targets, last, round));
      backward(theta);
    }
    value.loss = round(value.loss / share);
    for (let k = 0; k < value.gradient.length; k++) value.gradient[k] = round(value.gradient[k] / share);
    if (l2 > 0) decay(network, theta, value, round);
    return value;
  };
}

/** The loss of one row, and into `delta` its derivatives with respect to the outputs; both before the division by rows and outputs. */
type Compare = (
  output: Float64Array,
  target: Float64Array,
  delta: Float64Array,
  round: (x: number) => number,
) => number;

const LOSSES: Readonly<Record<NetworkLoss, Compare>> = {
  'mean-square': (output, target, delta, round) => {
    let loss = 0;
    for (let i = 0; i < output.length; i++) {
      const away = round(output[i] - target[i]);
      loss = round(loss + round(away * away));
      delta[i] = round(2 * away);
    }
    return loss;
  },
  logistic: (output, target, delta, round) => {
    let loss = 0;
    for (let i = 0; i < output.length; i++) {
      const z = output[i];
      loss = round(loss + round(round(FUNCTIONS.softplus.evaluate(z, 0, 0)) - round(target[i] * z)));
      delta[i] = round(round(FUNCTIONS.sigmoid.evaluate(z, 0, 0)) - target[i]);
    }
    return loss;
  },
  'cross-entropy': (output, target, delta, round) => {
    // From the largest output on, so that nothing overflows.
    const most = Math.max(...output);
    let sum = 0;
    for (let i = 0; i < output.length; i++) {
      delta[i] = round(Math.exp(round(output[i] - most)));
      sum = round(sum + delta[i]);
    }
    let loss = round(most + round(Math.log(sum)));
    for (let i = 0; i < output.length; i++) {
      loss = round(loss - round(target[i] * output[i]));
      delta[i] = round(round(delta[i] / sum) - target[i]);
    }
    return loss;
  },
};

/** Adds L2's part. */
function decay(
  { layers, biases, l2 }: LayeredNetwork,
  theta: ArrayLike<number>,
  value: LayeredValue,
  round: (x: number) => number,
): void {
  let squares = 0;
  for (const { from, to, offset } of layers) {
    const stride = from + (biases ? 1 : 0);
    for (let unit = 0; unit < to; unit++) {
      for (let at = offset + unit * stride; at < offset + unit * stride + from; at++) {
        squares = round(squares + round(theta[at] * theta[at]));
        value.gradient[at] = round(value.gradient[at] + round(l2 * theta[at]));
      }
    }
  }
  value.loss = round(value.loss + round((l2 / 2) * squares));
}
