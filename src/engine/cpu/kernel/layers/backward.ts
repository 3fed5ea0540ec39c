import { arithmetic, type Code, type Lanes, type Local } from '../../../../formula/wasm/index.ts';
import { throughActivation } from './activation.ts';
import { layerSource, rowSource, type Source } from './forward.ts';
import { copyOf, inGroups } from './loops.ts';
import { type PlacedLayer, type PlacedNetwork, UNITS, VECTOR } from './places.ts';

/** Weights whose gradients are written side by side, for each unit; and units through which derivatives go back. */
const UNROLLED = 2;

/**
 * Writes what leads the derivatives of a block of rows back: from those by the last layer's sums, which lie where what came out of it did, to the
 * gradient's sums. A layer's derivatives take the place of what came out of it.
 */
export function writeBackward(
  code: Code,
  lanes: Lanes,
  network: PlacedNetwork,
  row: Local,
  rows: number,
  drawn: boolean,
): void {
  const { layers } = network;
  for (let i = layers.length - 1; i >= 0; i--) {
    const before = i === 0 ? null : layers[i - 1];
    const source = before ? layerSource(code, lanes, before, rows) : rowSource(code, lanes, network, row, drawn);
    writeGradient(code, lanes, network, layers[i], source, rows);
    if (before) writeBack(code, lanes, network, layers[i], before, rows);
  }
}

/** Adds the rows to the sums one after another, so that neither their number in a block nor what is written side by side changes a bit. */
function writeGradient(
  code: Code,
  lanes: Lanes,
  { gradient, biases }: PlacedNetwork,
  { weights, unit, out, from, to, factor }: PlacedLayer,
  source: Source,
  rows: number,
): void {
  const a = arithmetic(lanes);
  const [total, derivative] = [code.integer(), code.integer()];
  code.const(gradient + weights).set(total);
  code.const(out).set(derivative);
  inGroups(
    code,
    to,
    UNITS,
    (units) => {
      const deltas = Array.from({ length: units * rows }, (_, k) => code.load(lanes.leaf(), derivative, VECTOR * k));
      const scaled = factor === 1 ? deltas : deltas.map((delta) => a.mul(delta, lanes.f32(factor)));
      if (biases) {
        for (let u = 0; u < units; u++) {
          const place = u * unit + VECTOR * from;
          let value = code.load(lanes.leaf(), total, place);
          for (let r = 0; r < rows; r++) value = a.add(value, deltas[u * rows + r]);
          code.store(total, place, value);
        }
      }
      // By the sum of the products, which is what goes on to weights and to the layer before.
      if (factor !== 1) {
        for (const [k, value] of scaled.entries()) code.store(derivative, VECTOR * k, value);
      }
      const sum = copyOf(code, total);
      const x = code.integer();
      source.begin();
      code.set(x);
      inGroups(
        code,
        from,
        UNROLLED,
        (inputs) => {
          for (let i = 0; i < inputs; i++) {
            const sums = Array.from({ length: units }, (_, u) => {
              return code.variable(code.load(lanes.leaf(), sum, u * unit + VECTOR * i));
            });
            for (let r = 0; r < rows; r++) {
              const input = source.load(x, i, r);
              sums.forEach((local, u) => {
                code.increase(local, a.mul(scaled[u * rows + r], input));
              });
            }
            sums.forEach((local, u) => {
              code.store(sum, u * unit + VECTOR * i, code.read(lanes.leaf(), local));
            });
          }
        },
        (inputs) => code.step(sum, VECTOR * inputs).step(x, source.stride * inputs),
      );
    },
    (units) => code.step(total, unit * units).step(derivative, VECTOR * rows * units),
  );
}

/** The derivatives by the sums of the layer before. */
function writeBack(
  code: Code,
  lanes: Lanes,
  { theta }: PlacedNetwork,
  { weights, unit, out, from, to }: PlacedLayer,
  before: PlacedLayer,
  rows: number,
): void {
  const a = arithmetic(lanes);
  const [weight, result] = [code.integer(), code.integer()];
  code.const(theta + weights).set(weight);
  code.const(before.out).set(result);
  inGroups(
    code,
    from,
    UNITS,
    (inputs) => {
      const sums = Array.from({ length: inputs * rows }, () => code.variable(lanes.f32(0)));
      const w = copyOf(code, weight);
      const derivative = code.integer();
      code.const(out).set(derivative);
      inGroups(
        code,
        to,
        UNROLLED,
        (units) => {
          for (let u = 0; u < units; u++) {
            const factors = Array.from({ length: inputs }, (_, i) => code.load(lanes.leaf(), w, u * unit + VECTOR * i));
            for (let r = 0; r < rows; r++) {
              const delta = code.load(lanes.leaf(), derivative, VECTOR * (u * rows + r));
              factors.forEach((factor, i) => {
                code.increase(sums[i * rows + r], a.mul(factor, delta));
              });
            }
          }
        },
        (units) => code.step(w, unit * units).step(derivative, VECTOR * rows * units),
      );
      sums.forEach((sum, k) => {
        const value = code.load(lanes.leaf(), result, VECTOR * k);
        const by = throughActivation(lanes, before.activation, value, code.read(lanes.leaf(), sum));
        code.store(result, VECTOR * k, by);
      });
    },
    (inputs) => code.step(weight, VECTOR * inputs).step(result, VECTOR * rows * inputs),
  );
}
