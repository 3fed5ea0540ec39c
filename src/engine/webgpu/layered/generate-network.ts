import type { LayeredNetwork } from '../../../experiment/index.ts';
import { literal } from '../../../formula/index.ts';
import { tilingOf } from './tiling.ts';

/** Activations with their codes: what comes out of sums `z` (of four rows), and the derivative of that by a sum, from what came out. */
const ACTIVATIONS = {
  tanh: {
    code: 'TANH',
    value: 'vec4f(scree_tanh(z.x), scree_tanh(z.y), scree_tanh(z.z), scree_tanh(z.w))',
    slope: '1.0 - h * h',
  },
  relu: { code: 'RELU', value: 'max(z, vec4f())', slope: 'select(0.0, 1.0, h > 0.0)' },
  sigmoid: {
    code: 'SIGMOID',
    value: 'vec4f(scree_sigmoid(z.x), scree_sigmoid(z.y), scree_sigmoid(z.z), scree_sigmoid(z.w))',
    slope: 'h * (1.0 - h)',
  },
  linear: { code: 'LINEAR', value: 'z', slope: '1.0' },
} as const;

/** WGSL of a network's sizes and `layers`, of those activations that it has (`activated`, `slope`), and `ones_place`, `decay_of`, `layer_of`; for workgroups of so many threads. */
export function generateNetwork(network: LayeredNetwork, threads: number): string {
  const { layers, biases, parameters, rows, inputs, outputs, loss, l2 } = network;
  const { tile, splits, places } = tilingOf(network);
  const one = biases ? 1 : 0;
  const last = layers[layers.length - 1];
  // A row's inputs, then what comes out of each layer, each with the layer above's 1 behind it.
  const froms = layers.map((_, l) => layers.slice(0, l).reduce((place, { from }) => place + from + one, 0));
  const output = froms[layers.length - 1] + last.from + one;
  const texts = layers.map(({ from, to, offset, activation }, l) => {
    const numbers = [from + one, to, offset, froms[l], froms[l + 1] ?? output];
    const factor = literal(layers[l + 1]?.factor ?? 1);
    return `Layer(${numbers.map((each) => `${each}u`).join(', ')}, ${ACTIVATIONS[activation].code}, ${factor}),`;
  });
  const share = loss === 'cross-entropy' ? rows : rows * outputs;
  const constants = {
    PARAMETERS: parameters,
    ROWS: rows,
    INPUTS: inputs,
    OUTPUTS: outputs,
    OUTPUT: output,
    LAYERS: layers.length,
    TILE: tile,
    SPLITS: splits,
    PLACES: places,
    ONES: one * layers.length,
    WORKGROUP: threads,
  };
  const used = [...new Set(layers.map(({ activation }) => activation))].map((name) => ACTIVATIONS[name]);
  const chosen = (of: 'value' | 'slope') => {
    const [first, ...others] = used.map((each) => ({ code: each.code, text: `return ${each[of]};` }));
    return indented([...others.map(({ code, text }) => `if (activation == ${code}) { ${text} }`), first.text]);
  };
  const offsets = layers.map(({ offset }) => offset);
  const decay = layers.map(({ from, offset }) => {
    const isBias = `(p - ${offset}u) % ${from + 1}u == ${from}u`;
    return biases ? `select(${literal(l2)}, 0.0, ${isBias})` : literal(l2);
  });
  return `
${Object.entries(constants)
  .map(([name, value]) => `const ${name} = ${value}u;`)
  .join('\n')}
const SHARE = ${literal(1 / share)};
const FIRST_FACTOR = ${literal(layers[0].factor)};
const LAST_ACTIVATION = ${ACTIVATIONS[last.activation].code};
const layers = array<Layer, LAYERS>(
${indented(texts)}
);
fn activated(activation: u32, z: vec4f) -> vec4f {
${chosen('value')}
}
fn slope(activation: u32, h: f32) -> f32 {
${chosen('slope')}
}
fn ones_place(layer: u32) -> u32 {
${byLayer(
  'layer',
  layers.map((_, l) => l),
  froms.map((place, l) => `${place + layers[l].from}u`),
)}
}
fn layer_of(p: u32) -> u32 {
${byLayer(
  'p',
  offsets,
  layers.map(({ number }) => `${number}u`),
)}
}
fn decay_of(p: u32) -> f32 {
${l2 > 0 ? byLayer('p', offsets, decay) : '  return 0.0;'}
}
`;
}

/** Statements that return a layer's value for a number from its first on. */
function byLayer(name: string, firsts: readonly number[], values: readonly string[]): string {
  return indented(
    values
      .map((value, l) => (l === 0 ? `return ${value};` : `if (${name} >= ${firsts[l]}u) { return ${value}; }`))
      .reverse(),
  );
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}
