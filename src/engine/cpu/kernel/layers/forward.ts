import type { Code, Lanes, Local } from '../../../../formula/wasm/index.ts';
import { arithmetic } from '../../../../formula/wasm/index.ts';
import { type Activations, callActivation } from './activation.ts';
import { copyOf, inGroups } from './loops.ts';
import { type PlacedLayer, type PlacedNetwork, UNITS, VECTOR } from './places.ts';

/** Inputs whose products are written side by side: a loop's own instructions then weigh less. */
const UNROLLED = 4;

/**
 * Writes what leads a block of rows through a network's layers, up to what comes out of the last.
 * @param row where the first row of the table lies
 * @param rows of the block
 * @param drawn whether they lie where rows are drawn to
 */
export function writeForward(
  code: Code,
  lanes: Lanes,
  network: PlacedNetwork,
  row: Local,
  rows: number,
  activations: Activations,
  drawn: boolean,
): void {
  network.layers.forEach((layer, i) => {
    const source =
      i === 0 ? rowSource(code, lanes, network, row, drawn) : layerSource(code, lanes, network.layers[i - 1], rows);
    writeSums(code, lanes, network, layer, source, rows);
    callActivation(code, layer, rows, activations);
  });
}

/** Where a layer's inputs come from. */
export interface Source {
  /** The address of a first input. */
  readonly begin: () => void;
  /** Bytes from one input to the next. */
  readonly stride: number;
  /** The input of a row at an address. */
  readonly load: (at: Local, input: number, row: number) => ReturnType<Code['load']>;
}

/** The table, of which a number stands for all four networks, or rows that are drawn, which have four. */
export function rowSource(code: Code, lanes: Lanes, network: PlacedNetwork, row: Local, drawn: boolean): Source {
  return drawn ? drawnSource(code, lanes, network, row) : tableSource(code, lanes, network, row);
}

function drawnSource(code: Code, lanes: Lanes, { columns }: PlacedNetwork, row: Local): Source {
  return {
    begin: () => code.get(row),
    stride: VECTOR,
    load: (at, input, r) => code.load(lanes.leaf(), at, VECTOR * (r * (columns + 1) + input)),
  };
}

function tableSource(code: Code, lanes: Lanes, { columns }: PlacedNetwork, row: Local): Source {
  return {
    begin: () => code.get(row),
    stride: 4,
    load: (at, input, r) => code.loadSplat(lanes.leaf(), at, 4 * (r * columns + input)),
  };
}

/** What came out of the layer before. */
export function layerSource(code: Code, lanes: Lanes, { out }: PlacedLayer, rows: number): Source {
  return {
    begin: () => code.const(out),
    stride: VECTOR * rows,
    load: (at, input, r) => code.load(lanes.leaf(), at, VECTOR * (input * rows + r)),
  };
}

function writeSums(
  code: Code,
  lanes: Lanes,
  { theta, biases }: PlacedNetwork,
  { weights, unit, out, from, to, factor }: PlacedLayer,
  source: Source,
  rows: number,
): void {
  const a = arithmetic(lanes);
  const [weight, result] = [code.integer(), code.integer()];
  code.const(theta + weights).set(weight);
  code.const(out).set(result);
  inGroups(
    code,
    to,
    UNITS,
    (units) => {
      const sums = Array.from({ length: units * rows }, () => code.variable(lanes.f32(0)));
      const w = copyOf(code, weight);
      const x = code.integer();
      source.begin();
      code.set(x);
      inGroups(
        code,
        from,
        UNROLLED,
        (inputs) => {
          for (let i = 0; i < inputs; i++) {
            const factors = Array.from({ length: units }, (_, u) => code.load(lanes.leaf(), w, u * unit + VECTOR * i));
            for (let r = 0; r < rows; r++) {
              const input = source.load(x, i, r);
              factors.forEach((factor, u) => {
                code.increase(sums[u * rows + r], a.mul(factor, input));
              });
            }
          }
        },
        (inputs) => code.step(w, VECTOR * inputs).step(x, source.stride * inputs),
      );
      for (let u = 0; u < units; u++) {
        const bias = biases ? code.load(lanes.leaf(), weight, u * unit + VECTOR * from) : null;
        for (let r = 0; r < rows; r++) {
          const products = code.read(lanes.leaf(), sums[u * rows + r]);
          const sum = factor === 1 ? products : a.mul(products, lanes.f32(factor));
          code.store(result, VECTOR * (u * rows + r), bias ? a.add(sum, bias) : sum);
        }
      }
    },
    (units) => code.step(weight, unit * units).step(result, VECTOR * rows * units),
  );
}
