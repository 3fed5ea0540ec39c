import type { Activation } from '../../../../experiment/index.ts';
import { arithmetic, type Code, type Lane, type Lanes, sigmoid, tanh } from '../../../../formula/wasm/index.ts';
import { inGroups } from './loops.ts';
import { type PlacedLayer, VECTOR } from './places.ts';

/** Vectors whose functions are computed side by side. */
const TOGETHER = 2;

const FUNCTIONS: Readonly<Record<Exclude<Activation, 'linear'>, (l: Lanes, x: Lane) => Lane>> = {
  tanh,
  sigmoid,
  relu: (l, x) => l.op('f32x4.pmax', x, l.f32(0)),
};

/** Writes what makes of a layer's sums what comes out of it, in their places. */
export function writeActivation(code: Code, lanes: Lanes, { activation, out, to }: PlacedLayer, rows: number): void {
  if (activation === 'linear') return;
  const at = code.integer();
  code.const(out).set(at);
  inGroups(
    code,
    to * rows,
    TOGETHER,
    (count) => {
      const sums = Array.from({ length: count }, (_, k) => code.load(lanes.leaf(), at, VECTOR * k));
      const values = sums.map((sum) => FUNCTIONS[activation](lanes, sum));
      code.computeAll(values);
      values.forEach((value, k) => {
        code.store(at, VECTOR * k, value);
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
