import type { LayeredNetwork } from '../../../experiment/index.ts';
import { literal } from '../../../formula/index.ts';
import { ACTIVATIONS, activationsOf } from './activations.ts';
import { constantsOf, indented } from './statements.ts';

/** Rows that a thread takes at once: with one, loads and stores of weights and gradient weigh more; with four, the text is twice as long and no faster. */
const ROWS = ['x', 'y'] as const;

/** Parameters whose gradient is summed up over the threads at a time: numbers for them fit the memory of a workgroup beside any network's. */
export const PART = 256;

/**
 * WGSL of what lanes.wgsl needs of a network: `through`, the way of a thread's rows from `first` on through all layers and back, written out number by number. It adds to `own_gradients`
 * and returns the rows' loss; rows from `count` on are not counted. `x0_3` is an input of the first layer and `h0_3` what comes out of it, `d0_3` the derivative by a sum of it.
 */
export function generateLanes(network: LayeredNetwork): string {
  const { layers } = network;
  const back = layers.flatMap((_, l) => backward(network, layers.length - 1 - l));
  const lines = [...read(network), ...layers.flatMap((_, l) => forward(network, l)), ...compare(network), ...back];
  return `
${constantsOf({ OUTPUT: 0, TILE: ROWS.length, SPLITS: 1, PART })}
${activationsOf(network).map(activationOf).join('\n')}
fn through(first: u32, count: u32) -> f32 {
${indented([...lines, 'return loss;'])}
}
`;
}

/** An activation of all rows that a thread takes at once. */
function activationOf(name: keyof typeof ACTIVATIONS): string {
  return `fn ${name}_value(z: vec2f) -> vec2f { return ${rowsOf((row) => ACTIVATIONS[name].value(`z.${row}`))}; }`;
}

/** Each row's number, and its inputs times the first layer's factor. */
function read({ layers, inputs, rows }: LayeredNetwork): string[] {
  const input = (i: number) => rowsOf((row) => `table[${i * rows}u + row_${row}]`);
  return [
    ...ROWS.map((row, k) => `let row_${row} = row_at(min(first + ${k}u, count - 1u));`),
    ...list(inputs, (i) => `let x0_${i} = ${times(layers[0].factor, input(i))};`),
  ];
}

/** What comes out of a layer, and the next one's inputs. */
function forward({ layers, biases }: LayeredNetwork, l: number): string[] {
  const { from, to, offset, activation } = layers[l];
  const next = layers[l + 1];
  return list(to, (j) => {
    const first = offset + j * (from + (biases ? 1 : 0));
    const terms = list(from, (i) => `own_weights[${first + i}] * x${l}_${i}`);
    if (biases) terms.push(`vec2f(own_weights[${first + from}])`);
    return [
      `let h${l}_${j} = ${activation}_value(${sumOf(terms)});`,
      ...(next ? [`let x${l + 1}_${j} = ${times(next.factor, `h${l}_${j}`)};`] : []),
    ];
  }).flat();
}

/** The rows' loss, with its derivatives by the last layer's sums: 0 of rows that are not counted. */
function compare({ layers, outputs }: LayeredNetwork): string[] {
  const last = layers.length - 1;
  const place = (j: number, k: number) => `numbers[${j * ROWS.length + k}]`;
  return [
    ...list(outputs, (j) => ROWS.map((row, k) => `${place(j, k)} = h${last}_${j}.${row};`)).flat(),
    'var loss = 0.0;',
    ...ROWS.map((row, k) => `loss += select(0.0, compared(${k}u, row_${row}), first + ${k}u < count);`),
    ...list(outputs, (j) => {
      const numbers = ROWS.map((_, k) => `select(0.0, ${place(j, k)}, first + ${k}u < count)`);
      return `let d${last}_${j} = vec2f(${numbers.join(', ')});`;
    }),
  ];
}

/** Adds to the gradient of a layer's weights; the derivatives by the sums of the layer below. */
function backward({ layers, biases }: LayeredNetwork, l: number): string[] {
  const { from, to, offset, factor } = layers[l];
  const first = (j: number) => offset + j * (from + (biases ? 1 : 0));
  const below = layers[l - 1];
  return [
    ...list(to, (j) => [
      ...list(from, (i) => `own_gradients[${first(j) + i}] += dot(d${l}_${j}, x${l}_${i});`),
      ...(biases
        ? [`own_gradients[${first(j) + from}] += ${ROWS.map((row) => `d${l}_${j}.${row}`).join(' + ')};`]
        : []),
    ]).flat(),
    ...list(below ? from : 0, (i) => {
      const sum = sumOf(list(to, (j) => `own_weights[${first(j) + i}] * d${l}_${j}`));
      // No function's call: to compile those takes an eighth of the whole.
      const slope = ACTIVATIONS[below.activation].slope(`h${l - 1}_${i}`, 'vec2f');
      return `let d${l - 1}_${i} = ${times(factor, `(${sum})`)} * (${slope});`;
    }),
  ];
}

/** A sum whose terms are added in pairs, and the pairs in pairs: a processor need not wait for one sum to begin the next. */
function sumOf(terms: readonly string[]): string {
  if (terms.length <= 2) return terms.join(' + ');
  const half = 2 ** Math.floor(Math.log2(terms.length - 1));
  return `(${sumOf(terms.slice(0, half))}) + (${sumOf(terms.slice(half))})`;
}

function times(factor: number, value: string): string {
  return factor === 1 ? value : `${literal(factor)} * ${value}`;
}

function rowsOf(text: (row: string) => string): string {
  return `vec2f(${ROWS.map(text).join(', ')})`;
}

function list<T>(times: number, make: (i: number) => T): T[] {
  return Array.from({ length: times }, (_, i) => make(i));
}
