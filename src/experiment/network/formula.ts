import { biasName, type Layer, weightName, weightsOf } from './layers.ts';
import type { Network } from './schema.ts';

/**
 * A network's loss as a formula of its weights and of the table that `tableOf` makes: columns `x1`, `x2`, … of inputs, `y1`, `y2`, … of targets.
 * - mean-square: the mean over rows and outputs of (output − target)²
 * - logistic: the mean over rows and outputs of log(1 + exp z) − target·z, where z is the output and the target 0 or 1
 * - cross-entropy: the mean over rows of −log softmax(z) at the row's class
 *
 * L2 adds half of `l2` times the sum of the weights' squares, biases left out.
 */
export function formulaOf(
  { biases, loss, l2 }: Pick<Network, 'biases' | 'loss' | 'l2'>,
  layers: readonly Layer[],
): string {
  const units = layers.flatMap((layer) => Array.from({ length: layer.to }, (_, unit) => unitText(layer, unit, biases)));
  const outputs = Array.from({ length: layers[layers.length - 1].to }, (_, i) => unitName(layers.length, i + 1));
  const decay = weightsOf(layers, biases).flatMap(({ name, bias }) => (bias ? [] : [`${name}^2`]));
  const penalty = l2 > 0 ? ` + ${l2 / 2}*(${decay.join(' + ')})` : '';
  return [...units, `${LOSSES[loss](outputs)}${penalty}`].join('\n');
}

/** What comes out of a unit. */
function unitName(layer: number, unit: number): string {
  return `h${layer}_${unit}`;
}

function unitText({ number, from, activation, factor }: Layer, unit: number, biases: boolean): string {
  const terms = Array.from({ length: from }, (_, i) => {
    const input = number === 1 ? `x${i + 1}` : unitName(number - 1, i + 1);
    return `${weightName(number, unit + 1, i + 1)}*${input}`;
  });
  const weighted = factor === 1 ? terms : [`${factor}*(${terms.join(' + ')})`];
  const sum = [...weighted, ...(biases ? [biasName(number, unit + 1)] : [])].join(' + ');
  return `${unitName(number, unit + 1)} = ${activation === 'linear' ? sum : `${activation}(${sum})`}`;
}

const target = (i: number) => `y${i + 1}`;

const LOSSES: Readonly<Record<Network['loss'], (outputs: readonly string[]) => string>> = {
  'mean-square': (outputs) => overOutputs(outputs.map((z, i) => `(${z} - ${target(i)})^2`)),
  logistic: (outputs) => overOutputs(outputs.map((z, i) => `softplus(${z}) - ${target(i)}*${z}`)),
  'cross-entropy': (outputs) => {
    // log Σ exp z, one after another: softplus neither overflows nor loses digits.
    const [first, ...rest] = outputs;
    const lines = rest.map((z, i) => {
      const before = i === 0 ? first : `s${i}`;
      return `s${i + 1} = ${before} + softplus(${z} - ${before})`;
    });
    const hit = outputs.map((z, i) => `${target(i)}*${z}`).join(' + ');
    return `${lines.join('\n')}\nmean(s${rest.length} - (${hit}))`;
  },
};

/** The mean over rows and outputs. */
function overOutputs(terms: readonly string[]): string {
  return `mean(${terms.join(' + ')})${terms.length > 1 ? `/${terms.length}` : ''}`;
}

/**
 * A layered network's loss as a formula to be read, of matrices: `W1` is layer 1's weights, `b1` its biases, `x` a row's inputs and `y` its targets. It is too long to be
 * written unit by unit.
 */
export function matrixFormulaOf(
  { biases, loss, l2 }: Pick<Network, 'biases' | 'loss' | 'l2'>,
  layers: readonly Layer[],
): string {
  const units = layers.map(({ number, activation, factor }) => {
    const input = number === 1 ? 'x' : `h${number - 1}`;
    const scale = factor === 1 ? '' : `${Number(factor.toPrecision(6))}*`;
    const sum = `${scale}W${number}*${input}${biases ? ` + b${number}` : ''}`;
    return `h${number} = ${activation === 'linear' ? sum : `${activation}(${sum})`}`;
  });
  const output = `h${layers.length}`;
  const penalty = l2 > 0 ? ` + ${l2 / 2}*(${layers.map(({ number }) => `norm(W${number})^2`).join(' + ')})` : '';
  return [...units, `${MATRIX_LOSSES[loss](output)}${penalty}`].join('\n');
}

const MATRIX_LOSSES: Readonly<Record<Network['loss'], (output: string) => string>> = {
  'mean-square': (h) => `mean((${h} - y)^2)`,
  logistic: (h) => `mean(softplus(${h}) - y*${h})`,
  'cross-entropy': (h) => `mean(log(sum(exp(${h}))) - dot(y, ${h}))`,
};
