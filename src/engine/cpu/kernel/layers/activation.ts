import type { Activation } from '../../../../experiment/index.ts';
import {
  arithmetic,
  type Code,
  type Lane,
  type Lanes,
  type Local,
  sigmoid,
  tanhFrom,
  tanhGrowth,
} from '../../../../formula/wasm/index.ts';
import { inGroups } from './loops.ts';
import { type PlacedLayer, type PlacedNetwork, VECTOR } from './places.ts';

/** Vectors whose functions are computed side by side. */
const TOGETHER = 2;

/** Writes what makes of a layer's sums what comes out of it, in their places. */
export function writeActivation(
  code: Code,
  lanes: Lanes,
  { workings }: PlacedNetwork,
  layer: PlacedLayer,
  rows: number,
): void {
  const a = arithmetic(lanes);
  const { activation, out } = layer;
  const each = (run: (value: Lane, at: Local, offset: number) => void) => eachVector(code, lanes, layer, rows, run);
  if (activation === 'relu') each((sum, at, offset) => code.store(at, offset, a.max(sum, lanes.f32(0))));
  if (activation === 'sigmoid') each((sum, at, offset) => code.store(at, offset, sigmoid(lanes, sum)));
  if (activation === 'tanh') {
    // Two loops: a tanh is a chain of operations so long that a processor, which looks ahead some 200 of them, finds too few others to do meanwhile.
    const ahead = workings - out;
    each((sum, at, offset) => code.store(at, ahead + offset, tanhGrowth(lanes, sum)));
    each((sum, at, offset) => {
      code.store(at, offset, tanhFrom(lanes, sum, code.load(lanes.leaf(), at, ahead + offset)));
    });
  }
}

/** Does something with each of a layer's vectors. */
function eachVector(
  code: Code,
  lanes: Lanes,
  { out, to }: PlacedLayer,
  rows: number,
  run: (value: Lane, at: Local, offset: number) => void,
): void {
  const at = code.integer();
  code.const(out).set(at);
  inGroups(
    code,
    to * rows,
    TOGETHER,
    (count) => {
      const values = Array.from({ length: count }, (_, k) => code.load(lanes.leaf(), at, VECTOR * k));
      values.forEach((value, k) => {
        run(value, at, VECTOR * k);
      });
    },
    (count) => code.step(at, VECTOR * count),
  );
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
