import type { LayeredNetwork } from '../../../experiment/index.ts';
import { literal } from '../../../formula/index.ts';
import { ACTIVATIONS, activationsOf } from './activations.ts';
import { byLayer, chosen, constantsOf } from './statements.ts';
import { tilingOf } from './tiling.ts';

/** WGSL of what tiles.wgsl needs of a network: its `layers`, where their numbers lie, `activated`, `ones_place`. */
export function generateTiles(network: LayeredNetwork): string {
  const { layers, biases } = network;
  const { tile, splits, places } = tilingOf(network);
  const one = biases ? 1 : 0;
  const last = layers[layers.length - 1];
  // A row's inputs, then what comes out of each layer, each with the layer above's 1 behind it.
  const froms = layers.map((_, l) => layers.slice(0, l).reduce((place, { from }) => place + from + one, 0));
  const output = froms[layers.length - 1] + last.from + one;
  const texts = layers.map(({ from, to, offset, activation }, l) => {
    const numbers = [from + one, to, offset, froms[l], froms[l + 1] ?? output];
    const factor = literal(layers[l + 1]?.factor ?? 1);
    return `  Layer(${numbers.map((each) => `${each}u`).join(', ')}, ${ACTIVATIONS[activation].code}, ${factor}),`;
  });
  const values = activationsOf(network).map((name) => {
    const { code, value } = ACTIVATIONS[name];
    return { code, text: `vec4f(${['z.x', 'z.y', 'z.z', 'z.w'].map(value).join(', ')})` };
  });
  return `
${constantsOf({ OUTPUT: output, LAYERS: layers.length, TILE: tile, SPLITS: splits, PLACES: places, ONES: one * layers.length })}
const FIRST_FACTOR = ${literal(layers[0].factor)};
const layers = array<Layer, LAYERS>(
${texts.join('\n')}
);
fn activated(activation: u32, z: vec4f) -> vec4f {
${chosen('activation', values)}
}
fn ones_place(layer: u32) -> u32 {
${byLayer(
  'layer',
  layers.map((_, l) => l),
  froms.map((place, l) => `${place + layers[l].from}u`),
)}
}
`;
}
