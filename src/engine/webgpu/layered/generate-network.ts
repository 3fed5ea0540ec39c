import type { LayeredNetwork } from '../../../experiment/index.ts';
import { literal } from '../../../formula/index.ts';
import { ACTIVATIONS, activationsOf } from './activations.ts';
import { byLayer, chosen, constantsOf } from './statements.ts';

/** WGSL of a network's sizes, and of what is asked of a parameter or an output wherever its rows are gone through: `slope`, `layer_of`, `decay_of`. For workgroups of so many threads. */
export function generateNetwork(network: LayeredNetwork, threads: number): string {
  const { layers, biases, parameters, rows, inputs, outputs, loss, l2 } = network;
  const codes = Object.values(ACTIVATIONS).map(({ code }, i) => [code, i]);
  const sizes = { PARAMETERS: parameters, ROWS: rows, INPUTS: inputs, OUTPUTS: outputs, WORKGROUP: threads };
  const share = loss === 'cross-entropy' ? rows : rows * outputs;
  const slopes = activationsOf(network).map((name) => ({ code: ACTIVATIONS[name].code, text: ACTIVATIONS[name].slope('h', 'f32') })); // biome-ignore format: one line
  const offsets = layers.map(({ offset }) => offset);
  const decay = layers.map(({ from, offset }) => {
    const isBias = `(p - ${offset}u) % ${from + 1}u == ${from}u`;
    return biases ? `select(${literal(l2)}, 0.0, ${isBias})` : literal(l2);
  });
  return `
${constantsOf({ ...sizes, ...Object.fromEntries(codes) })}
const SHARE = ${literal(1 / share)};
const LAST_ACTIVATION = ${ACTIVATIONS[layers[layers.length - 1].activation].code};
fn slope(activation: u32, h: f32) -> f32 {
${chosen('activation', slopes)}
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
