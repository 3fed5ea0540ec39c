import type { Lane, Lanes } from '../lanes.ts';
import { doubles } from './arithmetic.ts';
import { decay } from './decay.ts';
import { HALVES, pairOf, roundPairs } from './pairs.ts';

/** 1/(1 + e^−x) of four float32, to 1.1 ulp, from e^−|x| in float64: just below a power of 2 a sum in float32 takes up to 2 ulp by itself. */
export function sigmoid(l: Lanes, x: Lane): Lane {
  const { add, div, number } = doubles(l);
  const one = number(1);
  const quotients = decay(l, x).map((e, i) => {
    const isBelow = l.op('f64x2.lt', pairOf(l, x, HALVES[i]), number(0));
    return div(l.op('v128.bitselect', e, one, isBelow), add(e, one));
  });
  return roundPairs(l, quotients);
}
