import type { Activation } from '../../../../experiment/index.ts';
import {
  arithmetic,
  type Callee,
  type Code,
  type Lane,
  type Lanes,
  type ModuleWriter,
  sigmoid,
  tanhFrom,
  tanhGrowth,
} from '../../../../formula/wasm/index.ts';
import { type PlacedLayer, type PlacedNetwork, VECTOR } from './places.ts';

/** Vectors whose functions are computed side by side. */
const TOGETHER = 2;

/** The functions of a module that make of sums what comes out of units. */
export type Activations = ReadonlyMap<Activation, Callee>;

/**
 * Adds `tanh(from, to)` and the like to a module, for the activations that a network has: they make of the sums between two addresses what comes out, in their places. Functions of their own, for in
 * them a compiler finds registers for all constants. Where the number of vectors is odd, the one behind the last is written over, too: nothing lies there yet.
 */
export function addActivations(writer: ModuleWriter, { layers, workings }: PlacedNetwork): Activations {
  const { lanes } = writer;
  const a = arithmetic(lanes);
  const write: Readonly<Record<Activation, ((code: Code) => void) | null>> = {
    linear: null,
    relu: (code) => eachVector(code, lanes, (sum) => a.max(sum, lanes.f32(0))),
    sigmoid: (code) => eachVector(code, lanes, (sum) => sigmoid(lanes, sum)),
    // Two loops: a tanh is a chain of operations so long that a processor, which looks ahead some 200 of them, finds too few others to do meanwhile.
    tanh: (code) => {
      eachVector(code, lanes, (sum) => tanhGrowth(lanes, sum), { to: workings });
      eachVector(code, lanes, (sum, growth) => tanhFrom(lanes, sum, growth as Lane), { from: workings });
    },
  };
  const names = [...new Set(layers.map(({ activation }) => activation))];
  return new Map(
    names.flatMap((name) => {
      const body = write[name];
      return body ? [[name, writer.function(name, 2, body)] as const] : [];
    }),
  );
}

/** Writes what calls a layer's activation. */
export function callActivation(
  code: Code,
  { activation, out, to }: PlacedLayer,
  rows: number,
  from: Activations,
): void {
  const callee = from.get(activation);
  if (callee === undefined) return;
  code
    .const(out)
    .const(out + VECTOR * to * rows)
    .call(callee);
}

/** Does something with each vector between a function's two arguments, and with the one at the same place of another list; what comes of it takes its place, or that of the other. */
function eachVector(
  code: Code,
  lanes: Lanes,
  run: (value: Lane, other: Lane | null) => Lane,
  { from, to }: { readonly from?: number; readonly to?: number } = {},
): void {
  const [first, end] = [0, 1];
  const at = code.integer();
  const beside = code.integer();
  code.get(first).set(at);
  code.const(from ?? to ?? 0).set(beside);
  code.repeat(() => {
    const results = Array.from({ length: TOGETHER }, (_, k) => {
      const other = from === undefined ? null : code.load(lanes.leaf(), beside, VECTOR * k);
      return run(code.load(lanes.leaf(), at, VECTOR * k), other);
    });
    code.computeAll(results);
    results.forEach((value, k) => {
      code.store(to === undefined ? at : beside, VECTOR * k, value);
    });
    code.step(at, VECTOR * TOGETHER).step(beside, VECTOR * TOGETHER);
    code.get(at).get(end).scalar('i32.lt_u');
  });
}

/** A derivative by what comes out of a unit, times the activation's own: a derivative by the unit's sum. `value` is what came out. */
export function throughActivation(l: Lanes, activation: Activation, value: Lane, derivative: Lane): Lane {
  const a = arithmetic(l);
  const one = l.f32(1);
  switch (activation) {
    case 'tanh':
      return a.mul(derivative, a.sub(one, a.mul(value, value)));
    case 'sigmoid':
      return a.mul(derivative, a.mul(value, a.sub(one, value)));
    case 'relu':
      return a.and(derivative, a.less(l.f32(0), value));
    case 'linear':
      return derivative;
  }
}
