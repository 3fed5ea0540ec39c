import type { LayeredObjective } from '../../experiment/index.ts';
import { type Dialect, TORCH } from './dialect.ts';
import type { PythonNames } from './names.ts';
import { floating, pythonNumber } from './python.ts';

/**
 * A layered network as lines of Python that define `loss_fn(theta)`, its data before it.
 * @param batched whether it is `loss_fn(theta, rows)`, whose means run over those rows, or over all where none are given
 * @param array what makes an array of a list: `torch.tensor`
 * @param names names of the program, from which those of the data are taken
 */
export function networkCode(
  { layered, title }: LayeredObjective,
  dialect: Dialect,
  array: string,
  batched: boolean,
  names: PythonNames,
): string[] {
  const { layers, biases, loss, l2, rows, inputs, outputs, data } = layered;
  const stride = inputs + outputs;
  const table = (from: number, to: number) =>
    Array.from({ length: rows }, (_, row) => {
      const numbers = [...data.subarray(row * stride + from, row * stride + to)].map(floating);
      return `[${numbers.join(', ')}]`;
    }).join(', ');
  const width = (from: number) => from + (biases ? 1 : 0);
  const forward = layers.flatMap(({ number, from, to, offset, activation, factor }) => {
    const w = `w${number}`;
    const weights = biases ? `${w}[:, :${from}].T` : `${w}.T`;
    const scaled = factor === 1 ? `h @ ${weights}` : `${pythonNumber(factor)}*(h @ ${weights})`;
    const sum = biases ? `${scaled} + ${w}[:, ${from}]` : scaled;
    return [
      `${w} = theta[${offset}:${offset + to * width(from)}].reshape(${to}, ${width(from)})`,
      `h = ${activation === 'linear' ? sum : dialect.functions[activation](sum)}`,
    ];
  });
  const decay = layers.map(({ number, from }) => dialect.sum(`w${number}${biases ? `[:, :${from}]` : ''}**2`));
  const penalty = l2 > 0 ? ` + ${pythonNumber(l2 / 2)}*(${decay.join(' + ')})` : '';
  const [allInputs, allTargets] = ['inputs', 'targets'].map((name) => names.take(name));
  const [x, y] = [allInputs, allTargets].map((name) => (batched ? `${name}[rows]` : name));
  const losses = {
    'mean-square': dialect.mean(`(h - ${y})**2`),
    logistic: dialect.mean(`${dialect.functions.softplus('h')} - ${y}*h`),
    'cross-entropy': dialect.mean(`${dialect === TORCH ? 'torch' : 'jax.nn'}.logsumexp(h, 1) - (${y}*h).sum(1)`),
  };
  return [
    `${allInputs} = ${array}([${table(0, inputs)}])`,
    `${allTargets} = ${array}([${table(inputs, stride)}])`,
    '',
    '',
    `def loss_fn(theta${batched ? ', rows=slice(None)' : ''}):`,
    ...[
      `"""${title}"""`,
      `# Unit by unit: its weights${biases ? ', then its bias.' : '.'}`,
      `h = ${x}`,
      ...forward,
      `return ${losses[loss]}${penalty}`,
    ].map((line) => `    ${line}`),
  ];
}
