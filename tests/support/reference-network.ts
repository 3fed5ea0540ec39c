import { pcg } from '../../src/catalogue/index.ts';

/** A network as it is told to the reference. */
export interface Architecture {
  readonly widths: number[];
  /** One for each layer. */
  readonly activations: readonly ('tanh' | 'relu' | 'sigmoid' | 'linear')[];
  readonly biases: boolean;
  readonly loss: 'mean-square' | 'cross-entropy' | 'logistic';
  readonly l2: number;
  /** What each layer's weighted sums are multiplied by; 1 where there are none. */
  readonly factors?: readonly number[];
}

/** Rows to learn; with cross-entropy a target row has 1 at the row's class. */
export interface Examples {
  readonly inputs: readonly (readonly number[])[];
  readonly targets: readonly (readonly number[])[];
}

const VALUE = {
  tanh: Math.tanh,
  relu: (z: number) => (z > 0 ? z : 0),
  sigmoid: (z: number) => 1 / (1 + Math.exp(-z)),
  linear: (z: number) => z,
};

/** Slopes of the activations, from their values. */
const SLOPE = {
  tanh: (h: number) => 1 - h * h,
  relu: (h: number) => (h > 0 ? 1 : 0),
  sigmoid: (h: number) => h * (1 - h),
  linear: () => 1,
};

/**
 * Loss and gradient of a multilayer perceptron, by backpropagation written by hand in plain float64: what the formula compiler is compared with.
 * @param theta layer by layer and unit by unit: a unit's weights, then its bias
 */
export function backpropagate(net: Architecture, theta: readonly number[], { inputs, targets }: Examples) {
  const layers = net.widths.slice(1).map((to, l) => ({
    from: net.widths[l],
    to,
    activation: net.activations[l],
    factor: net.factors?.[l] ?? 1,
  }));
  const width = (from: number) => from + (net.biases ? 1 : 0);
  const starts = layers.map((_, l) => layers.slice(0, l).reduce((sum, { from, to }) => sum + to * width(from), 0));
  const gradient = new Array<number>(theta.length).fill(0);
  let loss = 0;
  inputs.forEach((row, n) => {
    const values = [row];
    layers.forEach(({ from, to, activation, factor }, l) => {
      values.push(
        Array.from({ length: to }, (_, j) => {
          const at = starts[l] + j * width(from);
          const sum = values[l].reduce((z, x, i) => z + factor * theta[at + i] * x, net.biases ? theta[at + from] : 0);
          return VALUE[activation](sum);
        }),
      );
    });
    const outputs = values[layers.length];
    const at = compare(net.loss, outputs, targets[n]);
    loss += at.loss / inputs.length;
    let slopes = at.slopes.map((slope) => slope / inputs.length);
    for (let l = layers.length - 1; l >= 0; l--) {
      const { from, to, activation, factor } = layers[l];
      const before = new Array<number>(from).fill(0);
      for (let j = 0; j < to; j++) {
        const delta = slopes[j] * SLOPE[activation](values[l + 1][j]);
        const first = starts[l] + j * width(from);
        for (let i = 0; i < from; i++) {
          gradient[first + i] += factor * delta * values[l][i];
          before[i] += factor * delta * theta[first + i];
        }
        if (net.biases) gradient[first + from] += delta;
      }
      slopes = before;
    }
  });
  layers.forEach(({ from, to }, l) => {
    for (let j = 0; j < to; j++) {
      for (let i = 0; i < from; i++) {
        const k = starts[l] + j * width(from) + i;
        loss += (net.l2 / 2) * theta[k] ** 2;
        gradient[k] += net.l2 * theta[k];
      }
    }
  });
  return { loss, gradient };
}

/** One row's loss, and its slopes by the outputs. */
function compare(loss: Architecture['loss'], outputs: readonly number[], targets: readonly number[]) {
  const count = outputs.length;
  if (loss === 'mean-square') {
    return {
      loss: outputs.reduce((sum, z, i) => sum + (z - targets[i]) ** 2, 0) / count,
      slopes: outputs.map((z, i) => (2 * (z - targets[i])) / count),
    };
  }
  if (loss === 'logistic') {
    const share = (z: number) => 1 / (1 + Math.exp(-z));
    return {
      loss:
        -outputs.reduce(
          (sum, z, i) => sum + targets[i] * Math.log(share(z)) + (1 - targets[i]) * Math.log(share(-z)),
          0,
        ) / count,
      slopes: outputs.map((z, i) => (share(z) - targets[i]) / count),
    };
  }
  const sum = outputs.reduce((total, z) => total + Math.exp(z), 0);
  return {
    loss: -outputs.reduce((total, z, i) => total + targets[i] * Math.log(Math.exp(z) / sum), 0),
    slopes: outputs.map((z, i) => Math.exp(z) / sum - targets[i]),
  };
}

/** Numbers spread over −1 … 1, the same every time. */
export function spreadNumbers(count: number, seed: number): number[] {
  return Array.from({ length: count }, (_, k) => pcg(pcg(seed) + k) / 2 ** 31 - 1);
}
